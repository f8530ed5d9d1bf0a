import { ManagementLockByScope } from "@pulumi/azure-native/authorization/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameUnlessAutomatic } from "../arguments/names";

const longestName = 90;

/**
 * A lock that nobody deletes the resource under, not even its owner and not with its resource group, until the lock
 * itself is taken away; changes stay possible. Pulumi takes it away first where the program no longer has the resource.
 *
 * Whoever deploys it needs `Microsoft.Authorization/locks/*`: Owner or User Access Administrator.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export function lockResource(
    name: string,
    resource: { id: pulumi.Input<string> },
    options: pulumi.CustomResourceOptions,
): ManagementLockByScope {
    return new ManagementLockByScope(
        name,
        {
            scope: resource.id,
            lockName: nameUnlessAutomatic(name, /^[\w.()-]{1,82}$/, longestName),
            level: "CanNotDelete",
            notes: "Deleting this would break what stands on it. Remove the lock first if that is what you want.",
        },
        // Not protected with what it guards: it must go first, and nothing is lost with it.
        { ...options, protect: false },
    );
}
