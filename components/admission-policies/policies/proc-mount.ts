import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** Parts of /proc change the node; the container runtime masks them. */
export function procMount(): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "unmasked",
                must: "Containers must see the masked /proc",
                offenders: containersWhere('c.?securityContext.?procMount.orValue("Default") != "Default"'),
                found: "securityContext.procMount is not Default in",
                remedy: "leave it out",
            },
        ],
    };
}
