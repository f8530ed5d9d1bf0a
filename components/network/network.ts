import * as network from "@pulumi/azure-native/network/index.js";
import * as pulumi from "@pulumi/pulumi";
import { checkArguments } from "../arguments/rules";
import { addressPlan, type AddressPlan } from "./address-plan";
import { defaultAddresses, OutboundType, type NetworkArgs } from "./network-args";
import { networkArgumentNames, networkRules } from "./network-rules";
import { apiServerSecurityRules, nodeSecurityRules } from "./security-rules";

/**
 * A virtual network for one or more clusters: subnets for nodes, for API servers and for private endpoints, each with
 * a network security group and without Azure's default outbound access; egress through a NAT gateway, or through a
 * firewall by a user-defined route.
 *
 * Practices 1 and 2: nodes have no public address, and the API server lives inside the network.
 */
export class Network extends pulumi.ComponentResource {
    /** ARM id of the virtual network. */
    readonly virtualNetworkId: pulumi.Output<string>;
    /** ARM id of the subnet of the nodes. Egress is in place when it is known. */
    readonly nodeSubnetId: pulumi.Output<string>;
    /** ARM id of the subnet delegated to API servers (`Microsoft.ContainerService/managedClusters`). */
    readonly apiServerSubnetId: pulumi.Output<string>;
    /** ARM id of the subnet for private endpoints. */
    readonly privateEndpointSubnetId: pulumi.Output<string>;
    /** How nodes leave the network, as `ManagedCluster.networkProfile.outboundType` takes it. */
    readonly outboundType: pulumi.Output<string>;
    /** Public addresses that nodes leave with; empty where a firewall decides. */
    readonly egressIpAddresses: pulumi.Output<string[]>;

    /**
     * @param name prefix of the names of all resources.
     * @throws every argument that cannot work, in one error, before anything is registered.
     */
    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("Network", name, args, [networkArgumentNames, ...networkRules], opts);
        super("aksguard:index:Network", name, {}, opts);

        const shared = { resourceGroupName: args.resourceGroupName, location: args.location, tags: args.tags };
        const options = { parent: this, dependsOn: checked };
        const plan = pulumi.output(args.addressSpace ?? defaultAddresses.addressSpace).apply(addressPlan);

        const virtualNetwork = new network.VirtualNetwork(
            name,
            {
                ...shared,
                addressSpace: { addressPrefixes: [args.addressSpace ?? defaultAddresses.addressSpace] },
            },
            options,
        );
        const securityGroups = createSecurityGroups(name, plan, args, shared, options);
        const egress = createEgress(name, args, shared, options);
        const subnets = createSubnets(name, plan, virtualNetwork, securityGroups, egress, args, options);

        this.virtualNetworkId = virtualNetwork.id;
        this.nodeSubnetId = subnets.nodes.id;
        this.apiServerSubnetId = subnets.apiServer.id;
        this.privateEndpointSubnetId = subnets.privateEndpoints.id;
        this.outboundType = pulumi.output(egress.outboundType as string);
        this.egressIpAddresses = egress.ipAddresses;
        this.registerOutputs({
            virtualNetworkId: this.virtualNetworkId,
            nodeSubnetId: this.nodeSubnetId,
            apiServerSubnetId: this.apiServerSubnetId,
            privateEndpointSubnetId: this.privateEndpointSubnetId,
            outboundType: this.outboundType,
            egressIpAddresses: this.egressIpAddresses,
        });
    }
}

/** What every resource of the network takes. */
interface Shared {
    resourceGroupName: NetworkArgs["resourceGroupName"];
    location: NetworkArgs["location"] | undefined;
    tags: NetworkArgs["tags"] | undefined;
}

