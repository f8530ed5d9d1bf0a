/**
 * The kubelet sends probes from the node: with a host in them, whoever writes a pod reaches from there what pods cannot.
 *
 * Checked property:  containers `livenessProbe`, `readinessProbe`, `startupProbe`, `lifecycle.postStart` and
 *                    `lifecycle.preStop`: `httpGet.host`, `tcpSocket.host`
 * Compliant values:  none; an empty string counts as none
 * When unset:        compliant (the kubelet asks the pod itself)
 */
import { eachContainer } from "../../pods/each-container";
import { quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import type { Property } from "../../property";
import { pod } from "../../resources/pod";

export const podProbeHostsDisallowed = definePolicy({
    name: "pod-probe-hosts-disallowed",
    description: "Probes and lifecycle hooks must not name a host.",
    remediationSteps: "Leave out `host`; set the header Host where the server asks for a name.",
    severity: "medium",
    practice: 6,
    equivalents: ["pss:baseline"],
    checks: [
        check(pod, function* (subject) {
            yield* eachContainer(subject, (container) =>
                each(handlers(container), (handler) =>
                    each(["httpGet", "tcpSocket"], function* (action) {
                        const host = handler.in(action, "host");
                        const value = host.string() ?? "";
                        if (value === "") return;
                        yield `\`${host.path}\` is ${quote(value)}, which the node then asks in place of the pod; leave it unset.`;
                    }),
                ),
            );
        }),
    ],
});

/** What the kubelet runs for a container: probes and hooks. */
function handlers(container: Property): Property[] {
    const lifecycle = container.at("lifecycle");
    return [
        ...["livenessProbe", "readinessProbe", "startupProbe"].map((probe) => container.at(probe)),
        ...["postStart", "preStop"].map((hook) => lifecycle.at(hook)),
    ];
}
