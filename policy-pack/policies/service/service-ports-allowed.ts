/**
 * A service on a port that nobody expects is how a debugger, a database or a miner becomes reachable.
 *
 * Checked property:  Service `spec.ports[*].port`
 * Compliant values:  ports of `allowedServicePortsList`; every port of `default/kubernetes`, the service of the API server
 * When unset:        compliant; not applicable until the list is configured
 */
import { quote } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { hasPort, portAdvice, portEntry, type PortList } from "../../values/port-list";
import { service } from "../../resources/service";

interface Config {
    readonly allowedServicePortsList: PortList;
}

export const servicePortsAllowed = definePolicy<Config>({
    name: "service-ports-allowed",
    description: "Services must listen on allowed ports only.",
    remediationSteps: "Let the service listen on an allowed port, or allow its port.",
    severity: "medium",
    practice: 9,
    equivalents: ["azure-policy:233a2a17-77ca-4fb1-9b6b-69223d272a44"],
    configSchema: {
        properties: {
            allowedServicePortsList: {
                type: "array",
                items: portEntry,
                default: [],
                description:
                    'Ports that services may listen on, each a text, a number, or a range such as "4000-5000". Nothing is judged while it is empty.',
            },
        },
    },
    checks: [
        check(service, function* ({ spec, isOfApiServer }, { allowedServicePortsList: allowed }) {
            if (allowed.length === 0) return notApplicable("no allowedServicePortsList is configured");
            yield* each(spec.at("ports").elements(), function* (entry) {
                const port = entry.at("port");
                const value = port.number();
                if (value === undefined || hasPort(allowed, value) || isOfApiServer()) return;
                yield `\`${port.path}\` is ${quote(String(value))}, which is not allowed; set it to ${portAdvice(allowed, "allowedServicePortsList")}.`;
            });
            return undefined;
        }),
    ],
});
