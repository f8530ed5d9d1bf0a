import { ingressHostSuffixLabel } from "../../secure-namespace/namespace-labels";
import { hosts } from "../judged";
import type { AdmissionPolicy } from "../policy";

/**
 * Hosts are unique across namespaces where each namespace has a domain of its own: a policy of admission cannot see
 * objects of other namespaces.
 */
export function ingressHostSuffixes(): AdmissionPolicy {
    return {
        judges: hosts,
        demands: [
            {
                name: "unbound",
                must: "The namespace must have a domain for its hosts",
                offenders: `["${ingressHostSuffixLabel}"].filter(label, (object.kind == "Ingress" || variables.isRoute) && variables.suffix == "")`,
                found: "hosts cannot be claimed, because the namespace is without the label",
                remedy: "ask whoever owns the namespace to set it to a domain, such as shop.example.com",
            },
            {
                name: "foreign",
                must: "Hosts must lie in the domain of the namespace",
                offenders:
                    'variables.hosts.filter(host, variables.suffix != "" && host != variables.suffix && !host.endsWith("." + variables.suffix)).map(host, host == "" ? "no host" : host)',
                found: `a host is outside of the domain of the namespace (label ${ingressHostSuffixLabel}):`,
                remedy: "use a host in that domain",
            },
            {
                name: "unnamed",
                must: "Routes must name their hosts",
                offenders:
                    '["hostnames"].filter(field, variables.isRoute && object.spec[?field].orValue([]).size() == 0)',
                found: "every host of the gateway is answered, without",
                remedy: "set it to hosts in the domain of the namespace",
            },
        ],
    };
}
