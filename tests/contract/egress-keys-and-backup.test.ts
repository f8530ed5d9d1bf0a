import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { policies } from "../../policy-pack/policies";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub";
const subnets = `${group}/providers/Microsoft.Network/virtualNetworks/hub/subnets`;
const clusterId = `${group}/providers/Microsoft.ContainerService/managedClusters/shop`;
const keyVaultId = `${group}/providers/Microsoft.KeyVault/vaults/keys`;
const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given/providers";
const tags = { team: "platform" };
const given = { resourceGroupName: "given", location: "westeurope", tags };
const firewallArgs: aksguard.EgressFirewallArgs = {
    ...given,
    subnetId: `${subnets}/AzureFirewallSubnet`,
    sourceAddresses: ["10.240.0.0/18"],
};
const backupArgs: aksguard.ClusterBackupArgs = {
    ...given,
    clusterId,
    controlPlanePrincipalId: "55555555-5555-4555-8555-555555555555",
    privateEndpointSubnetId: `${subnets}/endpoints`,
};

/** What users build around a cluster. No policy objects to any of it. */
const programs: Record<string, () => unknown> = {
    "a network with a firewall and a gateway": () =>
        new aksguard.Network("kit", {
            ...given,
            egress: aksguard.Egress.Firewall,
            firewall: { allowedFqdns: ["ghcr.io"], zones: ["1", "2", "3"] },
            ingress: aksguard.NetworkIngress.GatewayForContainers,
        }),
    "an isolated network with a gateway": () =>
        new aksguard.Network("kit", {
            ...given,
            egress: aksguard.Egress.None,
            ingress: aksguard.NetworkIngress.ApplicationGateway,
        }),
    "a firewall": () => new aksguard.EgressFirewall("kit", firewallArgs),
    "own keys": () => new aksguard.EncryptionKeys("kit", { ...given, keyVaultId }),
    "own keys of hardware": () =>
        new aksguard.EncryptionKeys("kit", {
            ...given,
            keyVaultId,
            tier: aksguard.KeyVaultTier.Premium,
            size: 4096,
            diskKeyRotationMonths: 6,
        }),
    backups: () => new aksguard.ClusterBackup("kit", backupArgs),
    "backups with everything named": () =>
        new aksguard.ClusterBackup("kit", {
            ...backupArgs,
            privateDnsZoneId: `${group}/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net`,
            snapshotResourceGroupName: "snapshots",
            redundancy: aksguard.BackupRedundancy.Geo,
            immutability: aksguard.BackupImmutability.Locked,
            intervalHours: 4,
            startTime: "00:00",
            retentionDays: 360,
            vaultRetentionDays: 3650,
            excludedNamespaces: ["scratch"],
        }),
};

/** The key of etcd counts by its version: the vault neither rotates it nor lets it end. */
const keyAdvice = ["key-vault-key-expiry-set", "key-vault-key-rotation-enabled"];

const advised: Record<string, string[]> = { "own keys": keyAdvice, "own keys of hardware": keyAdvice };

describe("what stands around a cluster, before every policy", () => {
    for (const [title, program] of Object.entries(programs)) {
        it(`${title} meets no objection`, async () => {
            assert.deepEqual(await objectionsTo(program), advised[title] ?? []);
        });
    }

    it("is advised, and never refused, where a key counts by its version", () => {
        for (const name of keyAdvice) {
            assert.equal(policies.find((policy) => policy.name === name)?.enforcementLevel, "advisory", name);
        }
    });
});

