import * as authorization from "@pulumi/azure-native/authorization/index.js";
import type { Provider as KubernetesProvider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { replacementHooks } from "../arguments/made-with";
import { dnsLabel } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { createAccess, createMaintenanceWindows, createMonitoring } from "../cluster/attachments";
import {
    assignPolicies,
    createRegistries,
    findOrCreateResourceGroup,
    findOrCreateWorkspace,
    findOrCreateZone,
} from "../cluster/foundation";
import { userKubeconfig } from "../cluster/kubeconfig";
import { provideOnDemand, providerOf } from "../cluster/kubernetes-provider";
import { refusedReplacement } from "../cluster/made-with";
import { lockResource } from "../resource-lock/resource-lock";
import { propagationHooks } from "../roles/propagation";
import { createProvider } from "./api-version";
import type { AutomaticClusterArgs } from "./automatic-cluster-args";
import { automaticClusterRules } from "./automatic-cluster-rules";
import { createControlPlane } from "./control-plane";
import { madeWith } from "./made-with";
import { HostedManagedCluster } from "./managed-cluster";
import { automaticManagedClusterArgs } from "./managed-cluster-args";
import { findOrCreateNetwork } from "./network";

/**
 * A hardened AKS Automatic cluster with what it stands on: network and egress, private DNS zone, identity with its rights,
 * access by Entra ID, updates in a window, logs, and policies that were there before it. Without any argument it is
 * private. AKS runs the system nodes, provisions nodes for workloads as pods ask for them, and keeps all that it presets:
 * what is preset is stated, and is no argument. `Cluster` is the one where everything can be chosen.
 *
 * Practices 1 and 2 (API server closed, in the network), 3 (Entra ID with Azure RBAC, no local accounts, workload
 * identity), 4 (updates by the channels stable and NodeImage, in a window), 5 (no dashboard), 6 and 9 (deployment
 * safeguards and pod security standard Baseline by AKS, policies beside them), 7 (Defender sensor, audit logs), 8 by
 * `registry`. For 10 it makes no gateway: the ingress controller that AKS Automatic would make has a public address
 * without a web application firewall, and is turned off.
 *
 * It costs by the hour, as AKS Automatic of tier Standard, beside the nodes that are provisioned and the way out; the
 * system nodes are not charged. The subscription must have the resource providers `Microsoft.PolicyInsights` and
 * `Microsoft.ContainerService` registered. https://learn.microsoft.com/azure/aks/intro-aks-automatic
 *
 * The cluster is made in API version 2026-04-01, by the package of azure-native for that version, because ARM refuses an
 * AKS Automatic cluster in a network of one's own unless it is told the subnet of the system nodes, which the version
 * that azure-native takes by default cannot say. It signs in as azure-native does: by the configuration of the stack, or
 * as the provider that the component is given. AKS delegates the subnets of the nodes to itself, which is left alone.
 *
 * What this class sends was put together from the documentation, the samples of Microsoft and answers that ARM gave to
 * others; it has been tried on a pretend Azure, and not on a real one. Not known: whether AKS takes every preset stated
 * beside `hostedSystemProfile`, and whether it takes an identity for the nodes. So AKS makes that identity, and rights to
 * pull images come after the cluster.
 *
 * ```ts
 * const cluster = new aksguard.AutomaticCluster("prod");
 * ```
 */
export class AutomaticCluster extends pulumi.ComponentResource {
    /** ARM id of the cluster. */
    readonly clusterId: pulumi.Output<string>;
    /** Name of the cluster in Azure, as `az aks` takes it. */
    readonly clusterName: pulumi.Output<string>;
    /** Name of the resource group of the cluster. */
    readonly resourceGroupName: pulumi.Output<string>;
    /** Name of the resource group that AKS makes for nodes and load balancers. Nobody but AKS changes it. */
    readonly nodeResourceGroupName: pulumi.Output<string>;
    /** Name that the API server is reached by, in the private zone where it is private. */
    readonly apiServerFqdn: pulumi.Output<string>;
    /** Issuer of the tokens of service accounts, for `WorkloadIdentity`. */
    readonly oidcIssuerUrl: pulumi.Output<string>;
    /** Kubeconfig that signs in by kubelogin. It holds no credential, and is secret all the same. */
    readonly kubeconfig: pulumi.Output<string>;
    /** Object id of the identity of the control plane. */
    readonly controlPlanePrincipalId: pulumi.Output<string>;
    /** Object id of the identity that AKS made for the nodes, for the right to pull. */
    readonly kubeletPrincipalId: pulumi.Output<string>;
    /** ARM id of the Log Analytics workspace that logs go to. */
    readonly workspaceId: pulumi.Output<string>;
    /** ARM id of the registry that was created with the cluster; empty without `registry`. */
    readonly registryId: pulumi.Output<string>;
    /** Host that images of that registry are named by; empty without `registry`. */
    readonly registryLoginServer: pulumi.Output<string>;
    /** ARM id of the subnet for private endpoints; empty in a network that was given without one. */
    readonly privateEndpointSubnetId: pulumi.Output<string>;
    /** ARM id of the virtual network of the nodes. */
    readonly virtualNetworkId: pulumi.Output<string>;
    /** ARM id of the subnet of the nodes of workloads. */
    readonly nodeSubnetId: pulumi.Output<string>;
    /** Object ids of the groups that were created in Entra ID, by the `name` of each. */
    readonly groupIds: pulumi.Output<Record<string, string>>;

    /**
     * @param name at most 55 letters, digits, inner hyphens and underscores: prefix of the names of all resources.
     * @throws every argument that cannot work, in one error, before anything is registered.
     */
    constructor(name: string, args: AutomaticClusterArgs = {}, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("AutomaticCluster", name, args, automaticClusterRules(name), opts);
        const hooks = replacementHooks("AutomaticCluster", name, refusedReplacement, opts?.hooks);
        super("aksguard:index:AutomaticCluster", name, { madeWith: madeWith(args) }, { ...opts, hooks });

        const options = { parent: this, dependsOn: checked };
        const deployer = authorization.getClientConfigOutput({ parent: this });
        const { subscriptionId } = deployer;
        const propagation = propagationHooks(`aksguard:AutomaticCluster:${name}:role-propagation`);

        const shared = findOrCreateResourceGroup(name, args, options);
        const network = findOrCreateNetwork(name, args, shared, subscriptionId, options);
        const zone = findOrCreateZone(name, args, shared, network.virtualNetwork.id, subscriptionId, options);
        const workspaceId = findOrCreateWorkspace(name, args, shared, options);
        const policies = assignPolicies(name, args, shared, subscriptionId, options);
        const controlPlane = createControlPlane(
            name,
            shared,
            {
                virtualNetwork: network.virtualNetwork,
                nodeSubnet: { id: network.nodeSubnetId, subscriptionId },
                privateDnsZone: zone.scope,
            },
            propagation,
            options,
        );
        const cluster = new HostedManagedCluster(
            name,
            automaticManagedClusterArgs(args, {
                ...network,
                resourceGroupName: shared.resourceGroupName,
                location: shared.location,
                dnsPrefix: dnsLabel(name, longestDnsPrefix),
                privateDnsZoneId: zone.scope.id,
                workspaceId,
                controlPlaneIdentityId: controlPlane.identity.id,
            }),
            {
                parent: this,
                provider: createProvider(name, subscriptionId, this),
                dependsOn: [...controlPlane.roleAssignments, ...zone.links, policies],
                hooks: propagation,
            },
        );
        const kubeletPrincipalId = cluster.identityProfile.apply(
            (profile) => profile?.["kubeletidentity"]?.objectId ?? "",
        );
        const registries = createRegistries(
            name,
            args,
            shared,
            { privateEndpointSubnetId: network.privateEndpointSubnetId, workspaceId },
            kubeletPrincipalId,
            options,
        );
        if (args.lock === true) {
            lockResource(name, cluster, { parent: this });
        }
        createMaintenanceWindows(name, args, cluster.id, { parent: this });
        createMonitoring(name, args, { clusterId: cluster.id, workspaceId }, shared, { parent: this });
        const access = createAccess(name, args, cluster.id, deployer, propagation, this, "AutomaticCluster");

        this.clusterId = cluster.id;
        this.clusterName = cluster.name;
        this.resourceGroupName = pulumi.output(shared.resourceGroupName);
        this.nodeResourceGroupName = cluster.nodeResourceGroup.apply((group) => group ?? "");
        this.apiServerFqdn = pulumi
            .all([cluster.privateFQDN, cluster.fqdn])
            .apply(([privateFqdn = "", fqdn = ""]) => privateFqdn || fqdn);
        this.oidcIssuerUrl = cluster.oidcIssuerProfile.apply((profile) => profile?.issuerURL ?? "");
        this.kubeconfig = userKubeconfig(
            { resourceGroupName: shared.resourceGroupName, resourceName: cluster.name },
            args.kubeloginMode,
            this,
        );
        this.controlPlanePrincipalId = controlPlane.identity.principalId;
        this.kubeletPrincipalId = kubeletPrincipalId;
        this.workspaceId = pulumi.output(workspaceId);
        this.registryId = registries.created?.registryId ?? pulumi.output("");
        this.registryLoginServer = registries.created?.loginServer ?? pulumi.output("");
        this.privateEndpointSubnetId = pulumi.output(network.privateEndpointSubnetId ?? "");
        this.virtualNetworkId = pulumi.output(network.virtualNetwork.id);
        this.nodeSubnetId = pulumi.output(network.nodeSubnetId);
        this.groupIds = access.groupIds;
        provideOnDemand(this, name, { id: this.clusterId, kubeconfig: this.kubeconfig }, access.roles);
        this.registerOutputs({
            clusterId: this.clusterId,
            clusterName: this.clusterName,
            resourceGroupName: this.resourceGroupName,
            nodeResourceGroupName: this.nodeResourceGroupName,
            apiServerFqdn: this.apiServerFqdn,
            oidcIssuerUrl: this.oidcIssuerUrl,
            kubeconfig: this.kubeconfig,
            controlPlanePrincipalId: this.controlPlanePrincipalId,
            kubeletPrincipalId: this.kubeletPrincipalId,
            workspaceId: this.workspaceId,
            registryId: this.registryId,
            registryLoginServer: this.registryLoginServer,
            privateEndpointSubnetId: this.privateEndpointSubnetId,
            virtualNetworkId: this.virtualNetworkId,
            nodeSubnetId: this.nodeSubnetId,
            groupIds: this.groupIds,
        });
    }

    /**
     * A provider for Kubernetes objects of this cluster, for `opts.provider`. It signs in by kubelogin, which must be
     * on PATH, waits for roles, and forgets objects when the cluster is gone. Made on first use. A private cluster is
     * reached only from inside of its network.
     */
    get provider(): KubernetesProvider {
        return providerOf(this);
    }
}

/** Longest DNS prefix that AKS takes. */
const longestDnsPrefix = 54;
