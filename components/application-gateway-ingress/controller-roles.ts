import type { RoleAssignment } from "@pulumi/azure-native/authorization/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { BuiltInRole } from "../roles/built-in-roles";
import { assignRole } from "../roles/role-assignment";

/** A gateway, and who configures it. */
export interface ControllerRolesParts {
    /** Class of the component that assigns the roles. */
    component: string;
    /** Object id of the identity of the ingress controller. */
    principalId: pulumi.Input<string>;
    applicationGatewayId: pulumi.Input<string>;
    /** ARM id of the resource group of the gateway. */
    resourceGroupId: pulumi.Input<string>;
    gatewaySubnetId: pulumi.Input<string>;
    /** ARM id of the identity that the gateway reads certificates with. */
    gatewayIdentityId: pulumi.Input<string>;
}

/**
 * The rights of the ingress controller: an update of the gateway is one of everything that it refers to. Without one of
 * them the controller writes nothing, and only its log says so.
 */
export function assignControllerRoles(
    name: string,
    { component, principalId, ...gateway }: ControllerRolesParts,
    options: pulumi.CustomResourceOptions,
): RoleAssignment[] {
    const assign = (suffix: string, role: BuiltInRole, scope: pulumi.Input<string>, description: string) =>
        assignRole(
            `${name}-${suffix}`,
            {
                component,
                role,
                scope,
                principalId,
                principalType: "ServicePrincipal",
                description,
            },
            options,
        );
    return [
        assign(
            "gateway",
            "Contributor",
            gateway.applicationGatewayId,
            "The ingress controller configures the gateway.",
        ),
        assign("group", "Reader", gateway.resourceGroupId, "The ingress controller finds the gateway and its address."),
        assign(
            "subnet",
            "NetworkContributor",
            gateway.gatewaySubnetId,
            "The ingress controller updates a gateway in this subnet.",
        ),
        assign(
            "identity",
            "ManagedIdentityOperator",
            gateway.gatewayIdentityId,
            "The ingress controller updates a gateway with this identity.",
        ),
    ];
}