/** One security group for each subnet: what is not allowed is refused by Azure's default rules. */
function createSecurityGroups(
    name: string,
    plan: pulumi.Output<AddressPlan>,
    args: NetworkArgs,
    shared: Shared,
    options: pulumi.CustomResourceOptions,
) {
    const podCidr = args.podCidr ?? defaultAddresses.podCidr;
    const securityGroup = (suffix: string, securityRules: ReturnType<typeof nodeSecurityRules>) =>
        new network.NetworkSecurityGroup(`${name}-${suffix}`, { ...shared, securityRules }, options);
    return {
        nodes: securityGroup("nodes", nodeSecurityRules(plan.nodes, podCidr)),
        apiServer: securityGroup("api-server", apiServerSecurityRules(plan.apiServer, plan.nodes)),
        privateEndpoints: securityGroup("endpoints", []),
    };
}

interface Egress {
    outboundType: OutboundType;
    ipAddresses: pulumi.Output<string[]>;
    /** What the node subnet is associated with. */
    association: Pick<network.SubnetArgs, "natGateway" | "routeTable">;
}

/** The way out: a route to the firewall where one is given, else a NAT gateway with one public address. */
function createEgress(
    name: string,
    { firewallPrivateIpAddress }: NetworkArgs,
    shared: Shared,
    options: pulumi.CustomResourceOptions,
): Egress {
    if (firewallPrivateIpAddress !== undefined) {
        const routeTable = new network.RouteTable(
            name,
            {
                ...shared,
                routes: [
                    {
                        name: "egress",
                        addressPrefix: "0.0.0.0/0",
                        nextHopType: network.RouteNextHopType.VirtualAppliance,
                        nextHopIpAddress: firewallPrivateIpAddress,
                    },
                ],
            },
            options,
        );
        return {
            outboundType: OutboundType.UserDefinedRouting,
            ipAddresses: pulumi.output([]),
            association: { routeTable: { id: routeTable.id } },
        };
    }
    const publicIpAddress = new network.PublicIPAddress(
        `${name}-egress`,
        {
            ...shared,
            sku: { name: network.PublicIPAddressSkuName.Standard },
            publicIPAllocationMethod: network.IPAllocationMethod.Static,
        },
        options,
    );
    const natGateway = new network.NatGateway(
        name,
        {
            ...shared,
            sku: { name: network.NatGatewaySkuName.Standard },
            publicIpAddresses: [{ id: publicIpAddress.id }],
        },
        options,
    );
    return {
        outboundType: OutboundType.NatGateway,
        ipAddresses: publicIpAddress.ipAddress.apply((address) => (address === undefined ? [] : [address])),
        association: { natGateway: { id: natGateway.id } },
    };
}

/** Subnets are written one after the other: ARM refuses two writes to one virtual network at the same time. */
function createSubnets(
    name: string,
    plan: pulumi.Output<AddressPlan>,
    virtualNetwork: network.VirtualNetwork,
    securityGroups: ReturnType<typeof createSecurityGroups>,
    egress: Egress,
    { resourceGroupName }: NetworkArgs,
    options: pulumi.CustomResourceOptions,
) {
    const subnet = (
        suffix: string,
        securityGroup: network.NetworkSecurityGroup,
        args: Partial<network.SubnetArgs>,
        after: pulumi.Resource[],
    ) =>
        new network.Subnet(
            `${name}-${suffix}`,
            {
                resourceGroupName,
                virtualNetworkName: virtualNetwork.name,
                networkSecurityGroup: { id: securityGroup.id },
                defaultOutboundAccess: false,
                ...args,
            },
            { ...options, dependsOn: after },
        );
    const nodes = subnet("nodes", securityGroups.nodes, { addressPrefix: plan.nodes, ...egress.association }, []);
    const apiServer = subnet(
        "api-server",
        securityGroups.apiServer,
        {
            addressPrefix: plan.apiServer,
            delegations: [{ name: "aks", serviceName: "Microsoft.ContainerService/managedClusters" }],
        },
        [nodes],
    );
    const privateEndpoints = subnet(
        "endpoints",
        securityGroups.privateEndpoints,
        {
            addressPrefix: plan.privateEndpoints,
            // Without it, security groups and routes are not applied to private endpoints.
            privateEndpointNetworkPolicies: network.VirtualNetworkPrivateEndpointNetworkPolicies.Enabled,
        },
        [apiServer],
    );
    return { nodes, apiServer, privateEndpoints };
}
