import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { azureClassic, azureNative } from "./type-token";

/** An assignment of a role of Azure. */
export interface RoleAssignment {
    /** Where it holds: the ARM id of a resource, a group, a subscription or a management group. */
    readonly scope: Property;
    /** Who has it: the object id of an identity, a user or a group. */
    readonly principalId: Property;
    /** The id of the role, or its name. */
    readonly role: () => Property;
}

const isNative = azureNative("authorization", "RoleAssignment");
const isClassic = azureClassic("authorization", "Assignment");

/** Role assignments: RoleAssignment of azure-native, Assignment of the classic provider. */
export const roleAssignment: ResourceKind<RoleAssignment> = {
    name: "RoleAssignment",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ properties }) {
        yield {
            scope: properties.at("scope"),
            principalId: properties.at("principalId"),
            // Only the classic provider takes a name.
            role: () => spelt(properties.at("roleDefinitionId"), properties.at("roleDefinitionName")),
        };
    },
};
