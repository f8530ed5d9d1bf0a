import type * as pulumi from "@pulumi/pulumi";
import {
    TrafficProtocol,
    type NamespaceTrafficArgs,
    type NetworkTrafficArgs,
    type SecureNamespaceArgs,
    type TrafficPortArgs,
} from "./secure-namespace-args";

/** Label of a namespace that the API server itself sets to the name. */
const nameLabel = "kubernetes.io/metadata.name";

const dnsPorts = [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
];

const everyPod = {};

/** The network policies of a namespace, by name. They add up: what none allows is refused. */
export function networkPolicies(args: SecureNamespaceArgs) {
    return {
        "default-deny": { podSelector: everyPod, policyTypes: ["Ingress", "Egress"] },
        "allow-dns": { podSelector: everyPod, policyTypes: ["Egress"], egress: [clusterDns, localDns] },
        ...(args.sameNamespaceTraffic === true ? { "allow-same-namespace": withinNamespace } : {}),
        ...ingressPolicy([
            ...(args.ingressFromNamespaces ?? []).map(fromNamespace),
            ...(args.ingressFromNetworks ?? []).map(fromNetwork),
        ]),
        ...egressPolicy([
            ...(args.egressToNamespaces ?? []).map(toNamespace),
            ...(args.egressToNetworks ?? []).map(toNetwork),
        ]),
    };
}

/** CoreDNS, whose label is that of its predecessor. */
const clusterDns = {
    to: [
        {
            namespaceSelector: { matchLabels: { [nameLabel]: "kube-system" } },
            podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
        },
    ],
    ports: dnsPorts,
};

/** The two addresses of LocalDNS on every node. https://learn.microsoft.com/azure/aks/localdns-custom */
const localDns = { to: [{ ipBlock: { cidr: "169.254.10.10/31" } }], ports: dnsPorts };

/** Since version 1.17, Cilium takes the addresses of LocalDNS for the node itself, which no address can name. */
export const ciliumLocalDns = {
    endpointSelector: everyPod,
    egress: [
        {
            toEntities: ["host"],
            toPorts: [
                {
                    ports: [
                        { port: "53", protocol: "UDP" },
                        { port: "53", protocol: "TCP" },
                    ],
                },
            ],
        },
    ],
};

const withinNamespace = {
    podSelector: everyPod,
    policyTypes: ["Ingress", "Egress"],
    ingress: [{ from: [{ podSelector: everyPod }] }],
    egress: [{ to: [{ podSelector: everyPod }] }],
};

function ingressPolicy<Rule>(ingress: Rule[]) {
    return ingress.length === 0
        ? {}
        : { "allow-ingress": { podSelector: everyPod, policyTypes: ["Ingress"], ingress } };
}

function egressPolicy<Rule>(egress: Rule[]) {
    return egress.length === 0 ? {} : { "allow-egress": { podSelector: everyPod, policyTypes: ["Egress"], egress } };
}

function fromNamespace(traffic: NamespaceTrafficArgs) {
    return { from: [podsOf(traffic)], ports: traffic.ports.map(portOf) };
}

function fromNetwork({ cidr, ports }: NetworkTrafficArgs) {
    return { from: [{ ipBlock: { cidr } }], ports: ports.map(portOf) };
}

function toNamespace(traffic: NamespaceTrafficArgs) {
    return { to: [podsOf(traffic)], ports: traffic.ports.map(portOf) };
}

function toNetwork({ cidr, ports }: NetworkTrafficArgs) {
    return { to: [{ ipBlock: { cidr } }], ports: ports.map(portOf) };
}

function podsOf({ namespaceName, podLabels }: NamespaceTrafficArgs) {
    return {
        namespaceSelector: { matchLabels: { [nameLabel]: namespaceName } },
        ...(podLabels === undefined ? {} : { podSelector: { matchLabels: podLabels } }),
    };
}

function portOf({ port, endPort, protocol = TrafficProtocol.Tcp }: TrafficPortArgs): {
    protocol: string;
    port: pulumi.Input<number>;
    endPort?: pulumi.Input<number>;
} {
    return { protocol: protocol.toUpperCase(), port, ...(endPort === undefined ? {} : { endPort }) };
}
