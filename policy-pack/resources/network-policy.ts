import { some } from "../policy";
import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { parseIpRange, type IpRange } from "../values/ip-range";
import { kubernetesObject } from "./kubernetes-object";
import { selectsAll } from "./label-selector";

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
    (object, { place }): NetworkPolicy => {
        const spec = object.at("spec");
        return {
            namespace: place,
            isolates: (direction) =>
                selectsAll(spec.at("podSelector")) && isOf(spec, direction) && !allowsAll(spec, direction),
        };
    },
);

/** Without types, a policy is one of ingress, and one of egress where it has rules for that. */
function isOf(spec: Property, direction: Direction): boolean {
    const types = spec.at("policyTypes").elements();
    if (types.length === 0) return direction === "Ingress" || spec.at("egress").isGiven;
    return some(...types.map((type) => () => type.string() === direction));
}

/** Whether a rule lets everything through. */
function allowsAll(spec: Property, direction: Direction): boolean {
    const [rules, peers] = direction === "Ingress" ? (["ingress", "from"] as const) : (["egress", "to"] as const);
    return some(
        ...spec
            .at(rules)
            .elements()
            .map(
                (rule) => () =>
                    !some(
                        () => !isAll(rule.at("ports"), isAnyPort),
                        () => !isAll(rule.at(peers), isAnyone),
                    ),
            ),
    );
}

/** Whether a list limits nothing: an empty one is none. */
function isAll(list: Property, isAny: (element: Property) => boolean): boolean {
    const elements = list.elements();
    return elements.length === 0 || some(...elements.map((element) => () => isAny(element)));
}

/** Every port of TCP, which nearly everything is spoken over. */
function isAnyPort(port: Property): boolean {
    if ((port.at("protocol").string() ?? "TCP") !== "TCP") return false;
    const [first, last] = [port.at("port").value, port.at("endPort").value];
    return first === undefined || (Number(first) <= 1 && Number(last) >= 65535);
}

/** Every pod of every namespace, or the internet. */
function isAnyone(peer: Property): boolean {
    const block = peer.at("ipBlock");
    if (block.isGiven) return isInternet(block);
    const namespaces = peer.at("namespaceSelector");
    return namespaces.isGiven && selectsAll(namespaces) && selectsAll(peer.at("podSelector"));
}

/** Exceptions of single addresses, and of networks that no cluster has, leave it open to every pod. */
function isInternet(block: Property): boolean {
    const allowed = rangeOf(block.at("cidr"));
    if (allowed === undefined || allowed.isInternal || allowed.prefixLength >= largestPrivateNetwork) return false;
    const except = block.at("except").elements();
    return !some(
        ...except.map((one) => () => {
            const range = rangeOf(one);
            return range !== undefined && range.isInternal && range.prefixLength <= wholeNetwork;
        }),
    );
}

/** The networks of nodes and pods are about this large. */
const wholeNetwork = 16;

/** What is wider than 10.0.0.0/8 has addresses of the internet, and many of them. */
const largestPrivateNetwork = 8;

function rangeOf(cidr: Property): IpRange | undefined {
    return parseIpRange(cidr.string() ?? "");
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
