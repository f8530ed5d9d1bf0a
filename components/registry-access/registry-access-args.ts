import type * as pulumi from "@pulumi/pulumi";

/** What decides who may pull from a registry, in ARM's terms (`roleAssignmentMode`). */
export const RegistryPermissionMode = {
    /** Roles of the whole registry: AcrPull. */
    Registry: "LegacyRegistryPermissions",
    /** Roles with conditions on repositories (ABAC): AcrPull is ignored, Container Registry Repository Reader counts. */
    Repository: "AbacRepositoryPermissions",
} as const;
export type RegistryPermissionMode = (typeof RegistryPermissionMode)[keyof typeof RegistryPermissionMode];

/** Who may pull images from a registry that exists. */
export interface RegistryAccessArgs {
    /** ARM id of the registry. It may lie in another subscription of the tenant. */
    registryId: pulumi.Input<string>;

    /**
     * Managed identities that may pull, as label and object id in Entra ID, such as
     * `{ prod: cluster.kubeletPrincipalId }`. The label is used in resource names: renaming it assigns the role anew.
     */
    pullPrincipalIds: Record<string, pulumi.Input<string>>;

    /**
     * The permission mode that the registry is in (`az acr show --query roleAssignmentMode`). Default: Registry.
     *
     * @default RegistryPermissionMode.Registry
     */
    permissionMode?: RegistryPermissionMode;
}
