/**
 * The standard restricted keeps the default masks of `/proc` also in pods whose users are not those of the node.
 *
 * Checked property:  containers `securityContext.procMount` where `spec.hostUsers` is `false`
 * Compliant values:  `Default`
 * When unset:        compliant (Kubernetes makes it `Default`)
 */
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { unless } from "../../pods/excuse";
import { check, definePolicy } from "../../policy";
import { mustHideProc } from "../../pods/proc-mount";
import { pod } from "../../resources/pod";
import { beyondBaseline } from "../../pods/restricted-standard";
import { hasUserNamespace } from "../../pods/user-namespace";

export const podProcMountDefaultWithOwnUsers = definePolicy<Exclusions>({
    name: "pod-proc-mount-default-with-own-users",
    description: "Containers should keep the default masks of /proc also where their users are not those of the node.",
    remediationSteps: "Leave out `procMount`, or run the pod in a namespace of the standard baseline.",
    severity: "low",
    practice: 6,
    equivalents: ["pss:restricted"],
    advisory: beyondBaseline,
    configSchema: { properties: { excludedContainers, excludedImages } },
    checks: [
        check(pod, (subject, exclusions) =>
            unless(
                () => !hasUserNamespace(subject),
                "the pod has the users of its node; pod-proc-mount-default judges that",
                () => mustHideProc(subject, exclusions),
            ),
        ),
    ],
});
