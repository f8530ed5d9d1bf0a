/**
 * A pod that sees the processes of its node reads their environment and their secrets, and can end them.
 *
 * Checked property:  pod `spec.hostPID`
 * Compliant values:  `false`; any for kured, which signals the first process of its node
 * When unset:        compliant (Kubernetes shows a pod only its own processes)
 */
import { unless } from "../../pods/excuse";
import { isKured } from "../../pods/kured";
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podHostPidDisallowed = definePolicy({
    name: "pod-host-pid-disallowed",
    description: "Pods must not see the processes of their node.",
    remediationSteps: "Leave out `hostPID`; debug nodes by `kubectl debug` instead.",
    severity: "high",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8",
        "checkov:CKV_K8S_17",
        "trivy:KSV-0010",
        "cis-aks-1.8:4.2.2",
    ],
    checks: [
        check(pod, (subject) =>
            unless(
                () => isKured(subject),
                "kured restarts the node by its first process",
                function* () {
                    const hostPID = subject.spec.at("hostPID");
                    if (hostPID.boolean() !== true) return;
                    yield `\`${hostPID.path}\` is \`true\`, and the pod sees the processes of its node; set it to \`false\`.`;
                },
            ),
        ),
    ],
});
