import { ingresses } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** An ingress without a host answers for every host of the gateway, those of other namespaces included. */
export function ingressHosts(): AdmissionPolicy {
    return {
        judges: ingresses,
        demands: [
            {
                name: "wide",
                must: "Ingresses must name their hosts, without wildcards",
                offenders:
                    '(variables.rules.map(rule, string(rule.?host.orValue(""))) + variables.annotatedHosts).filter(host, host == "" || host.contains("*")).map(host, host == "" ? "no host" : host)',
                found: "rules[].host is",
                remedy: "set one host in each rule",
            },
            {
                name: "defaultBackend",
                must: "Ingresses must have no default backend",
                offenders: '["defaultBackend"].filter(field, field in object.spec)',
                found: "every host is answered by",
                remedy: "leave it out, and set rules with hosts",
            },
        ],
    };
}
