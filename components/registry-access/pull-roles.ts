import type { RoleAssignment } from "@pulumi/azure-native/authorization/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { propagationHooks } from "../roles/propagation";
import { assignRole } from "../roles/role-assignment";
import { RegistryPermissionMode } from "./registry-access-args";

/** Who may pull from which registry. */
export interface PullRoleParts {
    component: "ContainerRegistry" | "RegistryAccess";
    registryId: pulumi.Input<string>;
    /** Subscription of the registry. */
    subscriptionId: pulumi.Input<string>;
    principalIds: Record<string, pulumi.Input<string>>;
    permissionMode?: RegistryPermissionMode | undefined;
}

/** The right to pull, and nothing more, for each identity. */
export function assignPullRoles(
    name: string,
    { component, registryId, subscriptionId, principalIds, permissionMode }: PullRoleParts,
    options: pulumi.CustomResourceOptions,
): RoleAssignment[] {
    const hooks = propagationHooks(`aksguard:${component}:${name}:role-propagation`);
    return Object.entries(principalIds).map(([label, principalId]) =>
        assignRole(
            `${name}-pull-${label}`,
            {
                component,
                role:
                    permissionMode === RegistryPermissionMode.Repository
                        ? "ContainerRegistryRepositoryReader"
                        : "AcrPull",
                scope: registryId,
                principalId,
                principalType: "ServicePrincipal",
                subscriptionId,
                description: "Pulls images.",
            },
            { ...options, hooks },
        ),
    );
}
