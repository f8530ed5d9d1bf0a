import type { Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";

/** A gateway of the Gateway API. */
export interface Gateway {
    readonly name: Property;
    /** Its namespace; `default` where it is unset. */
    readonly namespace: Property;
    readonly listeners: Property;
    /** Whether it changes a gateway that exists, and leaves alone what it does not say. */
    readonly isPatch: boolean;
}

const group = /gateway\.networking\.k8s\.io\/\w+/;

/** Gateways, which are custom resources. */
export const gateway = kubernetesObject("Gateway", group, ["Gateway"], (object, { form, place }): Gateway => ({
    name: object.in("metadata", "name"),
    namespace: place,
    listeners: object.in("spec", "listeners"),
    isPatch: form === "Patch",
}));

/** A route of HTTP requests. */
export interface HttpRoute {
    /** Its namespace; `default` where it is unset. */
    readonly namespace: Property;
    /** The listeners that it is attached to. */
    readonly parents: Property;
    readonly rules: Property;
}

/** Routes that a listener of HTTP can have. */
export const httpRoute = kubernetesObject(
    "HTTPRoute, GRPCRoute",
    group,
    ["HTTPRoute", "GRPCRoute"],
    (object, { place }): HttpRoute => ({
        namespace: place,
        parents: object.in("spec", "parentRefs"),
        rules: object.in("spec", "rules"),
    }),
);
