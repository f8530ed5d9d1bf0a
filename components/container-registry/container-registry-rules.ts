import type * as pulumi from "@pulumi/pulumi";
import { choiceProblems, flagProblems, namesAreKnown, resourceForms, resourceIdProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { networkAccessRules } from "../private-endpoint/network-access-rules";
import { privateLinkServices } from "../private-endpoint/private-link-services";
import { pullersArePrincipals } from "../registry-access/registry-access-rules";
import { ImageRetention, type ClusterRegistryArgs, type ContainerRegistryArgs } from "./container-registry-args";

type Args = pulumi.Unwrap<ContainerRegistryArgs>;

/** What must hold between the arguments of a registry but for their names. */
export const registryRules: Rule<ContainerRegistryArgs>[] = [
    ...networkAccessRules(privateLinkServices.registry),
    nameFits,
    pullersArePrincipals,
    retentionIsPossible,
    cacheIsReached,
    ({ lock }) => flagProblems("lock", lock),
    ({ artifactCache }) => flagProblems("artifactCache", artifactCache),
    ({ workspaceId }) => resourceIdProblems("workspaceId", workspaceId, resourceForms.workspace),
];

const shapeNames = {
    registryName: true,
    privateDnsZoneId: true,
    allowedIpRanges: true,
    pullPrincipalIds: true,
    imageRetention: true,
    imageRetentionDays: true,
    lock: true,
} as const;

/** The arguments of a registry that a cluster is created with. */
export const clusterRegistryArgumentNames = namesAreKnown<ClusterRegistryArgs>(shapeNames);

/** What must hold between the arguments of a registry. */
export const containerRegistryRules: Rule<ContainerRegistryArgs>[] = [
    namesAreKnown<ContainerRegistryArgs>({
        resourceGroupName: true,
        location: true,
        privateEndpointSubnetId: true,
        artifactCache: true,
        workspaceId: true,
        tags: true,
        ...shapeNames,
    }),
    ...registryRules,
];

function* nameFits({ registryName }: Args): Iterable<Problem> {
    if (registryName !== undefined && !/^[a-zA-Z0-9]{5,50}$/.test(registryName)) {
        yield {
            argument: "registryName",
            found: registryName,
            why: "where Azure takes 5 to 50 letters and digits",
            remedy: "Set such a name, or leave it out",
        };
    }
}

const mostDays = { [ImageRetention.PurgeUntagged]: 365, [ImageRetention.RestoreDeleted]: 90 } as const;

function* retentionIsPossible({ imageRetention, imageRetentionDays }: Args): Iterable<Problem> {
    yield* choiceProblems("imageRetention", imageRetention, ImageRetention);
    const most = mostDays[imageRetention ?? ImageRetention.PurgeUntagged];
    if (
        imageRetentionDays !== undefined &&
        !(Number.isInteger(imageRetentionDays) && imageRetentionDays >= 1 && imageRetentionDays <= most)
    ) {
        yield {
            argument: "imageRetentionDays",
            found: imageRetentionDays,
            why: `where Azure takes 1 to ${String(most)} days with ${imageRetention ?? ImageRetention.PurgeUntagged}`,
            remedy: "Set a whole number in that range",
        };
    }
}

function* cacheIsReached({ artifactCache, privateEndpointSubnetId }: Args): Iterable<Problem> {
    if (artifactCache === true && privateEndpointSubnetId === undefined) {
        yield {
            argument: "artifactCache",
            found: true,
            why: "and without privateEndpointSubnetId no network-isolated cluster would reach the registry",
            remedy: "Set privateEndpointSubnetId to a subnet in the network of the cluster",
        };
    }
}
