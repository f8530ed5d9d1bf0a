import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** Without a profile, a container may make every call of the kernel. */
export function seccomp(): AdmissionPolicy {
    const type = "?securityContext.?seccompProfile.?type";
    return {
        judges: workloads,
        demands: [
            {
                name: "unconfined",
                must: "Containers must run with a seccomp profile",
                offenders: containersWhere(
                    `!variables.windows && !(c.${type}.orValue(variables.spec.${type}.orValue("")) in ["RuntimeDefault", "Localhost"])`,
                ),
                found: "securityContext.seccompProfile.type is neither RuntimeDefault nor Localhost in",
                remedy: "set it to RuntimeDefault, in the container or in the pod",
            },
        ],
    };
}
