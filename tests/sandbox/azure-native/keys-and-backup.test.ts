import assert from "node:assert/strict";

import { type PropertyMap, textOf, valueAt } from "../../../sandbox/providers/property";
import { Arm, type Created, withGroup } from "./arm";

const inGroup = { resourceGroupName: "rg" };
const subscription = "/subscriptions/5a0c7d1e-9b34-4f0a-8d63-1c2b7e4f9a20";
const setType = "azure-native:compute:DiskEncryptionSet";
const instanceType = "azure-native:dataprotection:BackupInstance";

let assignments = 0;

async function assign(arm: Arm, principalId: string, role: string, scope: string): Promise<void> {
    assignments += 1;
    const name = `00000000-0000-4000-8000-${String(assignments).padStart(12, "0")}`;
    await arm.create("azure-native:authorization:RoleAssignment", {
        scope,
        principalId,
        principalType: "ServicePrincipal",
        roleAssignmentName: name,
        roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    });
}

describe("a disk encryption set", () => {
    async function withKey(protect = true) {
        const arm = new Arm();
        await withGroup(arm);
        const vault = await arm.create("azure-native:keyvault:Vault", {
            ...inGroup,
            vaultName: "vault",
            properties: {
                tenantId: "t",
                sku: { family: "A", name: "standard" },
                ...(protect ? { enablePurgeProtection: true } : {}),
            },
        });
        const key = await arm.create("azure-native:keyvault:Key", {
            ...inGroup,
            vaultName: "vault",
            keyName: "disks",
            properties: { kty: "RSA" },
        });
        const identity = await arm.create("azure-native:managedidentity:UserAssignedIdentity", {
            ...inGroup,
            resourceName: "disks",
        });
        const set = (keyUrl: string): PropertyMap => ({
            ...inGroup,
            diskEncryptionSetName: "disks",
            identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
            activeKey: { keyUrl },
        });
        return { arm, vault, key, identity, set, url: textOf(key.outputs.keyUriWithVersion) };
    }

    it("needs the right to use its key, at the key or above", async () => {
        const { arm, key, identity, set, url } = await withKey();
        await assert.rejects(arm.create(setType, set(url)), /KeyVaultAccessForbidden/);
        const user = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
        await assign(arm, textOf(identity.outputs.principalId), user, key.id);
        const { outputs } = await arm.create(setType, set(url));
        assert.equal(outputs.rotationToLatestKeyVersionEnabled, false);
    });

    it("is not content with the right to read, nor with that of an owner", async () => {
        const { arm, vault, identity, set, url } = await withKey();
        for (const role of ["acdd72a7-3385-48ef-bd42-f606fba81ae7", "b24988ac-6180-42a0-ab88-20f7382dd24c"]) {
            await assign(arm, textOf(identity.outputs.principalId), role, vault.id);
        }
        await assert.rejects(arm.create(setType, set(url)), /KeyVaultAccessForbidden/);
    });

    it("needs the version of a key that is there, in a vault that nothing is purged from", async () => {
        const { arm, set, url } = await withKey();
        await assert.rejects(
            arm.create(setType, set(url.replace(/\/[0-9a-f]+$/, ""))),
            /must have the version of a key/,
        );
        await assert.rejects(arm.create(setType, set(url.replace("disks", "other"))), /was not found/);
        const careless = await withKey(false);
        await assert.rejects(careless.arm.create(setType, careless.set(careless.url)), /must have purge protection/);
    });
});

describe("a storage account", () => {
    const account = (accountName: string, more: PropertyMap = {}): PropertyMap => ({
        ...inGroup,
        accountName,
        kind: "StorageV2",
        sku: { name: "Standard_ZRS" },
        ...more,
    });

    it("has addresses with its name, which is like no other", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const { outputs } = await arm.create("azure-native:storage:StorageAccount", account("backups1"));
        assert.equal(valueAt(outputs, "primaryEndpoints", "blob"), "https://backups1.blob.core.windows.net/");
        for (const name of ["a", "Backups", "back-ups", "a".repeat(25)]) {
            await assert.rejects(
                arm.create("azure-native:storage:StorageAccount", account(name), name),
                /AccountNameInvalid/,
            );
        }
        await arm.create("azure-native:resources:ResourceGroup", { resourceGroupName: "other" });
        const twin = { ...account("backups1"), resourceGroupName: "other" };
        await assert.rejects(arm.create("azure-native:storage:StorageAccount", twin), /StorageAccountAlreadyTaken/);
    });

    it("lets nobody in without a name where it was told so", async () => {
        const arm = new Arm();
        await withGroup(arm);
        await arm.create("azure-native:storage:StorageAccount", account("backups1"));
        const container = { ...inGroup, accountName: "backups1", containerName: "backups" };
        await assert.rejects(
            arm.create("azure-native:storage:BlobContainer", { ...container, publicAccess: "Blob" }),
            /PublicAccessNotPermitted/,
        );
        const { outputs } = await arm.create("azure-native:storage:BlobContainer", container);
        assert.equal(outputs.publicAccess, "None");
    });
});

