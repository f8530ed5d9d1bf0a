import type * as pulumi from "@pulumi/pulumi";
import type { EgressFirewallShapeArgs } from "../egress-firewall/egress-firewall-args";

/** How nodes leave a network. */
export const Egress = {
    /** Through a NAT gateway with one public address: nodes reach everything, and nothing reaches them. */
    NatGateway: "NatGateway",
    /** Through a firewall that lets out what AKS needs and what is named, and nothing else. */
    Firewall: "Firewall",
    /** Not at all: no address and no route leads to the internet, and the security group refuses what would. */
    None: "None",
} as const;
export type Egress = (typeof Egress)[keyof typeof Egress];

/** What a network keeps a subnet for, so that requests from outside reach workloads. */
export const NetworkIngress = {
    /** An Application Gateway, for `ApplicationGatewayIngress`. */
    ApplicationGateway: "ApplicationGateway",
    /** An Application Gateway for Containers, for `GatewayForContainersIngress`. */
    GatewayForContainers: "GatewayForContainers",
} as const;
export type NetworkIngress = (typeof NetworkIngress)[keyof typeof NetworkIngress];

/** Where a network lies and how nodes leave it. */
export interface NetworkArgs {
    /** Name of the resource group that holds the network. It cannot be changed while something is in the network. */
    resourceGroupName: pulumi.Input<string>;

    /**
     * Azure region. Default: the location of the provider's configuration. It cannot be changed while something is in the
     * network.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * IPv4 address space of the virtual network, in CIDR notation, between /8 and /22. Default: 10.240.0.0/16.
     * The first quarter holds the nodes; the subnets of the API server, of private endpoints and of a firewall follow. It
     * cannot be changed while something is in the network.
     *
     * @default "10.240.0.0/16"
     */
    addressSpace?: pulumi.Input<string>;

    /**
     * Network of the pods, in CIDR notation: an overlay, so it is no part of the address space, but the security
     * group of the nodes must let it pass. Default: 10.244.0.0/16.
     *
     * @default "10.244.0.0/16"
     */
    podCidr?: pulumi.Input<string>;

    /**
     * How nodes leave the network. Default: NatGateway, or Firewall where `firewallPrivateIpAddress` is given. A change
     * gives them other public addresses, and a cluster in the network refuses it.
     *
     * Firewall without an address makes an Azure Firewall in this network, which costs more per hour than the nodes of a
     * small cluster. None is for network-isolated clusters, whose images come from a registry with a private endpoint.
     * https://learn.microsoft.com/azure/aks/egress-outboundtype
     *
     * @default Egress.NatGateway
     */
    egress?: Egress;

    /**
     * Private address of a firewall that exists: all traffic of the nodes leaves through it, by a user-defined route.
     * Default: none, and `egress` decides.
     *
     * The firewall must let pass what AKS needs, and be reachable from this network (peering is the caller's).
     * https://learn.microsoft.com/azure/aks/limit-egress-traffic
     *
     * @default - decided by `egress`
     */
    firewallPrivateIpAddress?: pulumi.Input<string>;

    /**
     * What the firewall of `egress: Firewall` lets out beyond what AKS needs, and its zones. Default: nothing, and no
     * zones are named.
     *
     * @default - only what AKS needs
     */
    firewall?: EgressFirewallShapeArgs;

    /**
     * Kind of gateway that a subnet is made for: a /24 at the beginning of the second half of the address space
     * (ApplicationGateway) or at the beginning of its last quarter (GatewayForContainers). Default: none.
     *
     * @default - none
     */
    ingress?: NetworkIngress;

    /**
     * Whether a subnet is made for the system nodes that AKS runs in an AKS Automatic cluster: a /26 behind that of the
     * firewall, with the same way out as the nodes. Default: false.
     *
     * @default false
     */
    systemNodes?: boolean;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** How nodes reach the internet, in ARM's terms. */
export const OutboundType = {
    /** Through a NAT gateway on the node subnet. */
    NatGateway: "userAssignedNATGateway",
    /** Through a route of the node subnet's route table, to a firewall. */
    UserDefinedRouting: "userDefinedRouting",
    /** Not at all: for network-isolated clusters. */
    None: "none",
} as const;
export type OutboundType = (typeof OutboundType)[keyof typeof OutboundType];

/** Defaults of the address arguments, in one place because `Cluster` and `Network` share them. */
export const defaultAddresses = {
    addressSpace: "10.240.0.0/16",
    podCidr: "10.244.0.0/16",
    serviceCidr: "10.0.0.0/16",
} as const;
