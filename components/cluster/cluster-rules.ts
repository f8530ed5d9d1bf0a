import type * as pulumi from "@pulumi/pulumi";
import { network4, neverOnTheInternet, overlap, parseNetwork } from "../arguments/addresses";
import { choiceProblems, duplicateNameProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import { parseResourceId, virtualNetworkIdOf } from "../arguments/resource-id";
import type { Rule } from "../arguments/rules";
import { clusterAccessRules } from "../cluster-access/cluster-access-rules";
import { defaultAddresses, OutboundType } from "../network/network-args";
import { addressProblems, apartFrom, networkRules } from "../network/network-rules";
import { nodePoolNameProblems, nodePoolProblems } from "../node-pool/node-pool-rules";
import { NodePoolMode } from "../node-pool/node-pool-args";
import { ApiServerConnection, ClusterTier, KubeloginMode, type ClusterArgs } from "./cluster-args";
import { systemNodePoolName } from "./managed-cluster-args";
import { privateDnsZoneName } from "./private-dns-zone";

type Args = pulumi.Unwrap<ClusterArgs>;

/** What must hold between the arguments of a cluster, and of its name. */
export function clusterRules(name: string): Rule<ClusterArgs>[] {
    return [
        () => nameProblems(name),
        choicesAreKnown,
        locationHasForm,
        versionIsMinor,
        authorizedIpRangesAreThere,
        authorizedIpRangesAreNetworks,
        authorizedIpRangesAreFew,
        privateDnsZoneHasName,
        privateDnsZoneIsUsed,
        oneNetworkIsChosen,
        existingSubnetsFit,
        egressIsLetIn,
        firewallHasPrivateAddress,
        serviceCidrStandsApart,
        nodePoolsFit,
        ...(networkRules as unknown as Rule<ClusterArgs>[]),
        ...(clusterAccessRules as unknown as Rule<ClusterArgs>[]),
    ];
}

/** AKS takes 63 characters, Pulumi's automatic names add 8. */
const longestName = 55;

function* nameProblems(name: string): Iterable<Problem> {
    if (name.length > longestName || !/^[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?$/.test(name)) {
        yield {
            argument: "name",
            found: name,
            why: `where AKS takes letters, digits, inner hyphens and underscores, at most ${String(longestName)} before the random suffix`,
            remedy: "Set a shorter name of these characters",
        };
    }
}

function* choicesAreKnown(args: Args): Iterable<Problem> {
    yield* choiceProblems("apiServerConnection", args.apiServerConnection, ApiServerConnection);
    yield* choiceProblems("tier", args.tier, ClusterTier);
    yield* choiceProblems("kubeloginMode", args.kubeloginMode, KubeloginMode);
    yield* choiceProblems("existingNetwork.outboundType", args.existingNetwork?.outboundType, OutboundType);
}

function* locationHasForm({ location }: Args): Iterable<Problem> {
    if (location !== undefined && !/^[a-z][a-z0-9 ]*$/i.test(location)) {
        yield {
            argument: "location",
            found: location,
            why: "which is no name of a region",
            remedy: "Set a region such as westeurope (`az account list-locations --query [].name`)",
        };
    }
}

function* versionIsMinor({ kubernetesVersion }: Args): Iterable<Problem> {
    if (kubernetesVersion !== undefined && !/^1\.\d{2}$/.test(kubernetesVersion)) {
        yield {
            argument: "kubernetesVersion",
            found: kubernetesVersion,
            why: /^1\.\d{2}\.\d+$/.test(kubernetesVersion)
                ? "and a pinned patch would fight the upgrade channel"
                : "which is no minor version",
            remedy: `Set the minor version only, such as "${/^1\.\d{2}/.exec(kubernetesVersion)?.[0] ?? "1.35"}"`,
        };
    }
}

function* authorizedIpRangesAreThere({ authorizedIpRanges }: Args): Iterable<Problem> {
    if (authorizedIpRanges?.length === 0) {
        yield {
            argument: "authorizedIpRanges",
            found: [],
            why: "and an empty list would open the API server to every address",
            remedy: "Leave it out for a private API server, or name the networks that may reach it",
        };
    }
}

/** A network that holds more addresses than this limits nothing. */
const widestRange = 16;

function* authorizedIpRangesAreNetworks({ authorizedIpRanges }: Args): Iterable<Problem> {
    for (const [index, range] of (authorizedIpRanges ?? []).entries()) {
        const argument = `authorizedIpRanges[${String(index)}]`;
        const parsed = parseNetwork(range);
        if ("why" in parsed) {
            yield { argument, found: range, ...parsed };
        } else if (parsed.network.prefixLength === 0) {
            yield {
                argument,
                found: range,
                why: "which lets in every address of the internet",
                remedy: "Name the networks that administrators and pipelines come from",
            };
        } else if (parsed.network.prefixLength < widestRange) {
            yield {
                argument,
                found: range,
                why: `a network of more than 65,536 addresses`,
                remedy: `Set networks of /${String(widestRange)} or narrower`,
            };
        } else {
            const never = neverOnTheInternet.find((network) => overlap(parsed.network, network4(network)));
            if (never !== undefined) {
                yield {
                    argument,
                    found: range,
                    why: `which lies in ${never}, where no client of a public endpoint comes from`,
                    remedy: "Set the public addresses that these clients leave with, or leave the argument out for a private API server",
                };
            }
        }
    }
}

const mostRanges = { [ApiServerConnection.VnetIntegration]: 2000, [ApiServerConnection.PrivateLink]: 200 };

function* authorizedIpRangesAreFew({ authorizedIpRanges, apiServerConnection }: Args): Iterable<Problem> {
    const connection = apiServerConnection ?? ApiServerConnection.VnetIntegration;
    const most = mostRanges[connection];
    if (authorizedIpRanges !== undefined && authorizedIpRanges.length > most) {
        yield {
            argument: "authorizedIpRanges",
            found: `${String(authorizedIpRanges.length)} networks`,
            why: `where AKS takes at most ${String(most)} with connection ${connection}`,
            remedy: "Join neighbouring networks",
        };
    }
}

function* privateDnsZoneIsUsed({ authorizedIpRanges, privateDnsZoneId }: Args): Iterable<Problem> {
    if (authorizedIpRanges !== undefined && privateDnsZoneId !== undefined) {
        yield {
            argument: "privateDnsZoneId",
            found: privateDnsZoneId,
            why: "and authorizedIpRanges makes the API server public: no private zone would name it",
            remedy: "Leave out privateDnsZoneId for a public API server, or authorizedIpRanges for a private one",
        };
    }
}

function* privateDnsZoneHasName({ privateDnsZoneId, apiServerConnection, location }: Args): Iterable<Problem> {
    if (privateDnsZoneId === undefined) {
        return;
    }
    const argument = "privateDnsZoneId";
    const id = parseResourceId(privateDnsZoneId);
    if (id?.type.toLowerCase() !== "microsoft.network/privatednszones") {
        yield {
            argument,
            found: privateDnsZoneId,
            why: "which is not the ARM id of a private DNS zone",
            remedy: "Set the id that `az network private-dns zone show --query id` prints",
        };
        return;
    }
    const connection = apiServerConnection ?? ApiServerConnection.VnetIntegration;
    const zone = id.names[0] ?? "";
    const expected = privateDnsZoneName(connection, location ?? "<region>");
    const pattern = privateDnsZoneName(connection, location ?? "[a-z0-9]+").replaceAll(".", "\\.");
    if (!new RegExp(`^([a-z0-9-]{1,32}\\.)?${pattern}$`, "i").test(zone)) {
        yield {
            argument,
            found: zone,
            why: `where AKS takes ${expected}, with connection ${connection}${location === undefined ? "" : ` in ${location}`}`,
            remedy: `Set a zone called ${expected}, or with one label of at most 32 characters in front of it`,
        };
    }
}

function* oneNetworkIsChosen(args: Args): Iterable<Problem> {
    if (args.existingNetwork === undefined) {
        return;
    }
    const { addressSpace, firewallPrivateIpAddress } = args;
    for (const [argument, found] of Object.entries({ addressSpace, firewallPrivateIpAddress })) {
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
    const { nodeSubnetId, apiServerSubnetId } = existingNetwork;
    yield* subnetIdProblems("existingNetwork.nodeSubnetId", nodeSubnetId);
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
    yield* subnetIdProblems("existingNetwork.apiServerSubnetId", apiServerSubnetId);
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

function* subnetIdProblems(argument: string, found: unknown): Iterable<Problem> {
    if (parseResourceId(found)?.type.toLowerCase() !== "microsoft.network/virtualnetworks/subnets") {
        yield {
            argument,
            found,
            why: "which is not the ARM id of a subnet",
            remedy: "Set the id that `az network vnet subnet show --query id` prints",
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
            why: "and without firewallPrivateIpAddress nodes leave through a NAT gateway",
            remedy: "Set firewallPrivateIpAddress as well, or leave both out",
        };
    }
}

function* serviceCidrStandsApart(args: Args): Iterable<Problem> {
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

function* nodePoolsFit({ systemNodePool, nodePools }: Args): Iterable<Problem> {
    yield* nodePoolProblems("systemNodePool.", { ...systemNodePool, mode: NodePoolMode.System });
    yield* duplicateNameProblems("nodePools", nodePools ?? [], [systemNodePoolName]);
    for (const [index, pool] of (nodePools ?? []).entries()) {
        yield* nodePoolNameProblems(`nodePools[${String(index)}].name`, pool.name);
        yield* nodePoolProblems(`nodePools[${String(index)}].`, pool);
    }
}
