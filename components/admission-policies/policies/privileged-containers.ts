import { containersWhere, podWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

const hostProcess = "?securityContext.?windowsOptions.?hostProcess.orValue(false)";

/** A privileged container is root on its node. */
export function privilegedContainers(): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "privileged",
                must: "Containers must not be privileged",
                offenders: containersWhere("c.?securityContext.?privileged.orValue(false)"),
                found: "securityContext.privileged is true in",
                remedy: "set it to false, or leave it out",
            },
            {
                name: "hostProcess",
                must: "Containers of Windows must not be processes of the node",
                offenders: `${podWhere(`variables.spec.${hostProcess}`)} + ${containersWhere(`c.${hostProcess}`)}`,
                found: "securityContext.windowsOptions.hostProcess is true in",
                remedy: "set it to false, or leave it out",
            },
        ],
    };
}
