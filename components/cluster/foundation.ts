import * as resources from "@pulumi/azure-native/resources/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { virtualNetworkIdOf } from "../arguments/resource-id";
import { ApplicationGatewayIngress } from "../application-gateway-ingress/application-gateway-ingress";
import { ContainerRegistry } from "../container-registry/container-registry";
import { createWorkspace } from "../monitoring/workspace";
import { Network } from "../network/network";
import { chosenEgress, outboundTypeOf } from "../network/egress";
import { Egress, NetworkIngress, type OutboundType } from "../network/network-args";
import { ApiServerConnection, type ClusterArgs } from "./cluster-args";
import { PolicyAssignments } from "../policy-assignments/policy-assignments";
import { RegistryAccess } from "../registry-access/registry-access";
import type { RegistryPermissionMode } from "../registry-access/registry-access-args";
import { policiesOf, type PolicySources } from "./cluster-policies";
import { givenScope, type ControlPlaneScopes, type SharedArgs } from "./identities";
import { createPrivateDnsZone } from "./private-dns-zone";
import { isIsolated, type Isolation } from "./registry-rules";

/*
 * What a cluster stands on: each part is found where the user hands it in, else created.
 */

/** The resource group, and the location of everything in it. */
export function findOrCreateResourceGroup(
    name: string,
    { resourceGroupName, location, tags }: Pick<ClusterArgs, "resourceGroupName" | "location" | "tags">,
    options: pulumi.CustomResourceOptions,
): SharedArgs {
    if (resourceGroupName !== undefined) {
        const found = () => resources.getResourceGroupOutput({ resourceGroupName }, { parent: options.parent });
        return { resourceGroupName, location: location ?? found().location, tags };
    }
    const group = new resources.ResourceGroup(name, { location, tags }, options);
    return { resourceGroupName: group.name, location: group.location, tags };
}

/** The network as the cluster needs it. */
export interface ClusterNetwork {
    outboundType: OutboundType;
    egressIpAddresses: pulumi.Input<pulumi.Input<string>[]>;
    /** Absent in a network that exists and was given without one. */
    privateEndpointSubnetId: pulumi.Input<string> | undefined;
    /** Absent without a gateway. */
    ingressSubnetId: pulumi.Input<string> | undefined;
    scopes: Omit<ControlPlaneScopes, "privateDnsZone">;
}

/** The network of the nodes, and the way out of it. */
export function findOrCreateNetwork(
    name: string,
    args: ClusterArgs,
    shared: SharedArgs,
    subscriptionId: pulumi.Input<string>,
    options: pulumi.ComponentResourceOptions,
): ClusterNetwork {
    if (args.existingNetwork !== undefined) {
        const { nodeSubnetId, apiServerSubnetId, egressIpAddresses } = args.existingNetwork;
        return {
            privateEndpointSubnetId: args.existingNetwork.privateEndpointSubnetId,
            ingressSubnetId: args.existingNetwork.ingressSubnetId,
            outboundType: outboundTypeOf(args),
            egressIpAddresses: egressIpAddresses ?? [],
            scopes: {
                virtualNetwork: givenScope(lift(nodeSubnetId, virtualNetworkIdOf)),
                nodeSubnet: givenScope(nodeSubnetId),
                apiServerSubnet: apiServerSubnetId === undefined ? undefined : givenScope(apiServerSubnetId),
            },
        };
    }
    const { addressSpace, podCidr, egress, firewallPrivateIpAddress, firewall, firewallPublicIpAddress } = args;
    const network = new Network(
        name,
        {
            ...shared,
            addressSpace,
            podCidr,
            egress,
            firewallPrivateIpAddress,
            firewall,
            ingress: args.ingress?.gateway,
        },
        options,
    );
    const inNetwork = args.apiServerConnection !== ApiServerConnection.PrivateLink;
    return {
        privateEndpointSubnetId: network.privateEndpointSubnetId,
        ingressSubnetId: network.ingressSubnetId,
        outboundType: outboundTypeOf(args),
        egressIpAddresses: firewallPublicIpAddress === undefined ? ownEgress(args, network) : [firewallPublicIpAddress],
        scopes: {
            virtualNetwork: { id: network.virtualNetworkId, subscriptionId },
            nodeSubnet: { id: network.nodeSubnetId, subscriptionId },
            apiServerSubnet: inNetwork ? { id: network.apiServerSubnetId, subscriptionId } : undefined,
        },
    };
}

/** A way out of our own has one address; what a firewall that exists does with addresses is not known. */
function ownEgress(args: ClusterArgs, network: Network): pulumi.Input<string>[] {
    const isOurs = chosenEgress(args) !== Egress.None && args.firewallPrivateIpAddress === undefined;
    return isOurs ? [network.egressIpAddresses.apply(([address]) => address ?? "")] : [];
}

/**
 * The zone that a private API server is named in, with the links that must be there before the cluster. With VNet
 * integration it is there for a public one too: opening or closing the API server is then one change of one property,
 * and no right is missing or taken away in the middle of it.
 */
