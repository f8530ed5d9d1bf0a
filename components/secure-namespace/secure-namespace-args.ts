import type * as pulumi from "@pulumi/pulumi";

/** What pods of a namespace may do. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const NamespacePodSecurityLevel = {
    /** No root, no privilege escalation, nothing of the node: what pods of one's own can be written for. */
    Restricted: "Restricted",
    /**
     * Nothing that reaches the node, but root inside of the container. What it costs: a weakness of the container
     * runtime or of the kernel is met by root.
     */
    Baseline: "Baseline",
    /**
     * Everything. What it costs: whoever may create a pod here is root on the nodes, and so on every pod of the
     * cluster. What is above Restricted is written to the audit log, and not refused.
     */
    Privileged: "Privileged",
} as const;
export type NamespacePodSecurityLevel = (typeof NamespacePodSecurityLevel)[keyof typeof NamespacePodSecurityLevel];

/** What enforces network policies in the cluster. */
export const NetworkPolicyEngine = {
    /** Cilium, as in clusters of `Cluster` and in AKS Automatic. Nodes are reached by name, not by address. */
    Cilium: "Cilium",
    /** An engine that knows network policies of Kubernetes only, such as Calico. */
    KubernetesOnly: "KubernetesOnly",
} as const;
export type NetworkPolicyEngine = (typeof NetworkPolicyEngine)[keyof typeof NetworkPolicyEngine];

/** A protocol that ports belong to. */
export const TrafficProtocol = { Tcp: "Tcp", Udp: "Udp" } as const;
export type TrafficProtocol = (typeof TrafficProtocol)[keyof typeof TrafficProtocol];

/** A port, or a range of ports. */
export interface TrafficPortArgs {
    /** The port of the pod, 1 to 65535. */
    port: pulumi.Input<number>;

    /**
     * Last port of the range that begins with `port`. Default: `port`, one port.
     *
     * @default - `port`
     */
    endPort?: pulumi.Input<number>;

    /**
     * Protocol. Default: Tcp.
     *
     * @default TrafficProtocol.Tcp
     */
    protocol?: TrafficProtocol;
}

/** Traffic with pods of another namespace. */
export interface NamespaceTrafficArgs {
    /** Name of the other namespace. */
    namespaceName: pulumi.Input<string>;

    /**
     * Labels that the pods there have. Default: none, and all pods of that namespace are meant.
     *
     * @default - all pods
     */
    podLabels?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /** Ports on which the traffic arrives, at least one. */
    ports: TrafficPortArgs[];
}

/** Traffic with a network outside of the cluster. With Cilium, pods and nodes of the cluster are never meant by it. */
export interface NetworkTrafficArgs {
    /** The network in CIDR notation, such as that of a gateway's subnet. One address is one with /32. */
    cidr: pulumi.Input<string>;

    /** Ports on which the traffic arrives, at least one. */
    ports: TrafficPortArgs[];
}

/** What a container gets that states no resources itself, as quantities of Kubernetes. */
export interface ContainerDefaultsArgs {
    /**
     * CPU that is set aside for it. Default: 100m, a tenth of a core.
     *
     * @default "100m"
     */
    cpuRequest?: pulumi.Input<string>;

    /**
     * CPU that it never gets more of. Default: 500m.
     *
     * @default "500m"
     */
    cpuLimit?: pulumi.Input<string>;

    /**
     * Memory that is set aside for it. Default: 128Mi.
     *
     * @default "128Mi"
     */
    memoryRequest?: pulumi.Input<string>;

    /**
     * Memory above which it is ended. Default: 256Mi.
     *
     * @default "256Mi"
     */
    memoryLimit?: pulumi.Input<string>;
}

/** The most that one container may ask for, as quantities of Kubernetes. */
export interface ContainerMaximumArgs {
    /**
     * Highest limit of CPU. Default: 2 cores.
     *
     * @default "2"
     */
    cpu?: pulumi.Input<string>;

    /**
     * Highest limit of memory. Default: 4Gi.
     *
     * @default "4Gi"
     */
    memory?: pulumi.Input<string>;
}

/** The most that all objects of the namespace may take together. */
export interface NamespaceLimitsArgs {
    /**
     * Sum of the CPU that is set aside. Default: 8 cores.
     *
     * @default "8"
     */
    cpuRequests?: pulumi.Input<string>;

    /**
     * Sum of the limits of CPU. Default: 16 cores.
     *
     * @default "16"
     */
    cpuLimits?: pulumi.Input<string>;

    /**
     * Sum of the memory that is set aside. Default: 16Gi.
     *
     * @default "16Gi"
     */
    memoryRequests?: pulumi.Input<string>;

    /**
     * Sum of the limits of memory. Default: 32Gi.
     *
     * @default "32Gi"
     */
    memoryLimits?: pulumi.Input<string>;

