import type * as pulumi from "@pulumi/pulumi";
import type { ClusterGrantArgs, EntraGroupArgs } from "../cluster-access/cluster-access-args";
import type { ClusterRegistryArgs } from "../container-registry/container-registry-args";
import type { ClusterSafeguardsArgs } from "../deployment-safeguards/deployment-safeguards-args";
import type { EgressFirewallShapeArgs } from "../egress-firewall/egress-firewall-args";
import type { KuredArgs } from "../kured/kured-args";
import type { MaintenanceScheduleArgs } from "../maintenance-windows/maintenance-windows-args";
import type { ClusterMonitoringArgs } from "../monitoring/monitoring-args";
import type { Egress, NetworkIngress, OutboundType } from "../network/network-args";
import type { ClusterNodePoolArgs, NodePoolShapeArgs } from "../node-pool/node-pool-args";
import type { ClusterPolicyArgs } from "../policy-assignments/policy-assignments-args";
import type { RegistryPermissionMode } from "../registry-access/registry-access-args";
import type { WebApplicationFirewallArgs } from "../web-application-firewall/web-application-firewall-args";

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
    /**
     * Standard with long-term support of Kubernetes versions: two years of patches for one minor version. AKS has no
     * long-term support with the ingress controller of Application Gateway, nor with KMS.
     */
    Premium: "Premium",
} as const;
export type ClusterTier = (typeof ClusterTier)[keyof typeof ClusterTier];

/** Which Kubernetes versions AKS upgrades to by itself. https://learn.microsoft.com/azure/aks/auto-upgrade-cluster */
export const UpgradeChannel = {
    /** The newest patch of the minor version before the newest one. */
    Stable: "stable",
    /** The newest patch of the minor version that the cluster has. What it costs: minor versions are yours to move. */
    Patch: "patch",
    /** The newest patch of the newest minor version. What it costs: less time for add-ons to follow. */
    Rapid: "rapid",
} as const;
export type UpgradeChannel = (typeof UpgradeChannel)[keyof typeof UpgradeChannel];

/** Who patches the operating system of nodes, and restarts them. */
export const NodeUpdates = {
    /** AKS replaces nodes by ones of a newer image, in the maintenance window. */
    NodeImage: "NodeImage",
    /** AKS patches nodes in the maintenance window, and replaces them where it must. Needs a way to snapshot.ubuntu.com. */
    SecurityPatch: "SecurityPatch",
    /**
     * Nodes patch themselves by night, and kured restarts one after the other. What it costs: AKS tests nothing before,
     * kured sees the processes of the nodes, and the program must reach the API server as ClusterAdmin to install it.
     */
    Kured: "Kured",
} as const;
export type NodeUpdates = (typeof NodeUpdates)[keyof typeof NodeUpdates];

/** Who may change the resource group that AKS makes for nodes and load balancers. */
export const NodeResourceGroupRestriction = {
    /** Nobody but AKS. https://learn.microsoft.com/azure/aks/node-resource-group-lockdown */
    ReadOnly: "ReadOnly",
    /** Whoever has rights there. What it costs: changes past AKS, which can break the cluster or open it. */
    Unrestricted: "Unrestricted",
} as const;
export type NodeResourceGroupRestriction =
    (typeof NodeResourceGroupRestriction)[keyof typeof NodeResourceGroupRestriction];

/** How the control plane reaches the key vault of KMS. */
export const KeyVaultAccess = {
    /** By a private endpoint that AKS makes: for vaults with public access disabled. Needs API Server VNet Integration. */
    Private: "Private",
    /** Over the internet: for vaults that every network reaches. AKS supports no vault with a firewall in between. */
    Public: "Public",
} as const;
export type KeyVaultAccess = (typeof KeyVaultAccess)[keyof typeof KeyVaultAccess];

/** Encryption of what is in etcd with an own key. https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption */
export interface ClusterKmsArgs {
    /**
     * Id of a version of a key: `https://<vault>.vault.azure.net/keys/<key>/<version>`. After a change, secrets must be
     * written again, and both versions kept: without its key the cluster cannot be recovered.
     */
    keyId: pulumi.Input<string>;

    /** ARM id of the vault of the key. It must use Azure RBAC and have purge protection. */
    keyVaultId: pulumi.Input<string>;

    /**
     * How the control plane reaches the vault. Default: Private.
     *
     * @default KeyVaultAccess.Private
     */
    keyVaultAccess?: KeyVaultAccess;
}

/** The gateway that exposes workloads, and what controls it from inside of the cluster. */
export interface ClusterIngressArgs {
    /**
     * Kind of gateway. ApplicationGateway is configured by an add-on of AKS, GatewayForContainers, its successor, by a
     * controller that the program installs: it must reach the API server as ClusterAdmin, and
     * `nodeResourceGroupRestriction` must be Unrestricted, because the controller reads the resource group of the nodes.
     */
    gateway: NetworkIngress;

