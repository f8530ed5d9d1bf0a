import { createHash } from "node:crypto";

import { type PropertyMap, isMap, valueAt } from "../providers/property";
import type { ObjectType } from "./object-type";

/** What the control plane adds to an object, as far as programs use to read it. Nothing runs, so there is no more. */
export function withServerFields({ group, kind }: ObjectType, object: PropertyMap, uid: string): PropertyMap {
    switch (`${group}/${kind}`) {
        case "/Namespace":
            return { status: { phase: "Active" }, ...object };
        case "/Service":
            return withAddress(object, uid);
        case "networking.k8s.io/Ingress":
            return { status: { loadBalancer: { ingress: [{ ip: address("198.51.100", uid) }] } }, ...object };
        default:
            return object;
    }
}

/** A Service has an address within the cluster, unless it says otherwise, and one of the load balancer if it asks for it. */
function withAddress(object: PropertyMap, uid: string): PropertyMap {
    const spec = isMap(object.spec) ? object.spec : {};
    if (spec.type === "ExternalName") return object;
    const clusterIP = spec.clusterIP ?? address("10.0.200", uid);
    const isInternal =
        valueAt(object, "metadata", "annotations", "service.beta.kubernetes.io/azure-load-balancer-internal") ===
        "true";
    const ip = spec.loadBalancerIP ?? address(isInternal ? "10.224.0" : "198.51.100", uid);
    const loadBalancer: PropertyMap = spec.type === "LoadBalancer" ? { ingress: [{ ip }] } : {};
    return { ...object, spec: { type: "ClusterIP", ...spec, clusterIP }, status: { loadBalancer } };
}

/** One address of a network of 256, the same for the same object. */
function address(network: string, uid: string): string {
    const byte = createHash("sha256").update(uid).digest()[0] ?? 0;
    return `${network}.${String(1 + (byte % 254))}`;
}
