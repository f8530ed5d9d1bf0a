/**
 * The default masks of `/proc` hide keys, memory and switches of the kernel, which is that of the node.
 *
 * Checked property:  containers `securityContext.procMount`
 * Compliant values:  `Default`; any where `spec.hostUsers` is `false`, as in the standard baseline since v1.35
 * When unset:        compliant (Kubernetes makes it `Default`)
 */
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { unless } from "../../pods/excuse";
import { check, definePolicy } from "../../policy";
import { mustHideProc } from "../../pods/proc-mount";
import { pod } from "../../resources/pod";
import { hasUserNamespace } from "../../pods/user-namespace";

export const podProcMountDefault = definePolicy<Exclusions>({
    name: "pod-proc-mount-default",
    description: "Containers must keep the default masks of /proc, unless their users are not those of the node.",
    remediationSteps: "Leave out `procMount`, or give the pod users of its own by `hostUsers: false`.",
    severity: "medium",
    practice: 6,
    equivalents: ["pss:baseline", "azure-policy:f85eb0dd-92ee-40e9-8a76-db25a507d6d3", "trivy:KSV-0027"],
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unless(
                () => hasUserNamespace(subject),
                "the pod has users of its own; pod-proc-mount-default-with-own-users judges that",
                () => mustHideProc(subject, exclusions),
            ),
        ),
    ],
});
