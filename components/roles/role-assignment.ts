import * as authorization from "@pulumi/azure-native/authorization/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { stableGuid } from "../arguments/names";
import { builtInRoles, type BuiltInRole } from "./built-in-roles";

/** Who may do what, and where. */
export interface RoleAssignmentParts {
    /** Class of the component that assigns it: two components of one name may assign roles under one name. */
    component: string;
    role: BuiltInRole;
    /** ARM id that the role counts for, with everything below it. */
    scope: pulumi.Input<string>;
    /** Object id in Entra ID. */
    principalId: pulumi.Input<string>;
    /**
     * Kind of the principal. Left out only for principals that certainly exist: for a fresh one, ARM would look it up
     * in a replica of Entra ID that has not heard of it, and fail with PrincipalNotFound.
     */
    principalType?: "ServicePrincipal" | "Group" | "User" | undefined;
    /** Subscription of the scope. Default: the one in its id; to be given where that id is late, for a name that is known. */
    subscriptionId?: pulumi.Input<string>;
    /** Why the role is given, shown in the portal. */
    description: string;
}

/** Assigns a built-in role under a name that stays the same on every run. */
export function assignRole(
    name: string,
    { component, role, principalType, ...parts }: RoleAssignmentParts,
    options: pulumi.CustomResourceOptions,
): authorization.RoleAssignment {
    const { subscriptionId = lift(parts.scope, (id) => id.split("/")[2] ?? ""), ...assignment } = parts;
    return new authorization.RoleAssignment(
        name,
        {
            ...assignment,
            // The SDK makes a plain `undefined` a User, and ARM then refuses every other principal; it leaves this out.
            principalType: principalType ?? pulumi.output<string | undefined>(undefined),
            roleAssignmentName: lift(subscriptionId, (id) =>
                stableGuid(id, `aksguard:index:${component}$azure-native:authorization:RoleAssignment`, name),
            ),
            // With the subscription, as ARM returns it: without, every refresh would find a difference.
            roleDefinitionId: pulumi.interpolate`/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[role]}`,
        },
        // ARM changes nothing of an assignment in place, and the name is taken until the old one is gone.
        { ...options, deleteBeforeReplace: true },
    );
}
