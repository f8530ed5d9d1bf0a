import type * as pulumi from "@pulumi/pulumi";
import type { FurtherAccessArgs, NetworkAccessArgs } from "../private-endpoint/network-access-args";

/** What becomes of images that lost their tag, and of images that were deleted. ARM takes one of the two at a time. */
export const ImageRetention = {
    /**
     * Manifests without a tag are deleted for good when `imageRetentionDays` have passed, so that no forgotten image
     * stays. Images that are pulled by digest must keep a tag.
     */
    PurgeUntagged: "PurgeUntagged",
    /**
     * What is deleted can be restored until `imageRetentionDays` have passed (soft delete, a preview of Azure).
     * Manifests without a tag stay, and are paid for, until somebody deletes them.
     */
    RestoreDeleted: "RestoreDeleted",
} as const;
export type ImageRetention = (typeof ImageRetention)[keyof typeof ImageRetention];

/** What a registry is like, wherever it lies. */
export interface RegistryShapeArgs {
    /**
     * Name of the registry, and of its login server: 5 to 50 letters and digits, unique in the world. Default: the name
     * of the component, and a hash of organization, project, stack and name. Renaming replaces the registry, and the
     * images are gone: before a stack moves to another organization, set the name that it has.
     *
     * @default - `<component><hash>`
     */
    registryName?: pulumi.Input<string>;

    /**
     * What becomes of untagged and of deleted images. Default: PurgeUntagged.
     *
     * @default ImageRetention.PurgeUntagged
     */
    imageRetention?: ImageRetention;

    /**
     * Days after which untagged images are purged (1 to 365), or until which deleted ones can be restored (1 to 90).
     * Default: 30.
     *
     * @default 30
     */
    imageRetentionDays?: pulumi.Input<number>;

    /**
     * Whether a lock keeps the registry from being deleted, by whomever. Default: false.
     *
     * What it costs: the deployer needs `Microsoft.Authorization/locks/*`, and role assignments at the registry cannot be
     * taken away as long as the lock is there: before a destroy, take it away in an update of its own.
     *
     * @default false
     */
    lock?: boolean;
}

/** A registry that a cluster is created with: a private endpoint in its network, and the right to pull for its nodes. */
export interface ClusterRegistryArgs extends FurtherAccessArgs, RegistryShapeArgs {
    /**
     * Further managed identities that may pull, as label and object id in Entra ID. Default: none beside the nodes.
     *
     * @default - none beside the nodes
     */
    pullPrincipalIds?: Record<string, pulumi.Input<string>>;
}

/** Where a registry lies, who reaches it and who pulls from it. */
export interface ContainerRegistryArgs extends NetworkAccessArgs, RegistryShapeArgs {
    /** Name of the resource group that holds the registry. A change replaces the registry, and the images are gone. */
    resourceGroupName: pulumi.Input<string>;

    /**
     * Azure region. Default: the location of the provider's configuration. In regions with availability zones, Azure
     * spreads every registry over them. A change replaces the registry, and the images are gone.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Managed identities that may pull (role AcrPull), as label and object id in Entra ID, such as
     * `{ prod: cluster.kubeletPrincipalId }`. The label is used in resource names: renaming it assigns the role anew.
     * Default: none.
     *
     * @default - none
     */
    pullPrincipalIds?: Record<string, pulumi.Input<string>>;

    /**
     * Whether the registry holds the images that AKS itself needs, for network-isolated clusters
     * (`bootstrapProfile.containerRegistryId`): the cache rule `aks-managed-mcr`, which AKS demands as it is. Default:
     * false.
     *
     * What it costs: the registry then accepts tokens that were made for Azure Resource Manager too, because nodes
     * sign in with them before they are part of a cluster.
     * https://learn.microsoft.com/azure/aks/network-isolated
     *
     * @default false
     */
    artifactCache?: boolean;

    /**
     * ARM id of the Log Analytics workspace that gets the logs of sign-ins and of pushes, pulls and deletions. Default:
     * none, and nobody can tell later who pulled or pushed an image.
     *
     * @default - none
     */
    workspaceId?: pulumi.Input<string>;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
