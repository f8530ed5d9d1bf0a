import * as network from "@pulumi/azure-native/network/index.js";
import * as pulumi from "@pulumi/pulumi";
import { nameUnlessAutomatic, networkResourceName } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { addressPlan, optionalSubnets } from "./address-plan";
import { chosenEgress, createEgress, outboundTypeOf, type NodeEgress, type SharedArgs } from "./egress";
import { ingressSubnets } from "./ingress-subnets";
import { defaultAddresses, Egress, type NetworkArgs } from "./network-args";
import { networkArgumentNames, networkRules } from "./network-rules";
import {
    apiServerSecurityRules,
    ingressToPodsRule,
    isolationSecurityRules,
    nodeSecurityRules,
    otherNodesToPodsRule,
    systemNodesToApiServerRule,
    type SecurityRule,
} from "./security-rules";

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork
const longestNetworkName = 64;
const longestSubnetName = 80;
// A child has the name that is asked for, without digits behind it.
const subnetName = /^[a-zA-Z0-9][\w.-]{0,79}$/;

/**
 * A virtual network for one or more clusters: subnets for nodes, for API servers and for private endpoints, each with
 * a network security group and without Azure's default outbound access; on demand one for a gateway. Nodes leave
 * through a NAT gateway, through a firewall by a user-defined route, or not at all.
 *
 * Practices 1, 2 and 10: nodes have no public address, the API server lives inside the network, and a gateway has a
 * subnet of its own. What leaves the network is a decision beyond the ten: see `egress`, and what it costs.
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
    /** ARM id of the subnet for the gateway of `ingress`; empty where none was asked for. */
    readonly ingressSubnetId: pulumi.Output<string>;
    /** ARM id of the subnet for the system nodes of AKS Automatic; empty without `systemNodes`. */
    readonly systemNodeSubnetId: pulumi.Output<string>;
    /** How nodes leave the network, as `ManagedCluster.networkProfile.outboundType` takes it. */
    readonly outboundType: pulumi.Output<string>;
    /** Public addresses that nodes leave with; empty where a firewall that exists decides, and where nothing leaves. */
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
        const plan = pulumi
            .output(args.addressSpace ?? defaultAddresses.addressSpace)
            .apply((space) => ({ ...addressPlan(space), ...optionalSubnets(space) }));

        const virtualNetwork = new network.VirtualNetwork(
            name,
            {
                ...shared,
                virtualNetworkName: networkResourceName(name, longestNetworkName),
                addressSpace: { addressPrefixes: [args.addressSpace ?? defaultAddresses.addressSpace] },
            },
            options,
        );
        const egress = createEgress(
            name,
            args,
            { virtualNetwork, subnetCidr: plan.firewall, nodeCidrs: placesOfNodes(args).map((place) => plan[place]) },
            shared,
            options,
        );
        const subnets = createSubnets(name, plan, virtualNetwork, egress, args, shared, options);

        this.virtualNetworkId = virtualNetwork.id;
        this.nodeSubnetId = subnets.nodes.id;
        this.apiServerSubnetId = subnets.apiServer.id;
        this.privateEndpointSubnetId = subnets.privateEndpoints.id;
        this.ingressSubnetId = subnets.ingress?.id ?? pulumi.output("");
        this.systemNodeSubnetId = subnets.systemNodes?.id ?? pulumi.output("");
        this.outboundType = pulumi.output<string>(outboundTypeOf(args));
        this.egressIpAddresses = egress.ipAddresses;
        this.registerOutputs({
            virtualNetworkId: this.virtualNetworkId,
            nodeSubnetId: this.nodeSubnetId,
            apiServerSubnetId: this.apiServerSubnetId,
            privateEndpointSubnetId: this.privateEndpointSubnetId,
            ingressSubnetId: this.ingressSubnetId,
            systemNodeSubnetId: this.systemNodeSubnetId,
            outboundType: this.outboundType,
            egressIpAddresses: this.egressIpAddresses,
        });
    }
}

/** Addresses of all subnets, also of those that are not made. */
type Plan = pulumi.Lifted<ReturnType<typeof addressPlan> & ReturnType<typeof optionalSubnets>>;

