import type { Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";

/** An object by which a namespace has hosts: an ingress, or a route of the Gateway API. */
export interface HostClaim {
    /** The namespace; `default` where it is unset. */
    readonly namespace: Property;
    /** Where it names hosts. */
    readonly sources: () => HostSource[];
    /** Whether a wildcard stands for names of any depth; with an ingress it stands for one label. */
    readonly hasDeepWildcards: boolean;
}

/** A property that names hosts. */
export interface HostSource {
    readonly property: Property;
    /** The hosts, in lower case; a property that names every host names none. */
    readonly hosts: () => string[];
}

/** Further hosts for every rule, separated by commas. */
const hostExtension = "appgw.ingress.kubernetes.io/hostname-extension";

/** Ingresses and routes, in the API groups of all times. */
export const hostClaim = kubernetesObject(
    "Ingress, HTTPRoute, GRPCRoute, TLSRoute",
    /(?:(?:gateway\.)?networking\.k8s\.io|extensions)\/\w+/,
    ["Ingress", "HTTPRoute", "GRPCRoute", "TLSRoute"],
    (object, { kind, place }): HostClaim => ({
        namespace: place,
        hasDeepWildcards: kind !== "Ingress",
        sources: () =>
            (kind === "Ingress"
                ? [
                      ...rulesOf(object).map((rule) => rule.at("host")),
                      object.in("metadata", "annotations", hostExtension),
                  ]
                : object.in("spec", "hostnames").elements()
            ).map((property) => ({ property, hosts: () => hostsIn(property) })),
    }),
);

function rulesOf(ingress: Property): Property[] {
    return ingress.in("spec", "rules").elements();
}

function hostsIn(property: Property): string[] {
    return (property.string() ?? "")
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== "" && host !== "*");
}