    /**
     * Pods that are not at their end. Default: 100.
     *
     * @default 100
     */
    pods?: pulumi.Input<number>;

    /**
     * Services of type LoadBalancer. Default: 0. Each one that is allowed is a way into the cluster that passes the
     * gateway and its firewall.
     *
     * @default 0
     */
    loadBalancers?: pulumi.Input<number>;

    /**
     * Ports of services that are open on every node. Default: 0. Each port of a service of type LoadBalancer needs
     * one, and whoever reaches a node reaches the port.
     *
     * @default 0
     */
    nodePorts?: pulumi.Input<number>;
}

/** A namespace and what holds in it. All arguments are optional. */
export interface SecureNamespaceArgs {
    /**
     * Name of the namespace that is created: 1 to 63 lower-case letters, digits and inner hyphens. Another name is
     * another namespace: what lives in the old one is deleted. Default: the name of the component, in that form.
     *
     * @default - the name of the component
     */
    namespaceName?: pulumi.Input<string>;

    /**
     * What pods may do; the API server refuses those that do more. Default: Restricted. Baseline costs the protection
     * against root in containers, Privileged that against root on nodes.
     *
     * @default NamespacePodSecurityLevel.Restricted
     */
    podSecurityLevel?: NamespacePodSecurityLevel;

    /**
     * Version of Kubernetes whose rules the level means, such as "v1.36", so that an upgrade of the cluster does not
     * refuse what ran before. A cluster that is older applies the newest rules that it knows. Raise it after an upgrade;
     * "latest" always applies those of the cluster, and costs surprises on the day of the upgrade. Default: v1.36.
     * https://kubernetes.io/docs/concepts/security/pod-security-admission/
     *
     * @default "v1.36"
     */
    podSecurityVersion?: pulumi.Input<string>;

    /**
     * What enforces network policies in the cluster. Default: Cilium, which `Cluster` makes. It decides how pods reach
     * LocalDNS, the cache of names on each node.
     * https://learn.microsoft.com/azure/aks/localdns-custom
     *
     * @default NetworkPolicyEngine.Cilium
     */
    networkPolicyEngine?: NetworkPolicyEngine;

    /**
     * Whether pods of the namespace reach each other on every port. What it costs: one pod that was taken over reaches
     * all others. Default: false, and a network policy of your own says which ones do.
     *
     * @default false
     */
    sameNamespaceTraffic?: boolean;

    /**
     * Namespaces whose pods reach the pods of this one, each with the ports. Default: none.
     *
     * @default - none
     */
    ingressFromNamespaces?: NamespaceTrafficArgs[];

    /**
     * Networks from which the pods are reached, such as the subnet of an application gateway, each with the ports.
     * Default: none.
     *
     * @default - none
     */
    ingressFromNetworks?: NetworkTrafficArgs[];

    /**
     * Namespaces whose pods are reached from this one, each with the ports. They must let it in themselves.
     * Default: none; names are resolved in any case.
     *
     * @default - none
     */
    egressToNamespaces?: NamespaceTrafficArgs[];

    /**
     * Networks that the pods reach, each with the ports. The API server is one of them, for pods that talk to it. A
     * wide network is a way out for what a pod knows. Default: none.
     *
     * @default - none
     */
    egressToNetworks?: NetworkTrafficArgs[];

    /**
     * What containers get that state no resources. Default: 100m to 500m of CPU, 128Mi to 256Mi of memory.
     *
     * @default - 100m to 500m of CPU, 128Mi to 256Mi of memory
     */
    containerDefaults?: ContainerDefaultsArgs;

    /**
     * The most that one container may ask for. Default: 2 cores and 4Gi of memory.
     *
     * @default - 2 cores, 4Gi of memory
     */
    containerMaximum?: ContainerMaximumArgs;

    /**
     * The most that the whole namespace may take. Default: 8 cores and 16Gi set aside, limits of 16 cores and 32Gi, 100
     * pods, no load balancer and no port of nodes.
     *
     * @default - 8 cores and 16Gi set aside, 100 pods, no load balancer
     */
    quota?: NamespaceLimitsArgs;

    /**
     * Domain whose hosts the ingresses of this namespace may claim, itself and all below it, such as
     * "shop.example.com". `AdmissionPolicies` holds it, so give each namespace a domain that is no part of another one.
     * Default: none, and with `AdmissionPolicies` the namespace has no ingress.
     *
     * @default - none
     */
    ingressHostSuffix?: pulumi.Input<string>;

    /**
     * Further labels of the namespace. Those of pod security have arguments of their own. Default: none.
     *
     * @default - none
     */
    labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /**
     * Annotations of the namespace. Default: none.
     *
     * @default - none
     */
    annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
