import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/index.js";
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

/** A network policy of a namespace. */
interface NamedPolicy {
    name: string;
    spec: NonNullable<NetworkPolicyArgs["spec"]>;
}

/** The network policies of a namespace. They add up: what none allows is refused. */
export function networkPolicies(args: SecureNamespaceArgs): NamedPolicy[] {
    const ingress = [
        ...(args.ingressFromNamespaces ?? []).map(fromNamespace),
        ...(args.ingressFromNetworks ?? []).map(fromNetwork),
    ];
    const egress = [
        ...(args.egressToNamespaces ?? []).map(toNamespace),
        ...(args.egressToNetworks ?? []).map(toNetwork),
    ];
    const policies: NamedPolicy[] = [
        { name: "default-deny", spec: { podSelector: everyPod, policyTypes: ["Ingress", "Egress"] } },
        {
            name: "allow-dns",
            spec: { podSelector: everyPod, policyTypes: ["Egress"], egress: [clusterDns, localDns] },
        },
    ];
    if (args.sameNamespaceTraffic === true) {
        policies.push({ name: "allow-same-namespace", spec: withinNamespace });
    }
    if (ingress.length > 0) {
        policies.push({
            name: "allow-ingress",
            spec: { podSelector: everyPod, policyTypes: ["Ingress"], ingress },
        });
    }
    if (egress.length > 0) {
        policies.push({ name: "allow-egress", spec: { podSelector: everyPod, policyTypes: ["Egress"], egress } });
    }
    return policies;
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
