/*
 * Input properties whose change replaces the resource, besides those that are part of its id: what ARM marks as settable
 * at creation only (x-ms-mutability), and what azure-native adds because ARM would refuse the update. "[]" stands for
 * every element of a list.
 */
const byType: Readonly<Record<string, readonly string[]>> = {
    "authorization:RoleAssignment": [
        "principalId",
        "roleDefinitionId",
        "principalType",
        "delegatedManagedIdentityResourceId",
    ],
    "containerservice:AgentPool": ["gpuInstanceProfile", "vmSize", "networkProfile.nodePublicIPTags"],
    "containerservice:ManagedCluster": [
        "diskEncryptionSetID",
        "dnsPrefix",
        "extendedLocation",
        "fqdnSubdomain",
        "linuxProfile",
        "location",
        "networkProfile.dnsServiceIP",
        "networkProfile.networkDataplane",
        "networkProfile.networkMode",
        "networkProfile.networkPlugin",
        "networkProfile.networkPluginMode",
        "networkProfile.networkPolicy",
        "networkProfile.outboundType",
        "networkProfile.podCidr",
        "networkProfile.serviceCidr",
        "networkProfile.serviceCidrs",
        "nodeResourceGroup",
        "windowsProfile",
    ],
    "containerservice:ManagedNamespace": ["location"],
    "keyvault:Vault": ["location"],
    "managedidentity:UserAssignedIdentity": ["location"],
    "network:PrivateEndpoint": ["location", "subnet"],
    "network:PublicIPAddress": ["location", "publicIPAddressVersion", "publicIPPrefix", "sku"],
    "network:Subnet": [],
    "resources:ResourceGroup": ["location"],
};

/** Most resources stay in the region in which they were created. */
const usual: readonly string[] = ["location", "extendedLocation"];

/** The input properties of a type whose change replaces it, besides the parameters of its path. */
export function replacedBy(type: string): readonly string[] {
    return byType[type] ?? usual;
}
