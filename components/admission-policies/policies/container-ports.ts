import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";
import { outside } from "../port-ranges";

export function containerPorts({ allowedPorts }: { allowedPorts: string[] }): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "foreign",
                must: `Containers must declare only the ports ${allowedPorts.join(", ")}`,
                offenders: containersWhere(
                    `c.?ports.orValue([]).exists(port, ${outside("port.containerPort", allowedPorts)})`,
                ),
                found: "ports[].containerPort is another one in",
                remedy: `use ${allowedPorts.join(", ")}`,
            },
        ],
    };
}
