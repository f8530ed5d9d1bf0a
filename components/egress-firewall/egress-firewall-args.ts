import type * as pulumi from "@pulumi/pulumi";

/** What a firewall lets out beyond what AKS needs, and where it runs. */
export interface EgressFirewallShapeArgs {
    /**
     * Names that nodes and pods may reach by HTTPS and HTTP beyond what AKS and its add-ons need, such as
     * `api.example.org` or `*.example.org`. Each one is a way out for data as well. Default: none.
     *
     * kured from its own registry needs `ghcr.io` and `pkg-containers.githubusercontent.com`. A registry or a vault with
     * a private endpoint needs no name here.
     *
     * @default - none
     */
    allowedFqdns?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Availability zones of the firewall and of its public address, such as "1", "2", "3". Default: none are named, and
     * Azure places it. They cannot be changed.
     *
     * @default - decided by Azure
     */
    zones?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * ARM id of the Log Analytics workspace that gets what the firewall let out and what it refused; ingestion costs by
     * volume. Default: none, and nobody sees what a workload tried to reach.
     *
     * @default - none
     */
    workspaceId?: pulumi.Input<string>;
}

/** A firewall for the egress of clusters in one virtual network. */
export interface EgressFirewallArgs extends EgressFirewallShapeArgs {
    /** Name of the resource group that holds the firewall. */
    resourceGroupName: pulumi.Input<string>;

    /** ARM id of the subnet of the firewall: it is named `AzureFirewallSubnet`, and is a /26 or wider. */
    subnetId: pulumi.Input<string>;

    /**
     * IPv4 networks that may use the firewall, in CIDR notation: the subnets of the nodes. Pods of an overlay leave with
     * the address of their node; where pods have addresses of the virtual network, their subnets as well.
     */
    sourceAddresses: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Azure region. Default: the location of the provider's configuration.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
