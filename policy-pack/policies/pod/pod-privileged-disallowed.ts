/**
 * A privileged container has all devices and all capabilities of its node: whoever gets into it has the node.
 *
 * Checked property:  containers `securityContext.privileged`
 * Compliant values:  `false`; any for kured that restarts its node by a command
 * When unset:        compliant (Kubernetes runs containers without privileges)
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { unless } from "../../pods/excuse";
import { isKuredByCommand } from "../../pods/kured";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podPrivilegedDisallowed = definePolicy<Exclusions>({
    name: "pod-privileged-disallowed",
    description: "Containers must not be privileged.",
    remediationSteps: "Leave out `privileged`, and add the one capability that the container needs.",
    severity: "critical",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:95edb821-ddaf-4404-9732-666045e056b4",
        "checkov:CKV_K8S_16",
        "trivy:KSV-0017",
        "cis-aks-1.8:4.2.1",
    ],
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unless(
                () => isKuredByCommand(subject),
                "kured restarts the node by a command of the node",
                () =>
                    eachIncludedContainer(subject, exclusions, function* (container) {
                        const privileged = container.in("securityContext", "privileged");
                        if (privileged.boolean() !== true) return;
                        yield `\`${privileged.path}\` is \`true\`, and the container can do everything on its node; set it to \`false\`.`;
                    }),
            ),
        ),
    ],
});
