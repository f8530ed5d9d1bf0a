import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { type Setting, text } from "../setting";

/** The core group: a `CustomResource` of it is registered by its API version alone. */
export const core = /(?:core\/)?v1/;

/** The namespace of an object, which its provider sets where the object does not, and Kubernetes where neither does. */
export function namespaceOf(object: Property, providerNamespace?: Property): Setting<string> {
    return text(object.in("metadata", "namespace"), () => providerNamespace?.string() || "default");
}

/** Where the namespace of an object is said: by itself, or by its provider where it does not. */
function placeOf(object: Property, providerNamespace: Property | undefined): Property {
    const own = object.in("metadata", "namespace");
    if (providerNamespace === undefined || !own.isKnown || (own.value !== undefined && own.value !== "")) return own;
    return providerNamespace.isGiven ? providerNamespace : own;
}

/** The documents of some Kubernetes kinds: single objects, the items of their lists, and their patches (form `Patch`). */
export function kubernetesObject<View>(
    name: string,
    groups: RegExp,
    kinds: readonly string[],
    view: (
        object: Property,
        kind: string,
        form: string | undefined,
        namespace: Setting<string>,
        /** Where the namespace is said, for what follows it to others of the stack. */
        place: Property,
    ) => View | undefined,
): ResourceKind<View> {
    const token = new RegExp(`^kubernetes:(?:${groups.source}):(${kinds.join("|")})(List|Patch)?$`);
    return {
        name,
        matches: (type) => token.test(type),
        *views({ type, properties, providerNamespace }) {
            const [, kind = "", form] = token.exec(type) ?? [];
            const objects = form === "List" ? properties.at("items").elements() : [properties];
            for (const object of objects) {
                const namespace = namespaceOf(object, providerNamespace);
                const found = view(object, kind, form, namespace, placeOf(object, providerNamespace));
                if (found !== undefined) yield found;
            }
        },
    };
}
