import type { Property } from "../property";
import type { Setting } from "../setting";
import { core, kubernetesObject } from "./kubernetes-object";

/** A service or a service account, of which only its place matters. */
export interface NamespacedObject {
    /** Its kind. */
    readonly kind: string;
    /** Its name. */
    readonly name: Property;
    /** Its namespace. */
    readonly namespace: Setting<string>;
    /** Whether it changes an object that exists. */
    readonly isPatch: boolean;
}

/** Services and service accounts. */
export const namespacedObject = kubernetesObject(
    "Service and ServiceAccount",
    core,
    ["Service", "ServiceAccount"],
    (object, { kind, form, namespace }): NamespacedObject => ({
        kind,
        name: object.in("metadata", "name"),
        namespace,
        isPatch: form === "Patch",
    }),
);