describe("each value of what stands around a cluster", () => {
    itGuardsOrHoldsEachValue({
        program: () => new aksguard.EgressFirewall("kit", firewallArgs),
        type: "azure-native:network:FirewallPolicy",
        guarded: {},
        held: {
            resourceGroupName: "given",
            location: "westeurope",
            "tags.team": "platform",
            "sku.tier": "Standard",
            threatIntelMode: "Deny",
        },
    });
    itGuardsOrHoldsEachValue({
        program: () => new aksguard.EgressFirewall("kit", firewallArgs),
        type: "azure-native:network:AzureFirewall",
        guarded: {},
        held: {
            resourceGroupName: "given",
            location: "westeurope",
            "tags.team": "platform",
            "sku.name": "AZFW_VNet",
            "sku.tier": "Standard",
            "firewallPolicy.id": `${recorded}/azure-native/network/FirewallPolicy/kit`,
            "ipConfigurations[0].name": "egress",
            "ipConfigurations[0].publicIPAddress.id": `${recorded}/Microsoft.Network/publicIPAddresses/kit`,
            "ipConfigurations[0].subnet.id": `${subnets}/AzureFirewallSubnet`,
        },
    });
    itGuardsOrHoldsEachValue({
        program: () => new aksguard.EncryptionKeys("kit", { ...given, keyVaultId }),
        type: "azure-native:keyvault:Key",
        name: "kit-disks",
        guarded: {
            "properties.rotationPolicy.lifetimeActions[0].action.type": keyAdvice,
            "properties.rotationPolicy.lifetimeActions[0].trigger.timeAfterCreate": keyAdvice,
        },
        held: {
            "properties.keyOps[0]": "wrapKey",
            "properties.keyOps[1]": "unwrapKey",
            "properties.keySize": 3072,
            "properties.kty": "RSA",
            "tags.team": "platform",
            keyName: "kit-disks-rsa-3072",
            resourceGroupName: "hub",
            vaultName: "keys",
        },
    });
    itGuardsOrHoldsEachValue({
        program: () => new aksguard.EncryptionKeys("kit", { ...given, keyVaultId }),
        type: "azure-native:compute:DiskEncryptionSet",
        guarded: {},
        held: {
            "activeKey.keyUrl": "https://recorded.vault.azure.net/keys/recorded/0123456789abcdef0123456789abcdef",
            "identity.type": "UserAssigned",
            "identity.userAssignedIdentities[0]": `${recorded}/Microsoft.ManagedIdentity/userAssignedIdentities/kit-disks`,
            "tags.team": "platform",
            encryptionType: "EncryptionAtRestWithCustomerKey",
            location: "westeurope",
            resourceGroupName: "given",
            rotationToLatestKeyVersionEnabled: true,
        },
    });
    itGuardsOrHoldsEachValue({
        program: () => new aksguard.ClusterBackup("kit", backupArgs),
        type: "azure-native:storage:StorageAccount",
        guarded: {},
        held: {
            "encryption.keySource": "Microsoft.Storage",
            "encryption.requireInfrastructureEncryption": true,
            "encryption.services.blob.enabled": true,
            "encryption.services.blob.keyType": "Account",
            "networkRuleSet.bypass": "AzureServices",
            "networkRuleSet.defaultAction": "Deny",
            "sku.name": "Standard_ZRS",
            "tags.team": "platform",
            accountName: "kitc3f9887d",
            allowBlobPublicAccess: false,
            allowCrossTenantReplication: false,
            allowSharedKeyAccess: false,
            defaultToOAuthAuthentication: true,
            enableHttpsTrafficOnly: true,
            isLocalUserEnabled: false,
            kind: "StorageV2",
            location: "westeurope",
            minimumTlsVersion: "TLS1_2",
            publicNetworkAccess: "Disabled",
            resourceGroupName: "given",
        },
    });
    itGuardsOrHoldsEachValue({
        program: () => new aksguard.ClusterBackup("kit", backupArgs),
        type: "azure-native:dataprotection:BackupVault",
        guarded: {},
        held: {
            "identity.type": "SystemAssigned",
            "properties.monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures": "Enabled",
            "properties.securitySettings.immutabilitySettings.state": "Unlocked",
            "properties.securitySettings.softDeleteSettings.retentionDurationInDays": 14,
            "properties.securitySettings.softDeleteSettings.state": "On",
            "properties.storageSettings[0].datastoreType": "VaultStore",
            "properties.storageSettings[0].type": "ZoneRedundant",
            "tags.team": "platform",
            location: "westeurope",
            resourceGroupName: "given",
        },
    });
});
