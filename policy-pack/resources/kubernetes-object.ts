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

/** What is known of an object beside its fields. */
export interface ObjectContext {
    /** Without `List` and `Patch`. */
    readonly kind: string;
    /** `List` or `Patch`. */
    readonly form: string | undefined;
    readonly namespace: Setting<string>;
    /** Where the namespace is said, for what follows it to others of the stack. */
    readonly place: Property;
}

/** The documents of some Kubernetes kinds: single objects, the items of their lists, and their patches (form `Patch`). */
export function kubernetesObject<View>(
    name: string,
    groups: RegExp,
    kinds: readonly string[],
    view: (object: Property, context: ObjectContext) => View | undefined,
): ResourceKind<View> {
    const token = new RegExp(`^kubernetes:(?:${groups.source}):(${kinds.join("|")})(List|Patch)?$`);
    return {
        name,
        matches: (type) => token.test(type),
        *views({ type, properties, providerNamespace }) {
            const [, kind = "", form] = token.exec(type) ?? [];
            const objects = form === "List" ? properties.at("items").elements() : [properties];
            for (const object of objects) {
                const found = view(object, {
                    kind,
                    form,
                    namespace: namespaceOf(object, providerNamespace),
                    get place() {
                        return placeOf(object, providerNamespace);
                    },
                });
                if (found !== undefined) yield found;
            }
        },
    };
}
