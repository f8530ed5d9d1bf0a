import type * as pulumi from "@pulumi/pulumi";
import { parseNetwork } from "../arguments/addresses";
import { partProblems, resourceForms, requiredResourceIdProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import { virtualNetworkIdOf } from "../arguments/resource-id";
import type { Rule } from "../arguments/rules";
import { defaultAddresses } from "../network/network-args";
import { addressProblems, apartFrom } from "../network/network-rules";
import { ApiServerConnection, type ClusterArgs, type ExistingNetworkArgs } from "./cluster-args";

type Args = pulumi.Unwrap<ClusterArgs>;

/** Which network the cluster is in, and how its nodes leave it. */
export const placementRules: Rule<ClusterArgs>[] = [
    oneNetworkIsChosen,
    existingSubnetsFit,
    egressIsLetIn,
    firewallHasPrivateAddress,
    serviceCidrStandsApart,
];

/** What a rule reads of how a network is chosen. */
type NetworkChoice = Pick<Args, "addressSpace" | "egress" | "firewallPrivateIpAddress" | "firewall"> & {
    existingNetwork?: object;
};

/** A network that exists is taken as it is. */
export function* oneNetworkIsChosen(args: NetworkChoice): Iterable<Problem> {
    if (args.existingNetwork === undefined) {
        return;
    }
    const { addressSpace, egress, firewallPrivateIpAddress, firewall } = args;
    for (const [argument, found] of Object.entries({ addressSpace, egress, firewallPrivateIpAddress, firewall })) {
        if (found !== undefined) {
            yield {
                argument,
                found,
                why: "and existingNetwork is given: nothing would be made of it",
                remedy: `Leave out ${argument} or existingNetwork`,
            };
        }
    }
}

function* existingSubnetsFit({ existingNetwork, apiServerConnection }: Args): Iterable<Problem> {
    if (existingNetwork === undefined) {
        return;
    }
    yield* partProblems<ExistingNetworkArgs>("existingNetwork", existingNetwork, {
        nodeSubnetId: true,
        apiServerSubnetId: true,
        privateEndpointSubnetId: true,
        ingressSubnetId: true,
        outboundType: true,
        egressIpAddresses: true,
    });
    const { nodeSubnetId, apiServerSubnetId } = existingNetwork;
    yield* requiredResourceIdProblems("existingNetwork.nodeSubnetId", nodeSubnetId, resourceForms.subnet);
    const inNetwork =
        (apiServerConnection ?? ApiServerConnection.VnetIntegration) === ApiServerConnection.VnetIntegration;
    if (apiServerSubnetId === undefined) {
        if (inNetwork) {
            yield {
                argument: "existingNetwork.apiServerSubnetId",
                found: undefined,
                why: "and API Server VNet Integration puts the API server into a subnet",
                remedy: `Set a subnet delegated to Microsoft.ContainerService/managedClusters, or apiServerConnection: "${ApiServerConnection.PrivateLink}"`,
            };
        }
        return;
    }
    yield* requiredResourceIdProblems("existingNetwork.apiServerSubnetId", apiServerSubnetId, resourceForms.subnet);
    const differs = (of: (id: string) => string) => of(apiServerSubnetId) !== of(nodeSubnetId);
    if (!inNetwork) {
        yield {
            argument: "existingNetwork.apiServerSubnetId",
            found: apiServerSubnetId,
            why: "and with connection PrivateLink the API server is in no subnet",
            remedy: "Leave it out",
        };
    } else if (differs((id) => virtualNetworkIdOf(id).toLowerCase())) {
        yield {
            argument: "existingNetwork.apiServerSubnetId",
            found: apiServerSubnetId,
            why: "which is in another virtual network than existingNetwork.nodeSubnetId",
            remedy: "Set a subnet of the same virtual network",
        };
    } else if (!differs((id) => id.toLowerCase())) {
        yield {
            argument: "existingNetwork.apiServerSubnetId",
            found: apiServerSubnetId,
            why: "which is the subnet of the nodes, and an API server shares its subnet with nothing else",
            remedy: "Set another subnet of the same virtual network",
        };
    }
}

function* egressIsLetIn(args: Args): Iterable<Problem> {
    const overInternet =
        args.authorizedIpRanges !== undefined && args.apiServerConnection === ApiServerConnection.PrivateLink;
    const { existingNetwork, firewallPrivateIpAddress, firewallPublicIpAddress } = args;
    for (const [index, address] of (existingNetwork?.egressIpAddresses ?? []).entries()) {
        yield* addressProblems(`existingNetwork.egressIpAddresses[${String(index)}]`, address, "203.0.113.7");
    }
    yield* addressProblems("firewallPublicIpAddress", firewallPublicIpAddress, "203.0.113.7");
    const why =
        "and nodes that reach the API server over the internet could not join: authorizedIpRanges would keep them out";
    if (overInternet && existingNetwork && (existingNetwork.egressIpAddresses ?? []).length === 0) {
        yield {
            argument: "existingNetwork.egressIpAddresses",
            found: existingNetwork.egressIpAddresses,
            why,
            remedy: "Set the public addresses that nodes leave with",
        };
    }
    if (overInternet && firewallPrivateIpAddress !== undefined && firewallPublicIpAddress === undefined) {
        yield {
            argument: "firewallPublicIpAddress",
            found: undefined,
            why,
            remedy: "Set the public address that the firewall gives to nodes",
        };
    }
}

function* firewallHasPrivateAddress({ firewallPrivateIpAddress, firewallPublicIpAddress }: Args): Iterable<Problem> {
    if (firewallPublicIpAddress !== undefined && firewallPrivateIpAddress === undefined) {
        yield {
            argument: "firewallPublicIpAddress",
            found: firewallPublicIpAddress,
            why: "and without firewallPrivateIpAddress no firewall that exists is used",
            remedy: "Set firewallPrivateIpAddress as well, or leave both out",
        };
    }
}

/** The services have addresses that nothing else has. */
export function* serviceCidrStandsApart(
    args: Pick<Args, "serviceCidr" | "podCidr" | "addressSpace"> & { existingNetwork?: object },
): Iterable<Problem> {
    const serviceCidr = args.serviceCidr ?? defaultAddresses.serviceCidr;
    const others = [{ argument: "podCidr", cidr: args.podCidr ?? defaultAddresses.podCidr }];
    if (args.existingNetwork === undefined) {
        others.push({ argument: "addressSpace", cidr: args.addressSpace ?? defaultAddresses.addressSpace });
    }
    yield* apartFrom("serviceCidr", serviceCidr, others);
    const parsed = parseNetwork(serviceCidr);
    if ("network" in parsed && (parsed.network.prefixLength < 12 || parsed.network.prefixLength > 28)) {
        yield {
            argument: "serviceCidr",
            found: serviceCidr,
            why: "where AKS takes /12 or narrower, and the address of the cluster's DNS is the tenth",
            remedy: `Set a network between /12 and /28, such as ${defaultAddresses.serviceCidr}`,
        };
    }
}
