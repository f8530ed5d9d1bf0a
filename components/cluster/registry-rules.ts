import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    duplicateNameProblems,
    partProblems,
    requiredResourceIdProblems,
    resourceForms,
    resourceIdProblems,
} from "../arguments/forms";
import { problemsBelow, type Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import type { ContainerRegistryArgs } from "../container-registry/container-registry-args";
import { clusterRegistryArgumentNames, registryRules } from "../container-registry/container-registry-rules";
import { chosenEgress } from "../network/egress";
import { Egress, OutboundType } from "../network/network-args";
import { RegistryPermissionMode } from "../registry-access/registry-access-args";
import { inheriting } from "./cluster-policies";
import {
    ApiServerConnection,
    NodeUpdates,
    type AttachedRegistryArgs,
    type ClusterArgs,
    type ExistingNetworkArgs,
} from "./cluster-args";

type Args = pulumi.Unwrap<ClusterArgs>;

/** Where images come from, also for nodes without a way out: practice 8. */
export const clusterRegistryRules: Rule<ClusterArgs>[] = [
    registryIsPossible,
    registryIsInNetwork,
    attachedRegistriesAreRegistries,
    isolatedNodesHaveImages,
    isolatedClusterStandsAlone,
];

/** What decides whether nodes have a way out of their network. */
export type Isolation = Pick<ClusterArgs, "egress"> & {
    existingNetwork?: Pick<ExistingNetworkArgs, "outboundType">;
    firewallPrivateIpAddress?: unknown;
};

/** Whether nodes have no way out of their network. */
export function isIsolated({ existingNetwork, egress, firewallPrivateIpAddress }: Isolation): boolean {
    return existingNetwork === undefined
        ? egress === Egress.None && firewallPrivateIpAddress === undefined
        : existingNetwork.outboundType === OutboundType.None;
}

/** Stands for the subnet that the cluster's network brings, whose own rule is below. */
const subnetOfNetwork =
    "/subscriptions/0/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/network/subnets/endpoints";

/** The registry that is created with a cluster can be. */
export function* registryIsPossible({ registry }: Pick<Args, "registry">): Iterable<Problem> {
    if (registry === undefined) {
        return;
    }
    const complete = inheriting<pulumi.Unwrap<Partial<ContainerRegistryArgs>>>(registry, {
        privateEndpointSubnetId: subnetOfNetwork,
    });
    const rules = [() => clusterRegistryArgumentNames(registry), ...registryRules];
    for (const rule of rules) {
        yield* problemsBelow("registry", rule(complete as pulumi.Unwrap<ContainerRegistryArgs>));
    }
}

/** What a rule reads of a network that exists. */
interface EndpointsOfNetwork {
    existingNetwork?: Pick<NonNullable<Args["existingNetwork"]>, "privateEndpointSubnetId">;
}

/** A registry that is created has a place in the network that exists. */
export function* registryIsInNetwork({
    registry,
    existingNetwork,
}: Pick<Args, "registry"> & EndpointsOfNetwork): Iterable<Problem> {
    const argument = "existingNetwork.privateEndpointSubnetId";
    const subnetId = existingNetwork?.privateEndpointSubnetId;
    yield* resourceIdProblems(argument, subnetId, resourceForms.subnet);
    if (registry !== undefined && existingNetwork !== undefined && subnetId === undefined) {
        if (registry.allowedIpRanges === undefined) {
            yield {
                argument,
                found: undefined,
                why: "and the registry is reached by a private endpoint only",
                remedy: "Set the id of a subnet for private endpoints, or registry.allowedIpRanges",
            };
        }
    }
}

/** Registries that exist are named by their ids, each under a name of its own. */
export function* attachedRegistriesAreRegistries({
    attachedRegistries = [],
}: Pick<Args, "attachedRegistries">): Iterable<Problem> {
    yield* duplicateNameProblems("attachedRegistries", attachedRegistries);
    for (const [index, registry] of attachedRegistries.entries()) {
        const argument = `attachedRegistries[${String(index)}]`;
        yield* partProblems<AttachedRegistryArgs>(argument, registry, {
            name: true,
            registryId: true,
            permissionMode: true,
        });
        const { registryId, permissionMode } = registry;
        yield* requiredResourceIdProblems(`${argument}.registryId`, registryId, resourceForms.registry);
        yield* choiceProblems(`${argument}.permissionMode`, permissionMode, RegistryPermissionMode);
    }
}

/** The argument that leaves nodes without a way out, as it was written. */
const noEgress = (args: Args) =>
    args.existingNetwork === undefined
        ? `egress "${chosenEgress(args)}"`
        : `existingNetwork.outboundType "${OutboundType.None}"`;

function* isolatedNodesHaveImages(args: Args): Iterable<Problem> {
    const { registry, bootstrapRegistryId } = args;
    const argument = "bootstrapRegistryId";
    yield* resourceIdProblems(argument, bootstrapRegistryId, resourceForms.registry);
    if (isIsolated(args)) {
        if (registry === undefined && bootstrapRegistryId === undefined) {
            yield {
                argument: "registry",
                found: undefined,
                why: `and with ${noEgress(args)} nodes have no other place to start from`,
                remedy: "Set registry: {}, or bootstrapRegistryId to one that exists",
            };
        }
        if (registry !== undefined && bootstrapRegistryId !== undefined) {
            yield {
                argument,
                found: bootstrapRegistryId,
                why: "and nodes start from the registry that is created",
                remedy: "Leave out one of the two",
            };
        }
    } else if (bootstrapRegistryId !== undefined) {
        yield {
            argument,
            found: bootstrapRegistryId,
            why: "and nodes that have a way out start from Microsoft's registry",
            remedy: "Leave it out, or use attachedRegistries for the right to pull",
        };
    }
}

/** https://learn.microsoft.com/azure/aks/concepts-network-isolated */
function* isolatedClusterStandsAlone(args: Args): Iterable<Problem> {
    if (!isIsolated(args)) {
        return;
    }
    const { nodeUpdates, apiServerConnection, authorizedIpRanges } = args;
    if (nodeUpdates !== undefined && nodeUpdates !== NodeUpdates.NodeImage) {
        yield {
            argument: "nodeUpdates",
            found: nodeUpdates,
            why: `and with ${noEgress(args)} nodes reach no place that patches come from`,
            remedy: `Leave it out, or set "${NodeUpdates.NodeImage}"`,
        };
    }
    if (apiServerConnection === ApiServerConnection.PrivateLink && authorizedIpRanges !== undefined) {
        yield {
            argument: "authorizedIpRanges",
            found: authorizedIpRanges,
            why: `and with ${noEgress(args)} nodes do not reach a public API server outside of the network`,
            remedy: "Leave it out, or leave out apiServerConnection",
        };
    }
}
