import { createHash } from "node:crypto";

import { type PropertyMap, isMap, textOf, valueAt } from "../providers/property";
import type { ObjectType } from "./object-type";

/** The status that controllers write into an object soon after it is there; undefined if they write none that counts. */
export function statusOf({ group, kind }: ObjectType, object: PropertyMap): PropertyMap | undefined {
    switch (`${group}/${kind}`) {
        case "/ResourceQuota":
            return quotaStatus(object);
        case "/Service":
            return valueAt(object, "spec", "type") === "LoadBalancer"
                ? loadBalancerStatus(serviceAddress(object))
                : undefined;
        case "networking.k8s.io/Ingress":
            return loadBalancerStatus(address("198.51.100", object));
        default:
            return undefined;
    }
}

/** Until it is written how much of a quota is used, nothing can be made in its namespace. */
function quotaStatus(object: PropertyMap): PropertyMap {
    const hard = valueAt(object, "spec", "hard");
    const limits = isMap(hard) ? hard : {};
    const used = valueAt(object, "status", "used");
    const none = Object.fromEntries(Object.keys(limits).map((name) => [name, "0"]));
    return { hard: limits, used: { ...none, ...(isMap(used) ? used : {}) } };
}

function loadBalancerStatus(ip: string): PropertyMap {
    return { loadBalancer: { ingress: [{ ip }] } };
}

function serviceAddress(object: PropertyMap): string {
    const annotation = "service.beta.kubernetes.io/azure-load-balancer-internal";
    const isInternal = valueAt(object, "metadata", "annotations", annotation) === "true";
    const wanted = textOf(valueAt(object, "spec", "loadBalancerIP"));
    return wanted === "" ? address(isInternal ? "10.224.0" : "198.51.100", object) : wanted;
}

/** One address of a network of 256, the same for the same object. */
function address(network: string, object: PropertyMap): string {
    const [byte = 0] = createHash("sha256")
        .update(textOf(valueAt(object, "metadata", "uid")))
        .digest();
    return `${network}.${1 + (byte % 254)}`;
}
