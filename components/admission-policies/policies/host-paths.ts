import { containersWhere } from "../containers";
import { workloads } from "../judged";
import { literal, type AdmissionPolicy, type Demand } from "../policy";

/** What the policy takes. */
export interface HostPaths {
    allowedPaths?: { pathPrefix: string; readOnly?: boolean }[];
}

/** Paths of the node lead to the credentials of its kubelet, and where they are written, to root. */
export function hostPaths({ allowedPaths = [] }: HostPaths): AdmissionPolicy {
    const all = allowedPaths.map(({ pathPrefix }) => withoutSlash(pathPrefix));
    const writable = allowedPaths.filter(({ readOnly = true }) => !readOnly);
    const demands = [nothingElse(all)];
    if (writable.length < all.length) {
        demands.push(onlyRead(writable.map(({ pathPrefix }) => withoutSlash(pathPrefix))));
    }
    return { judges: workloads, breaksKured: true, demands };
}

function nothingElse(prefixes: readonly string[]): Demand {
    const path = '" (" + string(v.hostPath.path) + ")"';
    return {
        name: "foreign",
        must: `Pods must mount no paths of the node${but(prefixes)}`,
        offenders: `variables.volumes.filter(v, has(v.hostPath) && !${below(prefixes)}).map(v, string(v.name) + ${path})`,
        found: "volumes[].hostPath is set in",
        remedy: prefixes.length === 0 ? "leave it out" : `use a path below ${prefixes.join(", ")}`,
    };
}

function onlyRead(writablePrefixes: readonly string[]): Demand {
    const ofNode = `variables.volumes.exists(v, v.name == m.name && has(v.hostPath) && !${below(writablePrefixes)})`;
    return {
        name: "written",
        must: `Pods must not write to paths of the node${but(writablePrefixes)}`,
        offenders: containersWhere(`c.?volumeMounts.orValue([]).exists(m, !m.?readOnly.orValue(false) && ${ofNode})`),
        found: "volumeMounts[].readOnly is not true for a path of the node in",
        remedy: "set it to true",
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