export function findOrCreatePrivateDnsZone(
    name: string,
    args: ClusterArgs,
    shared: SharedArgs,
    virtualNetworkId: pulumi.Input<string>,
    subscriptionId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
) {
    return args.authorizedIpRanges !== undefined && args.apiServerConnection === ApiServerConnection.PrivateLink
        ? undefined
        : findOrCreateZone(name, args, shared, virtualNetworkId, subscriptionId, options);
}

/** The zone where the API server may become private, or is. */
export function findOrCreateZone(
    name: string,
    { privateDnsZoneId, apiServerConnection }: Pick<ClusterArgs, "privateDnsZoneId" | "apiServerConnection">,
    shared: SharedArgs,
    virtualNetworkId: pulumi.Input<string>,
    subscriptionId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
) {
    const connection = apiServerConnection ?? ApiServerConnection.VnetIntegration;
    if (privateDnsZoneId !== undefined) {
        return { scope: givenScope(privateDnsZoneId), links: [] };
    }
    const { zone, link } = createPrivateDnsZone(name, connection, shared, virtualNetworkId, options);
    return { scope: { id: zone.id, subscriptionId }, links: [link] };
}

/** The workspace that the control plane, containers and the Defender sensor write to. */
export function findOrCreateWorkspace(
    name: string,
    { monitoring = {} }: Pick<ClusterArgs, "monitoring">,
    shared: SharedArgs,
    options: pulumi.CustomResourceOptions,
): pulumi.Input<string> {
    const { workspaceId, retentionInDays } = monitoring;
    return workspaceId ?? createWorkspace(name, { ...shared, retentionInDays }, options).id;
}

/** Policies are there before the cluster, so that no pod slips in. */
export function assignPolicies(
    name: string,
    args: PolicySources,
    { resourceGroupName }: SharedArgs,
    subscriptionId: pulumi.Input<string>,
    options: pulumi.ComponentResourceOptions,
): PolicyAssignments {
    const scope = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`;
    return new PolicyAssignments(`${name}-policies`, { ...policiesOf(name, args), scope }, options);
}

/** Where images come from: registries that the nodes may pull from before there is a node. */
export interface ClusterRegistries {
    /** The registry that is created for the cluster. */
    created?: ContainerRegistry | undefined;
    /** What nodes without a way out start from. */
    bootstrapRegistryId?: pulumi.Input<string> | undefined;
    /** Everything that must be in place before something pulls. */
    all: pulumi.Resource[];
}

/** Creates the registry of the cluster, and gives the nodes the right to pull from it and from those that exist. */
export function createRegistries(
    name: string,
    args: Pick<ClusterArgs, "registry" | "attachedRegistries" | "bootstrapRegistryId"> & Isolation,
    shared: SharedArgs,
    place: { privateEndpointSubnetId: pulumi.Input<string> | undefined; workspaceId: pulumi.Input<string> },
    kubeletPrincipalId: pulumi.Input<string>,
    options: pulumi.ComponentResourceOptions,
): ClusterRegistries {
    const isolated = isIsolated(args);
    const access = (suffix: string, registryId: pulumi.Input<string>, permissionMode?: RegistryPermissionMode) =>
        new RegistryAccess(
            `${name}-${suffix}`,
            { registryId, permissionMode, pullPrincipalIds: { nodes: kubeletPrincipalId } },
            options,
        );
    const attached = (args.attachedRegistries ?? []).map((registry) =>
        access(`registry-${registry.name}`, registry.registryId, registry.permissionMode),
    );
    if (args.registry === undefined) {
        const { bootstrapRegistryId } = args;
        const bootstrap = bootstrapRegistryId === undefined ? [] : [access("bootstrap-registry", bootstrapRegistryId)];
        return { bootstrapRegistryId, all: [...attached, ...bootstrap] };
    }
    const created = new ContainerRegistry(
        `${name}-registry`,
        {
            ...shared,
            ...place,
            ...args.registry,
            artifactCache: isolated,
            pullPrincipalIds: { ...args.registry.pullPrincipalIds, nodes: kubeletPrincipalId },
        },
        options,
    );
    return {
        created,
        bootstrapRegistryId: isolated ? created.registryId : undefined,
        all: [...attached, created],
    };
}

/** The gateway that the ingress add-on configures: it must be there when the cluster is made. */
export function createApplicationGateway(
    name: string,
    { ingress }: ClusterArgs,
    shared: SharedArgs,
    place: { subnetId: pulumi.Input<string> | undefined; workspaceId: pulumi.Input<string> },
    options: pulumi.ComponentResourceOptions,
): ApplicationGatewayIngress | undefined {
    if (ingress?.gateway !== NetworkIngress.ApplicationGateway) {
        return undefined;
    }
    const { certificates = {}, keyVaultId = "", zones, minCapacity, maxCapacity, webApplicationFirewall } = ingress;
    return new ApplicationGatewayIngress(
        `${name}-ingress`,
        {
            ...shared,
            subnetId: place.subnetId ?? "",
            workspaceId: place.workspaceId,
            certificates,
            keyVaultId,
            zones,
            minCapacity,
            maxCapacity,
            webApplicationFirewall,
        },
        options,
    );
}
