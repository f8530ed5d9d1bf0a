/**
 * A port that a container declares is one that network policies, services and reviewers take as intended.
 *
 * Checked property:  Pod and every controller of pods: `ports[*].containerPort` of all containers
 * Compliant values:  ports of `allowedContainerPortsList`
 * When unset:        compliant; not applicable until the list is configured
 */
import { eachContainer } from "../../pods/each-container";
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { hasPort, portAdvice, portEntry, type PortList } from "../../values/port-list";
import { pod } from "../../resources/pod";

interface Config {
    readonly allowedContainerPortsList: PortList;
}

export const podContainerPortsAllowed = definePolicy<Config>({
    name: "pod-container-ports-allowed",
    description: "Containers must declare allowed ports only.",
    remediationSteps: "Let the container listen on an allowed port, or allow its port.",
    severity: "medium",
    practice: 9,
    equivalents: ["azure-policy:440b515e-a580-421e-abeb-b159a61ddcbc"],
    configSchema: {
        properties: {
            allowedContainerPortsList: {
                type: "array",
                items: portEntry,
                default: [],
                description:
                    'Ports that containers may declare, each a number, a text, or a range such as "4000-5000". Nothing is judged while it is empty.',
            },
        },
    },
    checks: [
        check(pod, function* (found, { allowedContainerPortsList: allowed }) {
            if (allowed.length === 0) return notApplicable("no allowedContainerPortsList is configured");
            yield* eachContainer(found, (container) =>
                each(container.at("ports").elements(), function* (port) {
                    const containerPort = port.at("containerPort");
                    const value = containerPort.number();
                    if (value === undefined || hasPort(allowed, value)) return;
                    yield `\`${containerPort.path}\` is ${quote(String(value))}, which is not allowed; set it to ${portAdvice(allowed, "allowedContainerPortsList")}.`;
                }),
            );
            return undefined;
        }),
    ],
});