describe("a backup of a cluster", () => {
    const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    const blobs = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    const snapshots = `${subscription}/resourceGroups/rg`;

    async function withCluster() {
        const arm = new Arm();
        await withGroup(arm);
        const identity = await arm.create("azure-native:managedidentity:UserAssignedIdentity", {
            ...inGroup,
            resourceName: "control-plane",
        });
        const id = `${snapshots}/providers/Microsoft.ContainerService/managedClusters/shop`;
        const inputs = { identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] } };
        arm.cloud.put({ id, token: "azure-native:containerservice:ManagedCluster", inputs, outputs: inputs });
        const account = await arm.create("azure-native:storage:StorageAccount", {
            ...inGroup,
            accountName: "backups1",
            kind: "StorageV2",
            sku: { name: "Standard_ZRS" },
        });
        const vault = await arm.create("azure-native:dataprotection:BackupVault", {
            ...inGroup,
            vaultName: "vault",
            identity: { type: "SystemAssigned" },
            properties: { storageSettings: [{ datastoreType: "VaultStore", type: "ZoneRedundant" }] },
        });
        const policy = await arm.create("azure-native:dataprotection:BackupPolicy", policyArgs(["one"]));
        return { arm, identity, clusterId: id, account, vault, policy };
    }

    const policyArgs = (datasourceTypes: string[]): PropertyMap => ({
        ...inGroup,
        vaultName: "vault",
        backupPolicyName: "daily",
        properties: { objectType: "BackupPolicy", datasourceTypes, policyRules: [] },
    });
    const extensionArgs = (extensionName: string): PropertyMap => ({
        ...inGroup,
        clusterRp: "Microsoft.ContainerService",
        clusterResourceName: "managedClusters",
        clusterName: "shop",
        extensionName,
        extensionType: "microsoft.dataprotection.kubernetes",
        configurationSettings: { "configuration.backupStorageLocation.config.storageAccount": "backups1" },
    });
    const instanceArgs = (clusterId: string, policy: Created, validationType?: string): PropertyMap => ({
        ...inGroup,
        vaultName: "vault",
        backupInstanceName: "shop",
        properties: {
            objectType: "BackupInstance",
            dataSourceInfo: { resourceID: clusterId },
            policyInfo: {
                policyId: policy.id,
                policyParameters: {
                    dataStoreParametersList: [
                        {
                            objectType: "AzureOperationalStoreParameters",
                            dataStoreType: "OperationalStore",
                            resourceGroupId: snapshots,
                        },
                    ],
                },
            },
            ...(validationType === undefined ? {} : { validationType }),
        },
    });

    it("says what is missing, one after the other, until everything is there", async () => {
        const { arm, identity, clusterId, account, vault, policy } = await withCluster();
        const vaultPrincipal = textOf(valueAt(vault.outputs, "identity", "principalId"));
        const create = () => arm.create(instanceType, instanceArgs(clusterId, policy, "DeepValidation"));

        await assert.rejects(create(), /KubernetesBackupListExtensionsError/);
        await assign(arm, vaultPrincipal, reader, clusterId);
        await assert.rejects(create(), /UserErrorKubernetesBackupExtensionNotFoundError/);
        const extension = await arm.create(
            "azure-native:kubernetesconfiguration:Extension",
            extensionArgs("azure-aks-backup"),
        );
        await assert.rejects(create(), /UserErrorExtensionMSIMissingPermissionsOnBackupStorageLocation/);
        await assign(arm, textOf(valueAt(extension.outputs, "aksAssignedIdentity", "principalId")), blobs, account.id);
        await assert.rejects(create(), /UserErrorMSIMissingPermissions/);
        await assign(arm, vaultPrincipal, reader, snapshots);
        await assign(arm, textOf(identity.outputs.principalId), contributor, snapshots);
        await assert.rejects(create(), /has no trusted access role binding/);
        await arm.create("azure-native:containerservice:TrustedAccessRoleBinding", {
            ...inGroup,
            resourceName: "shop",
            trustedAccessRoleBindingName: "backup",
            roles: ["Microsoft.DataProtection/backupVaults/backup-operator"],
            sourceResourceId: vault.id,
        });
        const { outputs } = await create();
        assert.equal(valueAt(outputs, "properties", "currentProtectionState"), "ProtectionConfigured");
        await assert.rejects(
            arm.delete("azure-native:dataprotection:BackupVault", vault.id),
            /cannot be deleted: it has the backup instance shop/,
        );
        await assert.rejects(arm.delete("azure-native:dataprotection:BackupPolicy", policy.id), /is in use by/);
    });

    it("comes into being without its rights where nobody asks, and protects nothing", async () => {
        const { arm, clusterId, policy } = await withCluster();
        const { outputs } = await arm.create(instanceType, instanceArgs(clusterId, policy));
        assert.equal(valueAt(outputs, "properties", "currentProtectionState"), "ProtectionError");
    });

    it("has one extension for a cluster", async () => {
        const { arm } = await withCluster();
        await arm.create("azure-native:kubernetesconfiguration:Extension", extensionArgs("azure-aks-backup"));
        await assert.rejects(
            arm.create("azure-native:kubernetesconfiguration:Extension", extensionArgs("another"), "another"),
            /ExtensionTypeAlreadyInstalled/,
        );
    });

    it("has a policy that stays as it is", async () => {
        const { arm, policy } = await withCluster();
        await assert.rejects(
            arm.update("azure-native:dataprotection:BackupPolicy", policy, policyArgs(["two"])),
            /cannot be modified/,
        );
    });

    it("has a vault whose lock never opens", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const args = (state: string): PropertyMap => ({
            ...inGroup,
            vaultName: "vault",
            properties: {
                storageSettings: [{ datastoreType: "VaultStore", type: "ZoneRedundant" }],
                securitySettings: { immutabilitySettings: { state } },
            },
        });
        const vault = await arm.create("azure-native:dataprotection:BackupVault", args("Locked"));
        await assert.rejects(
            arm.update("azure-native:dataprotection:BackupVault", vault, args("Disabled")),
            /is locked and cannot be changed/,
        );
    });
});
