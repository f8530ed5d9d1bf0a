import * as network from "@pulumi/azure-native/network/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { networkResourceName } from "../arguments/names";
import { EgressFirewall } from "../egress-firewall/egress-firewall";
import { firewallSubnetName } from "../egress-firewall/egress-firewall-rules";
import { Egress, NetworkIngress, OutboundType, type NetworkArgs } from "./network-args";

/** What every resource of the network takes. */
export interface SharedArgs {
    resourceGroupName: NetworkArgs["resourceGroupName"];
    location: NetworkArgs["location"] | undefined;
    tags: NetworkArgs["tags"] | undefined;
}

/** How nodes leave, as a value: a firewall that exists is an answer as well. */
export function chosenEgress({
    egress,
    firewallPrivateIpAddress,
}: Pick<NetworkArgs, "egress" | "firewallPrivateIpAddress">): Egress {
    return egress ?? (firewallPrivateIpAddress === undefined ? Egress.NatGateway : Egress.Firewall);
}

/** The outbound type of a cluster whose nodes leave that way. */
const outboundTypes: Readonly<Record<Egress, OutboundType>> = {
    [Egress.NatGateway]: OutboundType.NatGateway,
    [Egress.Firewall]: OutboundType.UserDefinedRouting,
    [Egress.None]: OutboundType.None,
};

/** The outbound type of a cluster, in a network that exists or in one that is made for it. */
export function outboundTypeOf(
    args: Pick<NetworkArgs, "egress" | "firewallPrivateIpAddress"> & {
        existingNetwork?: { outboundType?: OutboundType };
    },
): OutboundType {
    return args.existingNetwork === undefined
        ? outboundTypes[chosenEgress(args)]
        : (args.existingNetwork.outboundType ?? OutboundType.NatGateway);
}

/** The way out of the nodes' subnet. */
export interface NodeEgress {
    ipAddresses: pulumi.Output<string[]>;
    /** What the node subnet is associated with. */
    association: Pick<network.SubnetArgs, "natGateway" | "routeTable">;
    /** Subnets that were written for it; the others are written after them. */
    subnets: network.Subnet[];
}

/** Where a firewall of the network's own is put. */
export interface FirewallPlace {
    virtualNetwork: network.VirtualNetwork;
    subnetCidr: pulumi.Input<string>;
    nodeCidrs: pulumi.Input<string>[];
}

/** Makes the way out: a NAT gateway with one public address, a route to a firewall, or nothing at all. */
export function createEgress(
    name: string,
    args: NetworkArgs,
    place: FirewallPlace,
    shared: SharedArgs,
    options: pulumi.CustomResourceOptions,
): NodeEgress {
    switch (chosenEgress(args)) {
        case Egress.NatGateway:
            return createNatGateway(name, shared, options);
        case Egress.None:
            return { ipAddresses: pulumi.output([]), association: {}, subnets: [] };
        case Egress.Firewall:
            return args.firewallPrivateIpAddress === undefined
                ? createFirewall(name, args, place, shared, options)
                : {
                      // What the firewall does with addresses is not ours to know.
                      ipAddresses: pulumi.output([]),
                      association: routeTo(name, args.firewallPrivateIpAddress, shared, options),
                      subnets: [],
                  };
    }
}

function createNatGateway(name: string, shared: SharedArgs, options: pulumi.CustomResourceOptions): NodeEgress {
    const publicIpAddress = new network.PublicIPAddress(
        `${name}-egress`,
        {
            ...shared,
            publicIpAddressName: networkResourceName(`${name}-egress`),
            sku: { name: network.PublicIPAddressSkuName.Standard },
            publicIPAllocationMethod: network.IPAllocationMethod.Static,
        },
        options,
    );
    const natGateway = new network.NatGateway(
        name,
        {
            ...shared,
            natGatewayName: networkResourceName(name),
            sku: { name: network.NatGatewaySkuName.Standard },
            publicIpAddresses: [{ id: publicIpAddress.id }],
        },
        options,
    );
    return {
        ipAddresses: publicIpAddress.ipAddress.apply((address) => (address === undefined ? [] : [address])),
        association: { natGateway: { id: natGateway.id } },
        subnets: [],
    };
}

function createFirewall(
    name: string,
    args: NetworkArgs,
    { virtualNetwork, subnetCidr, nodeCidrs }: FirewallPlace,
    shared: SharedArgs,
    options: pulumi.CustomResourceOptions,
): NodeEgress {
    // ARM takes no security group here: the firewall is one.
    const subnet = new network.Subnet(
        `${name}-firewall`,
        {
            resourceGroupName: shared.resourceGroupName,
            virtualNetworkName: virtualNetwork.name,
            subnetName: firewallSubnetName,
            addressPrefix: subnetCidr,
            defaultOutboundAccess: false,
        },
        options,
    );
    const firewall = new EgressFirewall(
        `${name}-firewall`,
        {
            ...shared,
            ...args.firewall,
            allowedFqdns: lift(args.firewall?.allowedFqdns ?? [], (names) => [...names, ...fqdnsOfIngress(args)]),
            subnetId: subnet.id,
            sourceAddresses: nodeCidrs,
        },
        options,
    );
    return {
        ipAddresses: firewall.publicIpAddress.apply((address) => [address]),
        association: routeTo(name, firewall.privateIpAddress, shared, options),
        subnets: [subnet],
    };
}

/**
 * What the controller of a gateway reaches beyond what AKS needs.
 * https://learn.microsoft.com/azure/application-gateway/for-containers/application-gateway-for-containers-components#connectivity
 */
function fqdnsOfIngress({ ingress }: NetworkArgs): string[] {
    return ingress === NetworkIngress.GatewayForContainers ? ["*.alb.azure.com", "*.oic.prod-aks.azure.com"] : [];
}

/** The default route of the nodes, which must be on their subnet before a cluster is. */
function routeTo(
    name: string,
    nextHopIpAddress: pulumi.Input<string>,
    shared: SharedArgs,
    options: pulumi.CustomResourceOptions,
): NodeEgress["association"] {
    const routeTable = new network.RouteTable(
        name,
        {
            ...shared,
            routeTableName: networkResourceName(name),
            routes: [
                {
                    name: "egress",
                    addressPrefix: "0.0.0.0/0",
                    nextHopType: network.RouteNextHopType.VirtualAppliance,
                    nextHopIpAddress,
                },
            ],
        },
        options,
    );
    return { routeTable: { id: routeTable.id } };
}
