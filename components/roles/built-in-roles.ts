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
    Contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    Reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
    ContainerRegistryRepositoryReader: "b93aa761-3e63-49ed-ac28-beffa264f7ac",
    KeyVaultSecretsUser: "4633458b-17de-408a-b874-0445c86b69e6",
    KeyVaultReader: "21090545-7ca7-4776-b22c-e363652d74d2",
    KeyVaultCryptoUser: "12338af0-0e69-4776-bea7-57ae8d297424",
    KeyVaultCryptoServiceEncryptionUser: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    KeyVaultContributor: "f25e0fa2-a7c8-4377-a976-54943a77a395",
    KeyVaultCertificatesOfficer: "a4417e6f-fecd-4de8-b567-7b0420556985",
    StorageBlobDataContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    StorageBlobDataReader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
    DiskSnapshotContributor: "7efff54f-a5b4-42b5-a1c5-5411624893ce",
    DataOperatorForManagedDisks: "959f8984-c045-4866-89c7-12bf9737be2e",
    GatewayForContainersConfigurationManager: "fbc52c3f-28ad-4303-a892-8a056630b8f1",
} as const;

export type BuiltInRole = keyof typeof builtInRoles;
