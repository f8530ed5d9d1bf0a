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
                // Kubernetes refuses a privileged container that forbids it: that one is left to its own policy.
                offenders: containersWhere(
                    "!variables.windows && !c.?securityContext.?privileged.orValue(false) && c.?securityContext.?allowPrivilegeEscalation.orValue(true)",
                ),
                found: "securityContext.allowPrivilegeEscalation is not false in",
                remedy: "set it to false",
            },
        ],
    };
}
