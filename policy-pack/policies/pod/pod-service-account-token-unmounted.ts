/**
 * A token in every container lets whoever breaks into one of them speak to the API server in its name.
 *
 * Checked property:  pod `spec.automountServiceAccountToken`
 * Compliant values:  `false`
 * When unset:        violation (Kubernetes mounts a token, unless the service account says otherwise)
 * Ruling:            what the service account says is not looked up: the pod's own value wins over it; kured is exempt
 */
import { unless } from "../../pods/excuse";
import { isKured } from "../../pods/kured";
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";
import { flag } from "../../setting";

export const podServiceAccountTokenUnmounted = definePolicy({
    name: "pod-service-account-token-unmounted",
    description: "Pods should not mount the token of their service account.",
    remediationSteps: "Set `automountServiceAccountToken: false` on pods that do not speak to the API server.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "azure-policy:423dd1ba-798e-40e4-9c4d-b6902674b423",
        "checkov:CKV_K8S_38",
        "trivy:KSV-0036",
        "cis-aks-1.8:4.1.6",
    ],
    advisory: "controllers and agents need their token to speak to the API server",
    checks: [
        check(pod, (subject) =>
            unless(
                () => isKured(subject),
                "kured drains its node by the API server",
                function* () {
                    const mounted = flag(subject.spec.at("automountServiceAccountToken"), true);
                    if (subject.isPatch && mounted.value === undefined) return;
                    yield* mustBe(mounted, false, {
                        unset: "and every container then holds a token for the API server",
                        wrong: "by which every container holds a token for the API server",
                    });
                },
            ),
        ),
    ],
});
