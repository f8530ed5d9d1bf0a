/**
 * A port of the node is open on its address, past every Service and most network policies, and only one pod can have it.
 *
 * Checked property:  containers `ports[*].hostPort`, and `ports[*].containerPort` where `spec.hostNetwork` is `true`
 * Compliant values:  0, or the configured ports
 * When unset:        compliant; in the network of the node, Kubernetes makes it the same as `containerPort`
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { allowedOrUnset } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { pod } from "../../resources/pod";

interface Config extends Exclusions {
    readonly allowedHostPorts: readonly string[];
}

export const podHostPortsLimited = definePolicy<Config>({
    name: "pod-host-ports-limited",
    description: "Pods must not use ports of their node, save allowed ones.",
    remediationSteps: "Leave out `hostPort`, and expose the pod by a Service.",
    severity: "medium",
    practice: 6,
    equivalents: [
        "pss:baseline",
        "azure-policy:82985f06-dc18-4a48-bc1c-b9f4f0098cfe",
        "checkov:CKV_K8S_26",
        "trivy:KSV-0024",
    ],
    configSchema: {
        properties: {
            allowedHostPorts: {
                type: "array",
                items: { type: "string", pattern: "^\\d{1,5}(-\\d{1,5})?$" },
                default: [],
                description:
                    'The ports of nodes that pods may use: single ones such as "80", ranges such as "3000-5000".',
            },
            excludedImages,
        },
    },
    checks: [
        check(pod, function* (subject, { allowedHostPorts: allowed, ...exclusions }) {
            yield* eachIncludedContainer(subject, exclusions, (container) =>
                each(container.at("ports").elements(), function* (port) {
                    const hostPort = port.at("hostPort");
                    const given = hostPort.number() ?? 0;
                    if (given !== 0) {
                        if (isAllowed(allowed, given)) return;
                        yield `\`${hostPort.path}\` is \`${given}\`, a port of the node that is not allowed; ${allowedOrUnset(allowed)}.`;
                        return;
                    }
                    const hostNetwork = subject.spec.at("hostNetwork");
                    if (hostNetwork.boolean() !== true) return;
                    const containerPort = port.at("containerPort");
                    const taken = containerPort.number();
                    if (taken === undefined || isAllowed(allowed, taken)) return;
                    yield `\`${containerPort.path}\` is \`${taken}\`, in the network of the node where that port is not allowed; set it to ${allowed.length === 0 ? "any" : "an allowed"} one and \`${hostNetwork.path}\` to \`false\`.`;
                }),
            );
        }),
    ],
});

function isAllowed(allowed: readonly string[], port: number): boolean {
    return allowed.some((entry) => {
        const [from = NaN, to = from] = entry.split("-").map(Number);
        return from <= port && port <= to;
    });
}
