import type { Property } from "../property";
import { core, kubernetesObject } from "./kubernetes-object";

/** A service or a service account, of which only its place matters. */
export interface NamespacedObject {
    /** Its kind. */
    readonly kind: string;
    /** Its name. */
    readonly name: Property;
    /** Its namespace; Kubernetes makes it `default` where it is unset. */
    readonly namespace: Property;
    /** Whether it changes an object that exists. */
    readonly isPatch: boolean;
}

/** Services and service accounts. */
export const namespacedObject = kubernetesObject(
    "Service and ServiceAccount",
    core,
    ["Service", "ServiceAccount"],
    (object, kind, form): NamespacedObject => ({
        kind,
        name: object.in("metadata", "name"),
        namespace: object.in("metadata", "namespace"),
        isPatch: form === "Patch",
    }),
);
