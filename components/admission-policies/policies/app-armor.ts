import { containersWhere, podWhere } from "../containers";
import { workloads } from "../judged";
import type { AdmissionPolicy } from "../policy";

const annotation = "container.apparmor.security.beta.kubernetes.io/";

/** The profile of the container runtime is in use wherever AppArmor is, unless a pod switches it off. */
export function appArmor(): AdmissionPolicy {
    const unconfined = (of: string) =>
        `!(${of}.?securityContext.?appArmorProfile.?type.orValue("") in ["", "RuntimeDefault", "Localhost"])`;
    return {
        judges: workloads,
        breaksKured: true,
        demands: [
            {
                name: "unconfined",
                must: "Containers must not switch AppArmor off",
                offenders: `${podWhere(unconfined("variables.spec"))} + ${containersWhere(unconfined("c"))}`,
                found: "securityContext.appArmorProfile.type is neither RuntimeDefault nor Localhost in",
                remedy: "set it to RuntimeDefault, or leave it out",
            },
            {
                name: "annotated",
                must: "Annotations must not switch AppArmor off",
                offenders: `variables.annotations.filter(key, key.startsWith("${annotation}") && !variables.annotations[key].matches("^(runtime/default|localhost/.*)?$")).map(key, string(key))`,
                found: "another profile than runtime/default and localhost/… is in the annotations",
                remedy: "set runtime/default, or leave them out",
            },
        ],
    };
}
