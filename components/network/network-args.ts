import type * as pulumi from "@pulumi/pulumi";

/** Where a network lies and how nodes leave it. */
export interface NetworkArgs {
    /** Name of the resource group that holds the network. */
    resourceGroupName: pulumi.Input<string>;

    /**
     * Azure region. Default: the location of the provider's configuration.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * IPv4 address space of the virtual network, in CIDR notation, between /8 and /22. Default: 10.240.0.0/16.
     * The first quarter holds the nodes; the subnets of the API server and of private endpoints follow.
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
     * Private address of a firewall that all traffic of the nodes leaves through, by a user-defined route.
     * Default: none, and the nodes leave through a NAT gateway that this component creates.
     *
     * The firewall must let pass what AKS needs, and be reachable from this network (peering is the caller's).
     * https://learn.microsoft.com/azure/aks/limit-egress-traffic
     *
     * @default - a NAT gateway
     */
    firewallPrivateIpAddress?: pulumi.Input<string>;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** How nodes reach the internet, in ARM's terms. */
export const OutboundType = {
    /** Through a NAT gateway on the node subnet. */
    NatGateway: "userAssignedNATGateway",
    /** Through a route of the node subnet's route table, to a firewall. */
    UserDefinedRouting: "userDefinedRouting",
} as const;
export type OutboundType = (typeof OutboundType)[keyof typeof OutboundType];

/** Defaults of the address arguments, in one place because `Cluster` and `Network` share them. */
export const defaultAddresses = {
    addressSpace: "10.240.0.0/16",
    podCidr: "10.244.0.0/16",
    serviceCidr: "10.0.0.0/16",
} as const;
