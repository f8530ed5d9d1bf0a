import type { ResourceKind } from "../policy";
import type { Property } from "../property";

/** The core group: a `CustomResource` of it is registered by its API version alone. */
export const core = /(?:core\/)?v1/;

/** The documents of some Kubernetes kinds: single objects, the items of their lists, and their patches (form `Patch`). */
export function kubernetesObject<View>(
    name: string,
    groups: RegExp,
    kinds: readonly string[],
    view: (object: Property, kind: string, form: string | undefined) => View | undefined,
): ResourceKind<View> {
    const token = new RegExp(`^kubernetes:(?:${groups.source}):(${kinds.join("|")})(List|Patch)?$`);
    return {
        name,
        matches: (type) => token.test(type),
        *views({ type, properties }) {
            const [, kind = "", form] = token.exec(type) ?? [];
            const objects = form === "List" ? properties.at("items").elements() : [properties];
            for (const object of objects) {
                const found = view(object, kind, form);
                if (found !== undefined) yield found;
            }
        },
    };
}
