import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** Network policies do not hold for pods in the network of the node, and identities of nodes are in their reach. */
export function hostNetwork(): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "shared",
                must: "Pods must not share the network of the node",
                offenders: '["hostNetwork"].filter(field, variables.spec[?field].orValue(false))',
                found: "the network of the node is shared by",
                remedy: "set it to false, or leave it out",
            },
            {
                name: "hostPorts",
                must: "Containers must not take ports of the node",
                offenders: containersWhere("c.?ports.orValue([]).exists(port, port.?hostPort.orValue(0) != 0)"),
                found: "ports[].hostPort is set in",
                remedy: "leave it out, and use a Service",
            },
        ],
    };
}
