import * as authorization from "@pulumi/azure-native/authorization/index.js";
import { ManagedCluster } from "@pulumi/azure-native/containerservice/index.js";
import type { Provider as KubernetesProvider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel } from "../arguments/names";
import { replacementHooks } from "../arguments/made-with";
import { checkArguments } from "../arguments/rules";
import { lockResource } from "../resource-lock/resource-lock";
import { propagationHooks } from "../roles/propagation";
import { apiServerHooks } from "./api-server-hook";
import {
    createAccess,
    createGatewayForContainers,
    createKured,
    createMaintenanceWindows,
    createMonitoring,
    createNodePools,
    createSafeguards,
    letAddOnConfigureGateway,
} from "./attachments";
import type { ClusterArgs } from "./cluster-args";
import { clusterRules } from "./cluster-rules";
import {
    assignPolicies,
    createApplicationGateway,
    createRegistries,
    findOrCreateNetwork,
    findOrCreatePrivateDnsZone,
    findOrCreateResourceGroup,
    findOrCreateWorkspace,
} from "./foundation";
import { createIdentities, givenScope, keyVaultScope } from "./identities";
import { userKubeconfig } from "./kubeconfig";
import { knownByValue } from "./known-by-value";
import { provideOnDemand, providerOf } from "./kubernetes-provider";
import { managedClusterArgs } from "./managed-cluster-args";
import { madeWith, refusedReplacement } from "./made-with";

/**
 * A hardened AKS cluster with what it stands on: network and egress, private DNS zone, identities with their rights,
 * node pools, access by Entra ID, updates in a window, logs, and policies that were there before it. Without any argument
 * it is private and holds all that needs no decision of yours; each relaxation is one named argument.
 *
 * Practices 1 (API server closed), 2 (private, nodes without public addresses), 3 (Entra ID with Azure RBAC, no local
 * accounts, managed and workload identity), 4 (updates in a window), 5 (no dashboard), 6 and 9 (policies, refused by
 * admission), 7 (Defender sensor, audit logs); with one argument each 8 (`registry`) and 10 (`ingress`). The Defender
 * plan belongs to the subscription: `ThreatDetection`.
 *
 * ```ts
 * const cluster = new aksguard.Cluster("prod");
 * ```
 */
export class Cluster extends pulumi.ComponentResource {
    /** ARM id of the cluster. */
    readonly clusterId: pulumi.Output<string>;
    /** Name of the cluster in Azure, as `az aks` takes it. */
    readonly clusterName: pulumi.Output<string>;
    /** Name of the resource group of the cluster. */
    readonly resourceGroupName: pulumi.Output<string>;
    /** Name of the resource group that AKS makes for nodes and load balancers. */
    readonly nodeResourceGroupName: pulumi.Output<string>;
    /** Name that the API server is reached by, in the private zone where it is private. */
    readonly apiServerFqdn: pulumi.Output<string>;
    /** Issuer of the tokens of service accounts, for `WorkloadIdentity`. */
    readonly oidcIssuerUrl: pulumi.Output<string>;
    /** Kubeconfig that signs in by kubelogin. It holds no credential, and is secret all the same. */
    readonly kubeconfig: pulumi.Output<string>;
    /** Object id of the identity of the control plane. */
    readonly controlPlanePrincipalId: pulumi.Output<string>;
    /** Object id of the identity that pulls images, for the right to pull. */
    readonly kubeletPrincipalId: pulumi.Output<string>;
    /** ARM id of the Log Analytics workspace that logs go to. */
    readonly workspaceId: pulumi.Output<string>;
    /** ARM id of the registry that was created with the cluster; empty without `registry`. */
    readonly registryId: pulumi.Output<string>;
    /** Host that images of that registry are named by; empty without `registry`. */
    readonly registryLoginServer: pulumi.Output<string>;
    /** ARM id of the gateway of `ingress`; empty without one. */
    readonly ingressGatewayId: pulumi.Output<string>;
    /** Where clients reach that gateway, for records in DNS: an address, or a name with GatewayForContainers. */
    readonly ingressAddress: pulumi.Output<string>;
    /** ARM id of the subnet for private endpoints; empty in a network that was given without one. */
    readonly privateEndpointSubnetId: pulumi.Output<string>;
    /** ARM id of the virtual network of the nodes. */
    readonly virtualNetworkId: pulumi.Output<string>;
    /** ARM id of the subnet of the nodes. */
    readonly nodeSubnetId: pulumi.Output<string>;
    /** Object ids of the groups that were created in Entra ID, by the `name` of each. */
    readonly groupIds: pulumi.Output<Record<string, string>>;

