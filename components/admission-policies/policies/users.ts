import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** What a container says, or else what its pod says: the container's own word counts. */
function effective(field: string, otherwise: string): string {
    return `c.?securityContext.?${field}.orValue(variables.spec.?securityContext.?${field}.orValue(${otherwise}))`;
}

/** As Pod Security Admission has it: root of a pod with users of its own is nobody on the node. */
const ofNode = "variables.spec.?hostUsers.orValue(true)";

export function users(): AdmissionPolicy {
    return {
        judges: workloads,
        breaksKured: true,
        demands: [
            {
                name: "root",
                must: "Containers must not run as root",
                offenders: containersWhere(`${ofNode} && ${effective("runAsUser", "1")} == 0`),
                found: "securityContext.runAsUser is 0 in",
                remedy: "set another user",
            },
            {
                name: "undecided",
                must: "Containers must say that they do not run as root",
                offenders: containersWhere(
                    `${ofNode} && !${effective("runAsNonRoot", "false")} && ${effective("runAsUser", "-1")} == -1`,
                ),
                found: "securityContext.runAsNonRoot is not true in",
                remedy: "set it to true, in the container or in the pod",
            },
        ],
    };
}