    /**
     * Certificates that an ApplicationGateway serves, as name and secret id without a version:
     * `https://<vault>.vault.azure.net/secrets/<certificate>`. Needed with ApplicationGateway; the successor gets
     * certificates from inside of the cluster.
     *
     * @default - none
     */
    certificates?: Record<string, pulumi.Input<string>>;

    /**
     * ARM id of the vault that holds the certificates, such as `KeyVault.vaultId`. Needed with ApplicationGateway.
     *
     * @default - none
     */
    keyVaultId?: pulumi.Input<string>;

    /**
     * Availability zones of an ApplicationGateway, such as "1", "2", "3". Default: none are named. They cannot be changed.
     *
     * @default - decided by Azure
     */
    zones?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Fewest instances of an ApplicationGateway. Each costs by the hour. Default: 2.
     *
     * @default 2
     */
    minCapacity?: pulumi.Input<number>;

    /**
     * Most instances of an ApplicationGateway. Default: 10, or `minCapacity` where that is more.
     *
     * @default 10
     */
    maxCapacity?: pulumi.Input<number>;

    /**
     * How the web application firewall deals with requests. Default: it refuses attacks.
     *
     * @default - attacks are refused
     */
    webApplicationFirewall?: WebApplicationFirewallArgs;
}

/** A registry that exists, and that the nodes of a cluster may pull from. */
export interface AttachedRegistryArgs {
    /** A name for this right, used in resource names: renaming it assigns the role anew. */
    name: string;

    /** ARM id of the registry. It may lie in another subscription of the tenant. */
    registryId: pulumi.Input<string>;

    /**
     * The permission mode that the registry is in. Default: Registry.
     *
     * @default RegistryPermissionMode.Registry
     */
    permissionMode?: RegistryPermissionMode;
}

/** A network that exists, and that the cluster is put into. */
export interface ExistingNetworkArgs {
    /** ARM id of the subnet of the nodes, with its NAT gateway or route table in place. It cannot be changed. */
    nodeSubnetId: pulumi.Input<string>;

    /**
     * ARM id of a subnet in the same virtual network, /28 or larger, delegated to
     * `Microsoft.ContainerService/managedClusters`. Needed with API Server VNet Integration, the default connection. It
     * cannot be changed.
     *
     * @default - none
     */
    apiServerSubnetId?: pulumi.Input<string>;

    /**
     * ARM id of a subnet for private endpoints. Default: none. Needed with `registry`, unless that has `allowedIpRanges`.
     *
     * @default - none
     */
    privateEndpointSubnetId?: pulumi.Input<string>;

    /**
     * ARM id of a subnet for the gateway of `ingress`, with nothing else in it. Default: none. Needed with `ingress`. That of
     * an ApplicationGateway cannot be changed while the gateway runs.
     *
     * @default - none
     */
    ingressSubnetId?: pulumi.Input<string>;

    /**
     * How nodes leave the network: through the NAT gateway of their subnet, through a route to a firewall, or not at all.
     * Default: the NAT gateway. It cannot be changed.
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
     * Azure region. Default: the location of the resource group, or of the provider's configuration. It cannot be changed.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Name of a resource group that exists. Default: one is created. It cannot be changed.
     *
     * @default - created
     */
    resourceGroupName?: pulumi.Input<string>;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /**
     * Whether a lock keeps the cluster from being deleted, by whomever. Default: false. What it costs: the deployer needs
     * `Microsoft.Authorization/locks/*`, and no node pool, role or maintenance window of the cluster can be taken away as
     * long as the lock is there: before a destroy, take it away in an update of its own.
     *
     * @default false
     */
    lock?: boolean;

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
     * it stays public or private, and a private one keeps it. It cannot be changed back once VnetIntegration is on.
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
     * Address space of the network that is created, as IPv4 CIDR between /8 and /22. Default: 10.240.0.0/16. It cannot be
     * changed.
     *
     * @default "10.240.0.0/16"
     */
    addressSpace?: pulumi.Input<string>;

    /**
     * How nodes leave the network that is created. Default: NatGateway, or Firewall where `firewallPrivateIpAddress` is
     * given. Firewall without an address makes an Azure Firewall. None is a network-isolated cluster: nodes start from
     * the registry, `registry` or `bootstrapRegistryId`, and what the Defender sensor and Container Insights collect
     * leaves only through a private link scope of Azure Monitor, which is yours to make. It cannot be changed.
     *
     * @default Egress.NatGateway
     */
    egress?: Egress;

    /**
     * Private address of a firewall that exists: all traffic of the nodes leaves through it. Default: none, and `egress`
     * decides. The firewall must let pass what AKS needs. Another address changes the route; but one that comes later, or
     * is taken away, is another `egress`, which cannot be changed.
     * https://learn.microsoft.com/azure/aks/limit-egress-traffic
     *
     * @default - decided by `egress`
     */
    firewallPrivateIpAddress?: pulumi.Input<string>;

