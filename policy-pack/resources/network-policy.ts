import { some } from "../policy";
import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";

/** A direction of traffic, as the pod sees it. */
export type Direction = "Ingress" | "Egress";

/** A NetworkPolicy. */
export interface NetworkPolicy {
    /** The namespace whose pods it selects. */
    readonly namespace: Property;
    /** Whether it refuses what no policy allows, for every pod of the namespace. */
    readonly isolates: (direction: Direction) => boolean;
}

/** Network policies of Kubernetes itself. */
export const networkPolicy = kubernetesObject(
    "NetworkPolicy",
    /networking\.k8s\.io\/v1|extensions\/v1beta1/,
    ["NetworkPolicy"],
    (object): NetworkPolicy => {
        const spec = object.at("spec");
        return {
            namespace: object.in("metadata", "namespace"),
            isolates: (direction) =>
                selectsAll(spec.at("podSelector")) && isOf(spec, direction) && !allowsAll(spec, direction),
        };
    },
);

/** An empty selector selects everything. */
function selectsAll(selector: Property): boolean {
    const parts = [selector.at("matchLabels").members(), selector.at("matchExpressions").elements()];
    return parts.every(({ length }) => length === 0);
}

/** Without types, a policy is one of ingress, and one of egress where it has rules for that. */
function isOf(spec: Property, direction: Direction): boolean {
    const types = spec.at("policyTypes").elements();
    if (types.length === 0) return direction === "Ingress" || spec.at("egress").isGiven;
    return some(...types.map((type) => () => type.string() === direction));
}

/** A rule without any peer or port allows everything. */
function allowsAll(spec: Property, direction: Direction): boolean {
    const [rules, peers] = direction === "Ingress" ? (["ingress", "from"] as const) : (["egress", "to"] as const);
    return spec
        .at(rules)
        .elements()
        .some((rule) => rule.at(peers).elements().length === 0 && rule.at("ports").elements().length === 0);
}

/** Network policies of Cilium and Calico, which nobody here can read. */
export const otherNetworkPolicy: ResourceKind<object> = {
    name: "NetworkPolicy of Cilium or Calico",
    matches: (type) =>
        /^kubernetes:(?:cilium\.io|(?:crd\.)?projectcalico\.org)\/\w+:\w*NetworkPolicy(?:List|Patch)?$/.test(type),
    *views() {
        yield {};
    },
};
