import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { virtualNetworkIdOf } from "../arguments/resource-id";
import { givenScope, type Scope, type SharedArgs } from "../cluster/identities";
import { outboundTypeOf } from "../network/egress";
import { Network } from "../network/network";
import type { OutboundType } from "../network/network-args";
import type { AutomaticClusterArgs } from "./automatic-cluster-args";

/** The network as an AKS Automatic cluster needs it. */
export interface AutomaticNetwork {
    virtualNetwork: Scope;
    nodeSubnetId: pulumi.Input<string>;
    systemNodeSubnetId: pulumi.Input<string>;
    apiServerSubnetId: pulumi.Input<string>;
    /** Absent in a network that exists and was given without one. */
    privateEndpointSubnetId: pulumi.Input<string> | undefined;
    outboundType: OutboundType;
}

/** The network of the nodes, and the way out of it. */
export function findOrCreateNetwork(
    name: string,
    args: AutomaticClusterArgs,
    shared: SharedArgs,
    subscriptionId: pulumi.Input<string>,
    options: pulumi.ComponentResourceOptions,
): AutomaticNetwork {
    if (args.existingNetwork !== undefined) {
        const { privateEndpointSubnetId, ...subnets } = args.existingNetwork;
        const virtualNetwork = givenScope(lift(subnets.nodeSubnetId, virtualNetworkIdOf));
        return { ...subnets, privateEndpointSubnetId, outboundType: outboundTypeOf(args), virtualNetwork };
    }
    const { addressSpace, podCidr, egress, firewallPrivateIpAddress, firewall } = args;
    const network = new Network(
        name,
        { ...shared, addressSpace, podCidr, egress, firewallPrivateIpAddress, firewall, systemNodes: true },
        options,
    );
    return {
        virtualNetwork: { id: network.virtualNetworkId, subscriptionId },
        nodeSubnetId: network.nodeSubnetId,
        systemNodeSubnetId: network.systemNodeSubnetId,
        apiServerSubnetId: network.apiServerSubnetId,
        privateEndpointSubnetId: network.privateEndpointSubnetId,
        outboundType: outboundTypeOf(args),
    };
}