    /**
     * What the firewall of `egress: Firewall` lets out beyond what AKS needs, and its zones. Default: nothing.
     *
     * @default - only what AKS needs
     */
    firewall?: EgressFirewallShapeArgs;

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
     * Kubernetes version of the control plane and of all pools, minor only ("1.35"): patches come by the upgrade channel,
     * and a pinned patch would fight it. Pinned, the channel is Patch; the next minor version upgrades the control plane
     * and then one pool after the other. Default: what AKS takes as its default at creation.
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
     * Which Kubernetes versions AKS upgrades to, in the maintenance windows (practice 4). Default: Stable, or Patch where
     * `kubernetesVersion` is pinned or the tier is Premium.
     *
     * @default UpgradeChannel.Stable
     */
    upgradeChannel?: UpgradeChannel;

    /**
     * Who patches and restarts nodes (practice 4). Default: NodeImage, AKS by new images. One of three, never two.
     *
     * @default NodeUpdates.NodeImage
     */
    nodeUpdates?: NodeUpdates;

    /**
     * When and how kured restarts nodes, with `nodeUpdates: Kured`. Default: one node at a time, from 01:00 to 05:00 UTC.
     *
     * @default - one node at a time, from 01:00 to 05:00 UTC
     */
    kured?: KuredArgs;

    /**
     * When AKS updates the cluster (practice 4). Default: on Sundays from 01:00 UTC, for 8 hours.
     *
     * @default - Sundays, 01:00 UTC, 8 hours
     */
    maintenance?: MaintenanceScheduleArgs;

    /**
     * What is kept of the cluster, and where: logs of the control plane, of containers, and of the Defender sensor
     * (practice 7). Default: everything, for 90 days, in a workspace that is created; it costs by volume.
     *
     * @default - everything, in a workspace that is created
     */
    monitoring?: ClusterMonitoringArgs;

    /**
     * What Azure Policy demands of what runs in the cluster (practices 6 and 9). Default: the policies that need no
     * parameters, with Deny. They are assigned before the cluster, at its resource group: in a resource group that exists
     * they count for every cluster in it. The program needs the right to assign policies (Resource Policy Contributor).
     *
     * @default - the policies without parameters, with Deny
     */
    policies?: ClusterPolicyArgs;

    /**
     * Best practices of AKS that are demanded of what is deployed (practice 9). Default: enforced, as in AKS Automatic.
     *
     * @default - enforced
     */
    safeguards?: ClusterSafeguardsArgs;

    /**
     * A registry for the cluster's images (practice 8): closed, in the cluster's network, and the nodes may pull before
     * they start. Default: none, because it is of the Premium tier, which costs by the day. With `egress: None` the nodes
     * start from it.
     *
     * @default - none
     */
    registry?: ClusterRegistryArgs;

    /**
     * Registries that exist and that the nodes may pull from (practice 8). Default: none.
     *
     * @default - none
     */
    attachedRegistries?: AttachedRegistryArgs[];

    /**
     * ARM id of a registry that exists and that nodes start from where they have no egress: Premium, with a private
     * endpoint in the network, and the cache rule `aks-managed-mcr`. Default: none. Needed with `egress: None`, or with
     * an existing network of outbound type None, unless `registry` is given.
     *
     * @default - `registry`
     */
    bootstrapRegistryId?: pulumi.Input<string>;

    /**
     * A gateway with a web application firewall that exposes workloads (practice 10), with its controller and all of its
     * rights. Default: none, because it costs by the hour, and needs certificates of yours.
     *
     * @default - none
     */
    ingress?: ClusterIngressArgs;

    /**
     * Encryption of Kubernetes secrets at rest in etcd with an own key. Default: none, and Azure's own keys encrypt. What
     * it costs: a key whose loss is that of the cluster. The control plane gets the right to use it before the cluster.
     *
     * @default - keys of the platform
     */
    kms?: ClusterKmsArgs;

    /**
     * ARM id of a disk encryption set, for disks of nodes and volumes under an own key: `EncryptionKeys` makes one.
     * Default: none, and Azure's own keys encrypt. It cannot be changed.
     *
     * @default - keys of the platform
     */
    diskEncryptionSetId?: pulumi.Input<string>;

    /**
     * Who may change the resource group of the nodes. Default: ReadOnly, nobody but AKS.
     *
     * @default NodeResourceGroupRestriction.ReadOnly
     */
    nodeResourceGroupRestriction?: NodeResourceGroupRestriction;

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
     * a ClusterAdmin, the principal that runs the program becomes one, so that nobody is locked out; the next one who
     * runs it takes its place. Where a team or a pipeline shares the stack, name them.
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
