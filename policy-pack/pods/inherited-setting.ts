import type { Property } from "../property";
import type { Pod } from "../resources/pod";

/** A field of the security context of a container where it is given, else that of its pod, which it then inherits. */
export function inherited({ spec }: Pick<Pod, "spec">, container: Property, ...field: [string, ...string[]]): Property {
    const own = container.in("securityContext", ...field);
    return own.isGiven ? own : spec.in("securityContext", ...field);
}
