import type * as pulumi from "@pulumi/pulumi";
import type { ClusterGrantArgs, EntraGroupArgs } from "../cluster-access/cluster-access-args";
import type { AttachedRegistryArgs, KubeloginMode } from "../cluster/cluster-args";
import type { ClusterRegistryArgs } from "../container-registry/container-registry-args";
import type { EgressFirewallShapeArgs } from "../egress-firewall/egress-firewall-args";
import type { MaintenanceScheduleArgs } from "../maintenance-windows/maintenance-windows-args";
import type { ClusterMonitoringArgs } from "../monitoring/monitoring-args";
import type { Egress, OutboundType } from "../network/network-args";
import type { ClusterPolicyArgs } from "../policy-assignments/policy-assignments-args";

/** A network that exists, and that an AKS Automatic cluster is put into. */
export interface AutomaticNetworkArgs {
    /** ARM id of the subnet of the nodes of workloads, with its NAT gateway or route table in place. It cannot be changed. */
    nodeSubnetId: pulumi.Input<string>;

    /**
     * ARM id of the subnet of the system nodes, which AKS runs: in the same virtual network, /26 or larger, with the same
     * way out, delegated to no other service. It cannot be changed.
     */
    systemNodeSubnetId: pulumi.Input<string>;

    /**
     * ARM id of a subnet in the same virtual network, /28 or larger, delegated to
     * `Microsoft.ContainerService/managedClusters`. It may hold the API servers of several clusters, and nothing else. It
     * cannot be changed.
     */
    apiServerSubnetId: pulumi.Input<string>;

    /**
     * ARM id of a subnet for private endpoints. Default: none. Needed with `registry`, unless that has `allowedIpRanges`.
     *
     * @default - none
     */
    privateEndpointSubnetId?: pulumi.Input<string>;

    /**
     * How nodes leave the network: through the NAT gateway of their subnets (NatGateway), or through a route to a
     * firewall (UserDefinedRouting). Default: the NAT gateway. It cannot be changed.
     *
     * @default OutboundType.NatGateway
     */
    outboundType?: OutboundType;
}

/**
 * Arguments of an AKS Automatic cluster: what AKS leaves to choose. All are optional: without any, the cluster is private
 * and has a network of its own.
 */
export interface AutomaticClusterArgs {
    /**
     * Azure region. It must have AKS Automatic, and three availability zones. Default: the location of the resource group,
     * or of the provider's configuration. It cannot be changed.
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
     * `Microsoft.Authorization/locks/*`.
     *
     * @default false
     */
    lock?: boolean;

    /**
     * Networks on the internet that may reach the API server, as IPv4 CIDR: at most 2,000, /16 or narrower. The address
     * that this program runs from must be in them where it also creates Kubernetes objects.
     *
     * Default: none, and the API server is private. Given, it is public and limited to these networks (practice 1
     * instead of practice 2): what it costs is that an address on the internet can be scanned and flooded.
     *
     * @default - none: the API server is private
     */
    authorizedIpRanges?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * ARM id of a private DNS zone for the API server's name, linked to where it is resolved: `private.<region>.azmk8s.io`
     * or a name below. Default: a zone is created and linked to the cluster's network. It cannot be changed.
     *
     * @default - created
     */
    privateDnsZoneId?: pulumi.Input<string>;

    /**
     * A network that exists. Default: a `Network` is created.
     *
     * @default - created
     */
    existingNetwork?: AutomaticNetworkArgs;

    /**
     * Address space of the network that is created, as IPv4 CIDR between /8 and /22. Default: 10.240.0.0/16. It cannot be
     * changed.
     *
     * @default "10.240.0.0/16"
     */
    addressSpace?: pulumi.Input<string>;

    /**
     * How nodes leave the network that is created. Default: NatGateway, or Firewall where `firewallPrivateIpAddress` is
     * given. Firewall without an address makes an Azure Firewall, which costs by the hour. AKS Automatic has no cluster
     * without a way out. It cannot be changed.
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
     * When AKS updates the cluster and its nodes (practice 4): that it does is not to be turned off. Default: on Sundays
     * from 01:00 UTC, for 8 hours.
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
     * What Azure Policy demands of what runs in the cluster (practices 6 and 9), beyond the safeguards and the pod
     * security standard Baseline that AKS Automatic enforces by itself. Default: the policies that need no parameters,
     * with Deny. They are assigned before the cluster, at its resource group: in a resource group that exists they count
     * for every cluster in it. The program needs the right to assign policies (Resource Policy Contributor).
     *
     * @default - the policies without parameters, with Deny
     */
    policies?: ClusterPolicyArgs;

    /**
     * A registry for the cluster's images (practice 8): closed, in the cluster's network, and the nodes may pull. Default:
     * none, because it is of the Premium tier, which costs by the day.
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
