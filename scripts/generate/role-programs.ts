import * as aksguard from "../../components";

const subscription = "/subscriptions/99999999-9999-4999-8999-999999999999";
const location = "westeurope";

/** For each component that assigns roles, a program in which it assigns all that it can. */
export const rolePrograms: Readonly<Record<string, () => unknown>> = {
    ClusterAccess: () =>
        new aksguard.ClusterAccess("access", {
            clusterId: `${subscription}/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/cluster`,
            groups: [{ name: "administrators", role: "ClusterAdmin" }],
            grants: [
                {
                    name: "pipeline",
                    principalId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
                    principalType: "ServicePrincipal",
                    role: "Writer",
                    namespace: "shop",
                },
            ],
        }),
    Cluster: () =>
        new aksguard.Cluster("prod", {
            location,
            kms: {
                keyId: "https://vault.vault.azure.net/keys/etcd/1",
                keyVaultId: `${subscription}/resourceGroups/given/providers/Microsoft.KeyVault/vaults/vault`,
            },
        }),
};
