/**
 * A program that belongs to root and has its bit set makes root of whoever runs it: without this, user ids hold little.
 *
 * Checked property:  containers `securityContext.allowPrivilegeEscalation`
 * Compliant values:  `false`; any for pods of Windows by `spec.os.name`, and for kured that is privileged
 * When unset:        violation (Kubernetes allows it by default); not judged in a patch
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { unless } from "../../pods/excuse";
import { isKuredByCommand } from "../../pods/kured";
import { unlessOnWindows } from "../../pods/windows-pod";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";
import { beyondBaseline } from "../../pods/restricted-standard";

export const podPrivilegeEscalationDisallowed = definePolicy<Exclusions>({
    name: "pod-privilege-escalation-disallowed",
    description: "Containers should not be able to get more privileges than they start with.",
    remediationSteps: "Set `allowPrivilegeEscalation: false` in each container.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "pss:restricted",
        "azure-policy:1c6e92c9-99f0-4e55-9cf2-0c234dc48f99",
        "checkov:CKV_K8S_20",
        "trivy:KSV-0001",
        "cis-aks-1.8:4.2.5",
    ],
    advisory: beyondBaseline,
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unless(subject.isWindows, "the pod runs on Windows", () =>
                unless(
                    () => isKuredByCommand(subject),
                    "kured restarts the node by a command, for which it is privileged",
                    () =>
                        eachIncludedContainer(subject, exclusions, function* (container) {
                            const setting = container.in("securityContext", "allowPrivilegeEscalation");
                            const value = setting.boolean();
                            if (value === false || (value === undefined && subject.isPatch)) return;
                            yield `\`${setting.path}\` is ${value === undefined ? "unset" : "`true`"}, and processes may become root; ${unlessOnWindows(subject, "set it to `false`")}.`;
                        }),
                ),
            ),
        ),
    ],
});
