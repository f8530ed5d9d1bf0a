/**
 * In the network of its node, a pod listens to what others send, reaches services that only the node should reach, and
 * no network policy holds it.
 *
 * Checked property:  pod `spec.hostNetwork`
 * Compliant values:  `false`
 * When unset:        compliant (Kubernetes gives each pod a network of its own)
 */
import { check, definePolicy } from "../../policy";
import { pod } from "../../resources/pod";

export const podHostNetworkDisallowed = definePolicy({
    name: "pod-host-network-disallowed",
    description: "Pods must not use the network of their node.",
    remediationSteps: "Leave out `hostNetwork`, and expose the pod by a Service.",
    severity: "high",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:82985f06-dc18-4a48-bc1c-b9f4f0098cfe",
        "azure-policy:47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8",
        "checkov:CKV_K8S_19",
        "trivy:KSV-0009",
        "cis-aks-1.8:4.2.4",
    ],
    checks: [
        check(pod, function* ({ spec }) {
            const hostNetwork = spec.at("hostNetwork");
            if (hostNetwork.boolean() !== true) return;
            yield `\`${hostNetwork.path}\` is \`true\`, and the pod has the network of its node; set it to \`false\`.`;
        }),
    ],
});
