/**
 * ContainerAdministrator may change everything in a Windows container, and load what its image does not need.
 *
 * Checked property:  `securityContext.windowsOptions.runAsUserName` of each container, else of the pod
 * Compliant values:  any user but `ContainerAdministrator`, in any case
 * When unset:        compliant (the image decides, and `runAsNonRoot: true` refuses ContainerAdministrator)
 */
import { inherited } from "../../pods/inherited-setting";
import { eachContainer } from "../../pods/each-container";
import { quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podWindowsAdministratorDisallowed = definePolicy({
    name: "pod-windows-administrator-disallowed",
    description: "Windows containers must not run as ContainerAdministrator.",
    remediationSteps: "Run as `ContainerUser`.",
    severity: "medium",
    practice: 6,
    equivalents: ["azure-policy:5485eac0-7e8f-4964-998b-a44f4f0c1e75"],
    checks: [
        check(pod, function* (subject) {
            yield* eachContainer(subject, function* (container) {
                const user = inherited(subject, container, "windowsOptions", "runAsUserName");
                const name = user.string() ?? "";
                if (name.toLowerCase() !== "containeradministrator") return;
                yield `\`${user.path}\` is ${quote(name)}, which may change everything in the container; set it to \`ContainerUser\`.`;
            });
        }),
    ],
});
