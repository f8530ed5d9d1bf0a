/** Built-in roles of Azure that policies know: the GUID of each, by its name. */
export const builtInRoles = {
    Owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    Contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    "Network Contributor": "4d97b98b-1d4f-4787-a291-c67834d212e7",
    "Managed Identity Operator": "f1a07417-d97a-45cb-824c-7a7467783830",
    AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
    AcrPush: "8311e382-0749-4cb8-b61a-304f252e45ec",
    "Container Registry Repository Reader": "b93aa761-3e63-49ed-ac28-beffa264f7ac",
    "Container Registry Repository Writer": "2a1e307c-b015-4ebd-883e-5b7698a07328",
    "Key Vault Administrator": "00482a5a-887f-4fb3-b363-3b7fe8e74483",
    "Key Vault Secrets Officer": "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    "Key Vault Secrets User": "4633458b-17de-408a-b874-0445c86b69e6",
} as const;

/** The name of a built-in role. */
export type BuiltInRole = keyof typeof builtInRoles;

const names = new Map(Object.entries(builtInRoles).map(([name, guid]) => [guid as string, name as BuiltInRole]));

/** The name of a role by its GUID, its id, or its name in any case; `undefined` where it is none of these. */
export function roleNamed(role: string): BuiltInRole | undefined {
    const last = role.toLowerCase().split("/").at(-1) ?? "";
    return names.get(last) ?? [...names.values()].find((name) => name.toLowerCase() === last);
}
