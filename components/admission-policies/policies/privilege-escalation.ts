import { containersWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

/** A program with the setuid bit makes root of any user, unless the container forbids it. */
export function privilegeEscalation(): AdmissionPolicy {
    return {
        judges: workloads,
        demands: [
            {
                name: "escalating",
                must: "Containers must forbid privilege escalation",
                offenders: containersWhere(
                    "!variables.windows && c.?securityContext.?allowPrivilegeEscalation.orValue(true)",
                ),
                found: "securityContext.allowPrivilegeEscalation is not false in",
                remedy: "set it to false",
            },
        ],
    };
}