    /**
     * @param name at most 55 letters, digits, inner hyphens and underscores: prefix of the names of all resources.
     * @throws every argument that cannot work, in one error, before anything is registered.
     */
    constructor(name: string, args: ClusterArgs = {}, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("Cluster", name, args, clusterRules(name), opts);
        const hooks = replacementHooks("Cluster", name, refusedReplacement, opts?.hooks);
        super("aksguard:index:Cluster", name, { madeWith: madeWith(args) }, { ...opts, hooks });

        const options = { parent: this, dependsOn: checked };
        const deployer = authorization.getClientConfigOutput({ parent: this });
        const { subscriptionId } = deployer;
        const propagation = propagationHooks(`aksguard:Cluster:${name}:role-propagation`);

        const shared = findOrCreateResourceGroup(name, args, options);
        const network = findOrCreateNetwork(name, args, shared, subscriptionId, options);
        const zone = findOrCreatePrivateDnsZone(
            name,
            args,
            shared,
            network.scopes.virtualNetwork.id,
            subscriptionId,
            options,
        );
        const workspaceId = findOrCreateWorkspace(name, args, shared, options);
        const policies = assignPolicies(name, args, shared, subscriptionId, options);
        const identities = createIdentities(
            name,
            shared,
            {
                ...network.scopes,
                privateDnsZone: zone?.scope,
                keyVault: keyVaultScope(args.kms),
                diskEncryptionSet:
                    args.diskEncryptionSetId === undefined ? undefined : givenScope(args.diskEncryptionSetId),
            },
            subscriptionId,
            propagation,
            options,
        );
        const registries = createRegistries(
            name,
            args,
            shared,
            { privateEndpointSubnetId: network.privateEndpointSubnetId, workspaceId },
            identities.kubelet.principalId,
            options,
        );
        const gateway = createApplicationGateway(
            name,
            args,
            shared,
            { subnetId: network.ingressSubnetId, workspaceId },
            options,
        );
        const inputs = managedClusterArgs(args, {
            resourceGroupName: shared.resourceGroupName,
            location: shared.location,
            dnsPrefix: dnsLabel(name, longestDnsPrefix),
            nodeSubnetId: network.scopes.nodeSubnet.id,
            apiServerSubnetId: network.scopes.apiServerSubnet?.id,
            outboundType: network.outboundType,
            egressIpAddresses: network.egressIpAddresses,
            privateDnsZoneId: zone?.scope.id,
            workspaceId,
            bootstrapRegistryId: registries.bootstrapRegistryId,
            applicationGatewayId: gateway?.applicationGatewayId,
            controlPlaneIdentityId: identities.controlPlane.id,
            kubeletIdentity: {
                resourceId: identities.kubelet.id,
                clientId: identities.kubelet.clientId,
                objectId: identities.kubelet.principalId,
            },
        });
        const { securityProfile, networkProfile, bootstrapProfile } = inputs;
        const cluster = new ManagedCluster(name, inputs, {
            parent: this,
            dependsOn: [...identities.roleAssignments, ...(zone?.links ?? []), ...registries.all, policies],
            hooks: { ...propagation, ...apiServerHooks(`aksguard:Cluster:${name}:api-server`) },
            transformations: [knownByValue({ securityProfile, networkProfile, bootstrapProfile })],
        });
        const nodePools = createNodePools(name, args, cluster.id, network.scopes.nodeSubnet.id, this);
        if (gateway !== undefined) {
            letAddOnConfigureGateway(name, gateway, cluster, { parent: this, hooks: propagation });
        }
        if (args.lock === true) {
            lockResource(name, cluster, { parent: this, dependsOn: nodePools });
        }
        createMaintenanceWindows(name, args, cluster.id, { parent: this, dependsOn: nodePools });
        createMonitoring(name, args, { clusterId: cluster.id, workspaceId }, shared, { parent: this });
        createSafeguards(name, args, cluster.id, { parent: this, dependsOn: nodePools });
        const access = createAccess(name, args, cluster.id, deployer, propagation, this);

        this.clusterId = cluster.id;
        this.clusterName = cluster.name;
        this.resourceGroupName = pulumi.output(shared.resourceGroupName);
        this.nodeResourceGroupName = cluster.nodeResourceGroup.apply((group) => group ?? "");
        this.apiServerFqdn = pulumi
            .all([cluster.privateFQDN, cluster.fqdn])
            .apply(([privateFqdn, fqdn]) => privateFqdn || fqdn);
        this.oidcIssuerUrl = cluster.oidcIssuerProfile.apply((profile) => profile?.issuerURL ?? "");
        this.kubeconfig = userKubeconfig(
            { resourceGroupName: shared.resourceGroupName, resourceName: cluster.name },
            args.kubeloginMode,
            this,
        );
        this.controlPlanePrincipalId = identities.controlPlane.principalId;
        this.kubeletPrincipalId = identities.kubelet.principalId;
        this.workspaceId = pulumi.output(workspaceId);
        this.registryId = registries.created?.registryId ?? pulumi.output("");
        this.registryLoginServer = registries.created?.loginServer ?? pulumi.output("");
        this.privateEndpointSubnetId = pulumi.output(network.privateEndpointSubnetId ?? "");
        this.virtualNetworkId = pulumi.output(network.scopes.virtualNetwork.id);
        this.nodeSubnetId = pulumi.output(network.scopes.nodeSubnet.id);
        this.groupIds = access.groupIds;
        provideOnDemand(this, name, { id: cluster.id, kubeconfig: this.kubeconfig }, [...access.roles, ...nodePools]);
        createKured(name, args, () => this.provider, this);
        const gatewayForContainers = createGatewayForContainers(
            name,
            args,
            {
                clusterId: this.clusterId,
                oidcIssuerUrl: this.oidcIssuerUrl,
                nodeResourceGroupName: this.nodeResourceGroupName,
                workspaceId,
                subnetId: network.ingressSubnetId,
            },
            shared,
            () => this.provider,
            this,
        );
        this.ingressGatewayId = gateway?.applicationGatewayId ?? gatewayForContainers?.gatewayId ?? pulumi.output("");
        this.ingressAddress =
            gateway?.publicIpAddress ??
            gatewayForContainers?.frontendFqdns.apply((fqdns) => Object.values(fqdns)[0] ?? "") ??
            pulumi.output("");
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
            ingressGatewayId: this.ingressGatewayId,
            ingressAddress: this.ingressAddress,
            privateEndpointSubnetId: this.privateEndpointSubnetId,
            virtualNetworkId: this.virtualNetworkId,
            nodeSubnetId: this.nodeSubnetId,
            groupIds: this.groupIds,
        });
    }

    /**
     * A provider for Kubernetes objects of this cluster, for `opts.provider`. It signs in by kubelogin, which must be
     * on PATH, waits for roles and node pools, and forgets objects when the cluster is gone. Made on first use. A
     * private cluster is reached only from inside of its network.
     */
    get provider(): KubernetesProvider {
        return providerOf(this);
    }
}

/** Longest DNS prefix that AKS takes. */
const longestDnsPrefix = 54;
