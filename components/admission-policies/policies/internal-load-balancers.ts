import { services } from "../judged";
import type { AdmissionPolicy } from "../policy";

const annotation = "service.beta.kubernetes.io/azure-load-balancer-internal";

/** AKS gives each other one a public address, past every gateway. */
export function internalLoadBalancers(): AdmissionPolicy {
    return {
        judges: services,
        demands: [
            {
                name: "open",
                must: "Services of type LoadBalancer must have private addresses",
                offenders: `["LoadBalancer"].filter(t, object.spec.?type.orValue("ClusterIP") == t && object.metadata.?annotations[?"${annotation}"].orValue("") != "true")`,
                found: "the address is public with type",
                remedy: `set the annotation ${annotation} to "true"`,
            },
        ],
    };
}
