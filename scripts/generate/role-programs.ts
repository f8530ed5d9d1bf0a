import { Provider } from "@pulumi/kubernetes/provider";
import * as aksguard from "../../components";

const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given";
const clusterId = `${group}/providers/Microsoft.ContainerService/managedClusters/cluster`;
const keyVaultId = `${group}/providers/Microsoft.KeyVault/vaults/vault`;
const subnetId = (name: string) => `${group}/providers/Microsoft.Network/virtualNetworks/network/subnets/${name}`;
const principalId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

const resourceGroupName = "given";
const location = "westeurope";
const certificates = { shop: "https://vault.vault.azure.net/secrets/shop" };

/** For each component that assigns roles, a program in which it assigns all that it can. */
export const rolePrograms: Readonly<Record<string, () => unknown>> = {
    ApplicationGatewayIngress: () =>
        new aksguard.ApplicationGatewayIngress("shop", {
            resourceGroupName,
            location,
            subnetId: subnetId("gateway"),
            certificates,
            keyVaultId,
            controllerPrincipalId: principalId,
        }),
    AutomaticCluster: () => new aksguard.AutomaticCluster("prod", { location, registry: {} }),
    Cluster: () =>
        new aksguard.Cluster("prod", {
            location,
            registry: {},
            attachedRegistries: [
                { name: "shared", registryId: `${group}/providers/Microsoft.ContainerRegistry/registries/shared` },
            ],
            ingress: { gateway: "ApplicationGateway", keyVaultId, certificates },
            kms: { keyId: "https://vault.vault.azure.net/keys/etcd/1", keyVaultId },
            diskEncryptionSetId: `${group}/providers/Microsoft.Compute/diskEncryptionSets/disks`,
        }),
    ClusterAccess: () =>
        new aksguard.ClusterAccess("access", {
            clusterId,
            groups: [{ name: "administrators", role: "ClusterAdmin" }],
            grants: [
                { name: "pipeline", principalId, principalType: "ServicePrincipal", role: "Writer", namespace: "shop" },
            ],
        }),
    ClusterBackup: () =>
        new aksguard.ClusterBackup("prod", {
            clusterId,
            controlPlanePrincipalId: principalId,
            resourceGroupName,
            location,
            privateEndpointSubnetId: subnetId("endpoints"),
        }),
    ContainerRegistry: () =>
        new aksguard.ContainerRegistry("images", {
            resourceGroupName,
            location,
            privateEndpointSubnetId: subnetId("endpoints"),
            pullPrincipalIds: { prod: principalId },
        }),
    EncryptionKeys: () => new aksguard.EncryptionKeys("prod", { resourceGroupName, location, keyVaultId }),
    GatewayForContainersIngress: () =>
        new aksguard.GatewayForContainersIngress(
            "shop",
            {
                resourceGroupName,
                location,
                clusterId,
                oidcIssuerUrl: "https://westeurope.oic.prod-aks.azure.com/tenant/issuer/",
                nodeResourceGroupName: "MC_given_cluster_westeurope",
                subnetId: subnetId("gateway"),
            },
            { provider: new Provider("given", { kubeconfig: "apiVersion: v1" }) },
        ),
    RegistryAccess: () =>
        new aksguard.RegistryAccess("shared", {
            registryId: `${group}/providers/Microsoft.ContainerRegistry/registries/shared`,
            pullPrincipalIds: { prod: principalId },
        }),
};
