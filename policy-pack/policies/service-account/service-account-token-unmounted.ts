/**
 * A service account that mounts its token gives it to every pod that does not refuse it, and to each container there.
 *
 * Checked property:  ServiceAccount `automountServiceAccountToken`
 * Compliant values:  `false`
 * When unset:        violation (Kubernetes mounts the token)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { serviceAccount } from "../../resources/service-account";

export const serviceAccountTokenUnmounted = definePolicy({
    name: "service-account-token-unmounted",
    description: "Service accounts should leave it to each pod to mount their token.",
    remediationSteps: "Set `automountServiceAccountToken: false`, and `true` on the pods that need the token.",
    severity: "low",
    practice: 6,
    equivalents: ["checkov:CKV_K8S_41", "cis-aks-1.8:4.1.6"],
    advisory: "charts of others rely on the default, and a pod that says `false` gets no token either way",
    checks: [
        check(serviceAccount, function* ({ automountToken, isPatch }) {
            if (isPatch && automountToken.value === undefined) return;
            yield* mustBe(automountToken, false, { unset: "and every pod of the account then mounts its token" });
        }),
    ],
});
