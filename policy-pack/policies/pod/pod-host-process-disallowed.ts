/**
 * A host process of Windows is not in a container at all: it runs on the node, with its files and its accounts.
 *
 * Checked property:  pod and containers `securityContext.windowsOptions.hostProcess`
 * Compliant values:  `false`
 * When unset:        compliant (Kubernetes runs no host processes by default)
 */
import { eachSecurityContext } from "../../pods/each-security-context";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podHostProcessDisallowed = definePolicy({
    name: "pod-host-process-disallowed",
    description: "Pods must not run host processes of Windows.",
    remediationSteps: "Run the process in a container of its own, without `hostProcess`.",
    severity: "critical",
    practice: 6,
    equivalents: ["pss:baseline", "azure-policy:077f0ce1-86d6-4058-bc60-de05067e8622"],
    checks: [
        check(pod, function* (subject) {
            yield* eachSecurityContext(subject, {}, function* (securityContext) {
                const hostProcess = securityContext.in("windowsOptions", "hostProcess");
                if (hostProcess.boolean() !== true) return;
                yield `\`${hostProcess.path}\` is \`true\`, and the process runs on the node itself; set it to \`false\`.`;
            });
        }),
    ],
});
