import type * as pulumi from "@pulumi/pulumi";
import type { ClusterGrantArgs, EntraGroupArgs } from "../cluster-access/cluster-access-args";
import type { OutboundType } from "../network/network-args";
import type { ClusterNodePoolArgs, NodePoolShapeArgs } from "../node-pool/node-pool-args";

/** How nodes and clients reach the API server. */
export const ApiServerConnection = {
    /** The API server has an address in the cluster's network, public or private (API Server VNet Integration). */
    VnetIntegration: "VnetIntegration",
    /** The API server lives outside: nodes reach a private one by a private endpoint, a public one over the internet. */
    PrivateLink: "PrivateLink",
} as const;
export type ApiServerConnection = (typeof ApiServerConnection)[keyof typeof ApiServerConnection];

/** How kubelogin signs in. https://azure.github.io/kubelogin/concepts/login-modes.html */
export const KubeloginMode = {
    /** As whoever is signed in to the Azure CLI: people, and pipelines with an `az login` step. */
    AzureCli: "azurecli",
    /** By a federated token, as pipelines and pods have it. */
    WorkloadIdentity: "workloadidentity",
    /** As the managed identity of the machine. */
    ManagedIdentity: "msi",
    /** As a service principal whose id and secret are in environment variables. */
    ServicePrincipal: "spn",
} as const;
export type KubeloginMode = (typeof KubeloginMode)[keyof typeof KubeloginMode];

/** Pricing tier of the control plane. https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers */
export const ClusterTier = {
    /** No uptime agreement: for trying out. */
    Free: "Free",
    /** With an uptime agreement. */
    Standard: "Standard",
    /** Standard with long-term support of Kubernetes versions. */
    Premium: "Premium",
} as const;
export type ClusterTier = (typeof ClusterTier)[keyof typeof ClusterTier];

/** A network that exists, and that the cluster is put into. */
export interface ExistingNetworkArgs {
    /** ARM id of the subnet of the nodes, with its NAT gateway or route table in place. */
    nodeSubnetId: pulumi.Input<string>;

    /**
     * ARM id of a subnet in the same virtual network, /28 or larger, delegated to
     * `Microsoft.ContainerService/managedClusters`. Needed with API Server VNet Integration, the default connection.
     *
     * @default - none
     */
    apiServerSubnetId?: pulumi.Input<string>;

    /**
     * How nodes leave the network: through the NAT gateway of their subnet, or through a route to a firewall.
     * Default: the NAT gateway.
     *
     * @default OutboundType.NatGateway
     */
    outboundType?: OutboundType;

    /**
     * Public addresses that nodes leave with. Needed where nodes reach a public API server over the internet
     * (connection PrivateLink with `authorizedIpRanges`): they are added to the ranges, or nodes could not join.
     * Default: none.
     *
     * @default - none
     */
    egressIpAddresses?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Arguments of a cluster. All are optional: without any, the cluster is private and hardened. */
export interface ClusterArgs {
    /**
     * Azure region. Default: the location of the resource group, or of the provider's configuration.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Name of a resource group that exists. Default: one is created.
     *
     * @default - created
     */
    resourceGroupName?: pulumi.Input<string>;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /**
     * Networks on the internet that may reach the API server, as IPv4 CIDR: at most 2,000, and 200 with connection
     * PrivateLink; /16 or narrower. The address that this program runs from must be in them where it also creates
     * Kubernetes objects.
     *
     * Default: none, and the API server is private. Given, it is public and limited to these networks (practice 1
     * instead of practice 2): what it costs is that an address on the internet can be scanned and flooded.
     *
     * @default - none: the API server is private
     */
    authorizedIpRanges?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * How the API server is reached. Default: VnetIntegration, where `authorizedIpRanges` can be given and taken back
     * later. PrivateLink is for regions without capacity for it, and what it costs is that choice: a cluster made with
     * it stays public or private. It cannot be changed back once VnetIntegration is on.
     *
     * @default ApiServerConnection.VnetIntegration
     */
    apiServerConnection?: ApiServerConnection;

    /**
     * ARM id of a private DNS zone for the API server's name, linked to where it is resolved:
     * `private.<region>.azmk8s.io`, or `privatelink.<region>.azmk8s.io` with connection PrivateLink, or a name below.
     * Default: a zone is created and linked to the cluster's network. It cannot be changed after creation.
     *
     * @default - created
     */
    privateDnsZoneId?: pulumi.Input<string>;

    /**
     * A network that exists. Default: a `Network` is created.
     *
     * @default - created
     */
    existingNetwork?: ExistingNetworkArgs;

    /**
     * Address space of the network that is created, as IPv4 CIDR between /8 and /22. Default: 10.240.0.0/16.
     *
     * @default "10.240.0.0/16"
     */
    addressSpace?: pulumi.Input<string>;

    /**
     * Private address of a firewall that all traffic of the nodes leaves through. Default: none, and nodes leave
     * through a NAT gateway. The firewall must let pass what AKS needs.
     * https://learn.microsoft.com/azure/aks/limit-egress-traffic
     *
     * @default - a NAT gateway
     */
    firewallPrivateIpAddress?: pulumi.Input<string>;

    /**
     * Public address that the firewall gives to traffic of the nodes. Needed with connection PrivateLink and
     * `authorizedIpRanges`, where nodes reach the API server over the internet. Default: none.
     *
     * @default - none
     */
    firewallPublicIpAddress?: pulumi.Input<string>;

    /**
     * Network of the pods, an overlay. Default: 10.244.0.0/16. It cannot be changed.
     *
     * @default "10.244.0.0/16"
     */
    podCidr?: pulumi.Input<string>;

    /**
     * Network of the services, /12 to /28. The tenth address is that of the cluster's DNS. Default: 10.0.0.0/16.
     * It cannot be changed.
     *
     * @default "10.0.0.0/16"
     */
    serviceCidr?: pulumi.Input<string>;

    /**
     * Kubernetes version, minor only ("1.35"): patches come by the upgrade channel, and a pinned patch would fight it.
     * Default: what AKS takes as its default at creation.
     *
     * @default - decided by AKS
     */
    kubernetesVersion?: pulumi.Input<string>;

    /**
     * Pricing tier of the control plane. Default: Standard. Free costs the uptime agreement.
     *
     * @default ClusterTier.Standard
     */
    tier?: ClusterTier;

    /**
     * The pool for the add-ons of AKS, a part of the cluster called `system`. Default: 2 to 5 nodes of
     * Standard_D4ds_v5.
     *
     * @default - see NodePoolShapeArgs
     */
    systemNodePool?: NodePoolShapeArgs;

    /**
     * Pools for workloads. Default: one pool `workload`. With an empty list, workloads share the system pool.
     *
     * @default - one pool called workload
     */
    nodePools?: ClusterNodePoolArgs[];

    /**
     * Who may do what in the cluster, by principals that exist. Default: none. Where neither this nor `groups` names
     * a ClusterAdmin, the principal that runs the program becomes one, so that nobody is locked out.
     *
     * @default - the deploying principal is ClusterAdmin
     */
    grants?: ClusterGrantArgs[];

    /** Who may do what in the cluster, by groups to create in Entra ID. Default: none. */
    groups?: EntraGroupArgs[];

    /**
     * How the kubeconfig and `provider` sign in. Default: azurecli.
     *
     * @default KubeloginMode.AzureCli
     */
    kubeloginMode?: KubeloginMode;
}
