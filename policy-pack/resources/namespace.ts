import type { Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";

/** A Kubernetes namespace. */
export interface Namespace {
    /** Its name. */
    readonly name: Property;
}

/** Namespaces. */
export const namespace = kubernetesObject("Namespace", /core\/v1/, ["Namespace"], (object): Namespace => ({
    name: object.in("metadata", "name"),
}));
