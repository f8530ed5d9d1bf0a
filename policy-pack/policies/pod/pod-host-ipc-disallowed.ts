/**
 * Processes of a node leave data in shared memory, which a pod in the same IPC namespace reads and changes.
 *
 * Checked property:  pod `spec.hostIPC`
 * Compliant values:  `false`
 * When unset:        compliant (Kubernetes gives each pod shared memory of its own)
 */
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podHostIpcDisallowed = definePolicy({
    name: "pod-host-ipc-disallowed",
    description: "Pods must not share memory with processes of their node.",
    remediationSteps: "Leave out `hostIPC`; containers of one pod share memory without it.",
    severity: "high",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8",
        "checkov:CKV_K8S_18",
        "trivy:KSV-0008",
        "cis-aks-1.8:4.2.3",
    ],
    checks: [
        check(pod, function* ({ spec }) {
            const hostIPC = spec.at("hostIPC");
            if (hostIPC.boolean() !== true) return;
            yield `\`${hostIPC.path}\` is \`true\`, and the pod shares memory with its node; set it to \`false\`.`;
        }),
    ],
});
