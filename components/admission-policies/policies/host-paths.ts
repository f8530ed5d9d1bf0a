import { workloads } from "../judged";
import { literal, type AdmissionPolicy } from "../policy";

/** What the policy takes. */
export interface HostPaths {
    allowedPaths?: { pathPrefix: string; readOnly?: boolean }[];
}

/** Paths of the node lead to the credentials of its kubelet, and where they are written, to root. */
export function hostPaths({ allowedPaths = [] }: HostPaths): AdmissionPolicy {
    const prefixes = allowedPaths.map(({ pathPrefix }) => withoutSlash(pathPrefix));
    const writable = allowedPaths.filter(({ readOnly = true }) => !readOnly);
    const writablePrefixes = writable.map(({ pathPrefix }) => withoutSlash(pathPrefix));
    return {
        judges: workloads,
        breaksKured: true,
        demands: [
            {
                name: "foreign",
                must: `Pods must mount no paths of the node${but(prefixes)}`,
                offenders: `variables.volumes.filter(v, has(v.hostPath) && !${below(prefixes)}).map(v, string(v.name) + " (" + string(v.hostPath.path) + ")")`,
                found: "volumes[].hostPath is set in",
                remedy: prefixes.length === 0 ? "leave it out" : `use a path below ${prefixes.join(", ")}`,
            },
            {
                name: "written",
                must: `Pods must not write to paths of the node${but(writablePrefixes)}`,
                offenders: `variables.allContainers.map(c, c.?volumeMounts.orValue([]).filter(m, !m.?readOnly.orValue(false) && variables.volumes.exists(v, v.name == m.name && has(v.hostPath) && !${below(writablePrefixes)})).map(m, string(c.?name.orValue("without a name")) + " (" + string(m.name) + ")")).filter(mounts, mounts.size() > 0).map(mounts, mounts.join(", "))`,
                found: "volumeMounts[].readOnly is not true for paths of the node in containers",
                remedy: "set it to true",
            },
        ],
    };
}

/** Whether the path of a volume is allowed. Kubernetes itself refuses paths with "..". */
function below(prefixes: readonly string[]): string {
    if (prefixes.length === 0) {
        return "false";
    }
    return `${literal(prefixes)}.exists(prefix, v.hostPath.path == prefix || v.hostPath.path.startsWith(prefix + "/"))`;
}

function but(prefixes: readonly string[]): string {
    return prefixes.length === 0 ? "" : ` but ${prefixes.join(", ")}`;
}

function withoutSlash(path: string): string {
    return path.replace(/\/+$/, "");
}
