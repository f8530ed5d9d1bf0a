/** A value somewhere inside of a resource's inputs. */
export interface Leaf {
    /** For example `agentPoolProfiles[0].enableNodePublicIP`. */
    path: string;
    value: unknown;
}

/** Every value that is no object and no list, with its path. */
export function leavesOf(value: unknown, path = ""): Leaf[] {
    if (Array.isArray(value)) {
        return value.flatMap((entry, index) => leavesOf(entry, `${path}[${String(index)}]`));
    }
    if (value !== null && typeof value === "object") {
        return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, pathTo(path, key)));
    }
    return [{ path, value }];
}

/** Names of labels have dots in them. */
function pathTo(path: string, key: string): string {
    if (/[^\w$-]/.test(key)) {
        return `${path}["${key}"]`;
    }
    return path === "" ? key : `${path}.${key}`;
}

/** A copy in which one leaf has another value, or, with `undefined`, is not there. */
export function withLeaf(inputs: object, path: string, value: unknown): object {
    const copy = structuredClone(inputs);
    const steps = [...path.matchAll(/\["([^"]+)"\]|[^.[\]]+/g)].map(([step, quoted]) => quoted ?? step);
    const last = steps.pop() ?? "";
    let holder = copy as Record<string, unknown>;
    for (const step of steps) {
        holder = holder[step] as Record<string, unknown>;
    }
    if (value !== undefined) {
        holder[last] = value;
    } else if (Array.isArray(holder)) {
        holder.splice(Number(last), 1);
    } else {
        Reflect.deleteProperty(holder, last);
    }
    return copy;
}