/** The subnets that nodes are in. */
function placesOfNodes({ systemNodes }: NetworkArgs) {
    return systemNodes === true ? (["nodes", "systemNodes"] as const) : (["nodes"] as const);
}

/** What lets nodes and pods be reached, and what holds them back. */
function rulesOfNodes(args: NetworkArgs, plan: Plan, own: "nodes" | "systemNodes"): SecurityRule[] {
    const podCidr = args.podCidr ?? defaultAddresses.podCidr;
    const others = placesOfNodes(args).filter((place) => place !== own);
    const rules = [
        ...nodeSecurityRules(plan[own], podCidr),
        ...others.map((place) => otherNodesToPodsRule(plan[place], podCidr)),
    ];
    if (args.ingress !== undefined) {
        rules.push(ingressToPodsRule(plan[ingressSubnets[args.ingress].place], podCidr));
    }
    if (chosenEgress(args) === Egress.None) {
        rules.push(...isolationSecurityRules(plan[own], podCidr));
    }
    return rules;
}

/**
 * Each subnet has a security group of its own: what is not allowed is refused by Azure's default rules. Subnets are
 * written one after the other: ARM refuses two writes to one virtual network at the same time.
 */
function createSubnets(
    name: string,
    plan: Plan,
    virtualNetwork: network.VirtualNetwork,
    egress: NodeEgress,
    args: NetworkArgs,
    shared: SharedArgs,
    options: pulumi.CustomResourceOptions,
) {
    let before: pulumi.Resource[] = egress.subnets;
    const subnet = (
        suffix: string,
        securityRules: SecurityRule[],
        subnetArgs: Partial<network.SubnetArgs>,
        ignoreChanges: string[] = [],
    ) => {
        const securityGroup = new network.NetworkSecurityGroup(
            `${name}-${suffix}`,
            { ...shared, networkSecurityGroupName: networkResourceName(`${name}-${suffix}`), securityRules },
            options,
        );
        const created = new network.Subnet(
            `${name}-${suffix}`,
            {
                resourceGroupName: shared.resourceGroupName,
                virtualNetworkName: virtualNetwork.name,
                subnetName: nameUnlessAutomatic(`${name}-${suffix}`, subnetName, longestSubnetName),
                networkSecurityGroup: { id: securityGroup.id },
                defaultOutboundAccess: false,
                ...subnetArgs,
            },
            { ...options, dependsOn: before, ignoreChanges },
        );
        before = [created];
        return created;
    };
    // AKS Automatic delegates the subnets of its nodes to itself, once it is there.
    const delegatedByAks = args.systemNodes === true ? ["delegations"] : [];
    const nodes = subnet(
        "nodes",
        rulesOfNodes(args, plan, "nodes"),
        { addressPrefix: plan.nodes, ...egress.association },
        delegatedByAks,
    );
    const toApiServer = apiServerSecurityRules(plan.apiServer, plan.nodes);
    if (args.systemNodes === true) {
        toApiServer.push(systemNodesToApiServerRule(plan.systemNodes, plan.apiServer));
    }
    const apiServer = subnet("api-server", toApiServer, {
        addressPrefix: plan.apiServer,
        delegations: [{ name: "aks", serviceName: "Microsoft.ContainerService/managedClusters" }],
    });
    const privateEndpoints = subnet("endpoints", [], {
        addressPrefix: plan.privateEndpoints,
        // Without it, security groups and routes are not applied to private endpoints.
        privateEndpointNetworkPolicies: network.VirtualNetworkPrivateEndpointNetworkPolicies.Enabled,
    });
    const systemNodes =
        args.systemNodes === true
            ? subnet(
                  "system-nodes",
                  rulesOfNodes(args, plan, "systemNodes"),
                  { addressPrefix: plan.systemNodes, ...egress.association },
                  delegatedByAks,
              )
            : undefined;
    if (args.ingress === undefined) {
        return { nodes, apiServer, privateEndpoints, systemNodes, ingress: undefined };
    }
    const { suffix, place, securityRules, delegations } = ingressSubnets[args.ingress];
    const ingress = subnet(suffix, securityRules(plan[place]), { addressPrefix: plan[place], delegations });
    return { nodes, apiServer, privateEndpoints, systemNodes, ingress };
}
