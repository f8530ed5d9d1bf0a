import { containersWhere, podWhere } from "../containers";
import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** Types of the baseline pod security standard. */
export const usualSeLinuxTypes = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

export function seLinux({ allowedTypes = usualSeLinuxTypes }: { allowedTypes?: string[] }): AdmissionPolicy {
    const allowed = literal(["", ...allowedTypes]);
    const foreign = (of: string) => `!(${of}.?securityContext.?seLinuxOptions.?type.orValue("") in ${allowed})`;
    const named = (of: string) =>
        `["user", "role"].exists(field, ${of}.?securityContext.?seLinuxOptions[?field].orValue("") != "")`;
    return {
        judges: workloads,
        demands: [
            {
                name: "types",
                must: `SELinux types must be ${allowedTypes.join(", ")}`,
                offenders: `${podWhere(foreign("variables.spec"))} + ${containersWhere(foreign("c"))}`,
                found: "securityContext.seLinuxOptions.type is another one in",
                remedy: `set one of ${allowedTypes.join(", ")}, or leave it out`,
            },
            {
                name: "identities",
                must: "SELinux users and roles must not be set",
                offenders: `${podWhere(named("variables.spec"))} + ${containersWhere(named("c"))}`,
                found: "securityContext.seLinuxOptions has a user or a role in",
                remedy: "leave them out",
            },
        ],
    };
}
