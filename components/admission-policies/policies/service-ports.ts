import { services } from "../judged";
import type { AdmissionPolicy } from "../policy";
import { outside } from "../port-ranges";

export function servicePorts({ allowedPorts }: { allowedPorts: string[] }): AdmissionPolicy {
    return {
        judges: services,
        demands: [
            {
                name: "foreign",
                must: `Services must listen only on the ports ${allowedPorts.join(", ")}`,
                offenders: `object.spec.?ports.orValue([]).filter(port, ${outside("port.port", allowedPorts)}).map(port, string(port.port))`,
                found: "ports[].port is",
                remedy: `use ${allowedPorts.join(", ")}`,
            },
        ],
    };
}
