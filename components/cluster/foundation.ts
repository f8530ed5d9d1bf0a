import * as resources from "@pulumi/azure-native/resources/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { virtualNetworkIdOf } from "../arguments/resource-id";
import { Network } from "../network/network";
import { OutboundType } from "../network/network-args";
import { ApiServerConnection, type ClusterArgs } from "./cluster-args";
import { givenScope, type ControlPlaneScopes, type SharedArgs } from "./identities";
import { createPrivateDnsZone } from "./private-dns-zone";

/*
 * What a cluster stands on: each part is found where the user hands it in, else created.
 */

/** The resource group, and the location of everything in it. */
export function findOrCreateResourceGroup(
    name: string,
    { resourceGroupName, location, tags }: ClusterArgs,
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
        const { nodeSubnetId, apiServerSubnetId, outboundType, egressIpAddresses } = args.existingNetwork;
        return {
            outboundType: outboundType ?? OutboundType.NatGateway,
            egressIpAddresses: egressIpAddresses ?? [],
            scopes: {
                virtualNetwork: givenScope(lift(nodeSubnetId, virtualNetworkIdOf)),
                nodeSubnet: givenScope(nodeSubnetId),
                apiServerSubnet: apiServerSubnetId === undefined ? undefined : givenScope(apiServerSubnetId),
            },
        };
    }
    const { addressSpace, podCidr, firewallPrivateIpAddress, firewallPublicIpAddress } = args;
    const network = new Network(name, { ...shared, addressSpace, podCidr, firewallPrivateIpAddress }, options);
    const inNetwork = args.apiServerConnection !== ApiServerConnection.PrivateLink;
    return {
        outboundType:
            firewallPrivateIpAddress === undefined ? OutboundType.NatGateway : OutboundType.UserDefinedRouting,
        egressIpAddresses:
            firewallPublicIpAddress !== undefined
                ? [firewallPublicIpAddress]
                : // A NAT gateway has one address, a firewall of unknown address none.
                  firewallPrivateIpAddress === undefined
                  ? [network.egressIpAddresses.apply(([address]) => address ?? "")]
                  : [],
        scopes: {
            virtualNetwork: { id: network.virtualNetworkId, subscriptionId },
            nodeSubnet: { id: network.nodeSubnetId, subscriptionId },
            apiServerSubnet: inNetwork ? { id: network.apiServerSubnetId, subscriptionId } : undefined,
        },
    };
}

/**
 * The zone that a private API server is named in, with the links that must be there before the cluster. With VNet
 * integration it is there for a public one too: opening or closing the API server is then one change of one property,
 * and no right is missing or taken away in the middle of it.
 */
export function findOrCreatePrivateDnsZone(
    name: string,
    { authorizedIpRanges, privateDnsZoneId, apiServerConnection }: ClusterArgs,
    shared: SharedArgs,
    virtualNetworkId: pulumi.Input<string>,
    subscriptionId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
) {
    const connection = apiServerConnection ?? ApiServerConnection.VnetIntegration;
    if (authorizedIpRanges !== undefined && connection === ApiServerConnection.PrivateLink) {
        return undefined;
    }
    if (privateDnsZoneId !== undefined) {
        return { scope: givenScope(privateDnsZoneId), links: [] };
    }
    const { zone, link } = createPrivateDnsZone(name, connection, shared, virtualNetworkId, options);
    return { scope: { id: zone.id, subscriptionId }, links: [link] };
}
