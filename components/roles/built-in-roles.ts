/**
 * GUIDs of the Azure built-in roles that the components assign.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const builtInRoles = {
    NetworkContributor: "4d97b98b-1d4f-4787-a291-c67834d212e7",
    PrivateDnsZoneContributor: "b12aa53e-6015-4669-85d0-8515ebb3ae7f",
    ManagedIdentityOperator: "f1a07417-d97a-45cb-824c-7a7467783830",
    AksClusterUser: "4abbcc35-e782-43d8-92c5-2d3f1bd2253f",
    AksRbacClusterAdmin: "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b",
    AksRbacAdmin: "3498e952-d568-435e-9b2c-8d77e338d7f7",
    AksRbacWriter: "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb",
    AksRbacReader: "7f6c6a51-bcf8-42ba-9220-52d62157d7db",
} as const;

export type BuiltInRole = keyof typeof builtInRoles;
