import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { ClusterBackup } from "../../../components/cluster-backup/cluster-backup";
import {
    BackupImmutability,
    BackupRedundancy,
    type ClusterBackupArgs,
} from "../../../components/cluster-backup/cluster-backup-args";
import { record, registered, type Registration } from "../../recorded-program";

const subscription = "/subscriptions/99999999-9999-4999-8999-999999999999";
const clusterId = `${subscription}/resourceGroups/clusters/providers/Microsoft.ContainerService/managedClusters/shop`;
const given: ClusterBackupArgs = {
    clusterId,
    controlPlanePrincipalId: "55555555-5555-4555-8555-555555555555",
    resourceGroupName: "backups",
    location: "westeurope",
    privateEndpointSubnetId: `${subscription}/resourceGroups/clusters/providers/Microsoft.Network/virtualNetworks/shop/subnets/endpoints`,
};
const instanceType = "azure-native:dataprotection:BackupInstance";
const vaultType = "azure-native:dataprotection:BackupVault";
const policyType = "azure-native:dataprotection:BackupPolicy";
const extensionType = "azure-native:kubernetesconfiguration:Extension";
const roleType = "azure-native:authorization:RoleAssignment";

function recorded(args: Partial<ClusterBackupArgs> = {}): Promise<Registration[]> {
    return record(() => new ClusterBackup("kit", { ...given, ...args }));
}

/** Role assignments as a person reads them: name, role, to, on. */
function rolesOf(registrations: readonly Registration[]): string[] {
    return registrations
        .filter(({ type }) => type === roleType)
        .map(({ name, inputs }) => {
            assert.equal(inputs["principalType"], "ServicePrincipal");
            const role = String(inputs["roleDefinitionId"]).split("/").at(-1) ?? "";
            const scope = String(inputs["scope"]).split("/").slice(-2).join("/");
            return `${name}: ${role} to ${String(inputs["principalId"])} on ${scope}`;
        });
}

/** The schedule and the rules of retention: name, store, duration, copies. */
function policyOf(registrations: readonly Registration[]) {
    const { policyRules } = registered(registrations, policyType).inputs["properties"] as {
        policyRules: {
            objectType: string;
            name: string;
            isDefault?: boolean;
            trigger?: {
                schedule: { repeatingTimeIntervals: string[] };
                taggingCriteria: { tagInfo: { tagName: string } }[];
            };
            lifecycles?: {
                sourceDataStore: { dataStoreType: string };
                deleteAfter: { duration: string };
                targetDataStoreCopySettings: { dataStore: { dataStoreType: string } }[];
            }[];
        }[];
    };
    return policyRules.flatMap(({ name, isDefault, trigger, lifecycles = [] }) => [
        ...(trigger === undefined
            ? []
            : [
                  `${name}: ${trigger.schedule.repeatingTimeIntervals.join()} tags ${trigger.taggingCriteria.map(({ tagInfo }) => tagInfo.tagName).join()}`,
              ]),
        ...lifecycles.map(
            ({ sourceDataStore, deleteAfter, targetDataStoreCopySettings }) =>
                `${name}${isDefault === true ? " (default)" : ""}: ${sourceDataStore.dataStoreType} ${deleteAfter.duration} → ${targetDataStoreCopySettings.map(({ dataStore }) => dataStore.dataStoreType).join()}`,
        ),
    ]);
}

describe("ClusterBackup", () => {
    it("gives each party its rights, and the backup waits for all of them", async () => {
        const registrations = await recorded();
        assert.deepEqual(rolesOf(registrations).sort(), [
            "kit-cluster-snapshots: b24988ac-6180-42a0-ab88-20f7382dd24c to 55555555-5555-4555-8555-555555555555 on ResourceGroup/kit-snapshots",
            "kit-extension-blobs: ba92f5b4-2d11-453d-a403-e96b0029c9fe to extension-principal on StorageAccount/kit",
            "kit-vault-cluster: acdd72a7-3385-48ef-bd42-f606fba81ae7 to backup-vault-principal on managedClusters/shop",
            "kit-vault-snapshots: acdd72a7-3385-48ef-bd42-f606fba81ae7 to backup-vault-principal on ResourceGroup/kit-snapshots",
        ]);
        const { dependencies } = registered(registrations, instanceType);
        const before = registrations.filter(({ type }) =>
            [roleType, extensionType, "azure-native:containerservice:TrustedAccessRoleBinding"].includes(type),
        );
        assert.equal(before.length, 6);
        for (const { urn } of before) {
            assert.ok(dependencies.includes(urn), urn);
        }
    });

    it("names the cluster, the policy and the place of snapshots", async () => {
        const { inputs } = registered(await recorded(), instanceType, "kit");
        const source = {
            resourceID: clusterId,
            resourceUri: clusterId,
            resourceName: "shop",
            resourceType: "Microsoft.ContainerService/managedClusters",
            datasourceType: "Microsoft.ContainerService/managedClusters",
            resourceLocation: "westeurope",
        };
        const properties = inputs["properties"] as {
            policyInfo: {
                policyId: string;
                policyParameters: { dataStoreParametersList: { resourceGroupId: string }[] };
            };
        };
        const { policyId, policyParameters } = properties.policyInfo;
        assert.match(policyId, /BackupPolicy\/kit$/);
        assert.match(
            policyParameters.dataStoreParametersList[0]?.resourceGroupId ?? "",
            /ResourceGroup\/kit-snapshots$/,
        );
        assert.deepEqual(
            { ...properties, policyInfo: undefined },
            {
                objectType: "BackupInstance",
                friendlyName: "shop",
                validationType: "DeepValidation",
                dataSourceInfo: { ...source, objectType: "Datasource" },
                dataSourceSetInfo: { ...source, objectType: "DatasourceSet" },
                identityDetails: { useSystemAssignedIdentity: true },
                policyInfo: undefined,
            },
        );
    });

    it("keeps backups from being taken away", async () => {
        const { inputs } = registered(await recorded(), vaultType, "kit");
        assert.deepEqual(inputs["properties"], {
            storageSettings: [{ datastoreType: "VaultStore", type: "ZoneRedundant" }],
            securitySettings: {
                softDeleteSettings: { state: "On", retentionDurationInDays: 14 },
                immutabilitySettings: { state: "Unlocked" },
            },
            monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: "Enabled" } },
        });
        assert.deepEqual(inputs["identity"], { type: "SystemAssigned" });
    });

    it("takes another redundancy and immutability, for the storage account as well", async () => {
        const registrations = await recorded({
            redundancy: BackupRedundancy.Geo,
            immutability: BackupImmutability.Locked,
        });
        const { storageSettings, securitySettings } = registered(registrations, vaultType).inputs["properties"] as {
            storageSettings: object[];
            securitySettings: { immutabilitySettings: object };
        };
        assert.deepEqual(storageSettings, [{ datastoreType: "VaultStore", type: "GeoRedundant" }]);
        assert.deepEqual(securitySettings.immutabilitySettings, { state: "Locked" });
        assert.deepEqual(registered(registrations, "azure-native:storage:StorageAccount").inputs["sku"], {
            name: "Standard_GRS",
        });
    });

    it("backs up daily, and keeps a month, by default", async () => {
        const registrations = await recorded();
        const { inputs } = registered(registrations, policyType, "kit");
        assert.equal(inputs["backupPolicyName"], "every-24h-from-0200-keep-30d");
        assert.deepEqual(policyOf(registrations), [
            "BackupDaily: R/2024-01-01T02:00:00+00:00/P1D tags Default",
            "Default (default): OperationalStore P30D → ",
        ]);
    });

    it("backs up more often, and copies the first of a day into the vault, which needs more rights", async () => {
        const registrations = await recorded({
            intervalHours: pulumi.output(4),
            startTime: "23:30",
            retentionDays: 7,
            vaultRetentionDays: 365,
        });
        assert.deepEqual(policyOf(registrations), [
            "BackupHourly: R/2024-01-01T23:30:00+00:00/PT4H tags Default,Daily",
            "Default (default): OperationalStore P7D → ",
            "Daily: OperationalStore P7D → VaultStore",
            "Daily: VaultStore P365D → ",
        ]);
        const { inputs } = registered(registrations, policyType, "kit");
        assert.equal(inputs["backupPolicyName"], "every-4h-from-2330-keep-7d-vault-365d");
        assert.deepEqual(
            rolesOf(registrations)
                .sort()
                .filter((role) => /vault-(blobs|copies|disks)/.test(role)),
            [
                "kit-vault-blobs: 2a2b9908-6ea1-4ae2-8e65-a410df84e7d1 to backup-vault-principal on StorageAccount/kit",
                "kit-vault-copies: 7efff54f-a5b4-42b5-a1c5-5411624893ce to backup-vault-principal on ResourceGroup/kit-snapshots",
                "kit-vault-disks: 959f8984-c045-4866-89c7-12bf9737be2e to backup-vault-principal on ResourceGroup/kit-snapshots",
            ],
        );
    });

    it("writes to a storage account by its identity, over a private endpoint", async () => {
        const registrations = await recorded();
        const extension = registered(registrations, extensionType, "kit");
        assert.deepEqual(extension.inputs, {
            resourceGroupName: "clusters",
            clusterRp: "Microsoft.ContainerService",
            clusterResourceName: "managedClusters",
            clusterName: "shop",
            extensionName: "azure-aks-backup",
            extensionType: "microsoft.dataprotection.kubernetes",
            releaseTrain: "stable",
            autoUpgradeMinorVersion: true,
            scope: { cluster: { releaseNamespace: "dataprotection-microsoft" } },
            configurationSettings: {
                "configuration.backupStorageLocation.bucket": "kit",
                "configuration.backupStorageLocation.config.resourceGroup": "backups",
                "configuration.backupStorageLocation.config.subscriptionId": "11111111-1111-4111-8111-111111111111",
                "configuration.backupStorageLocation.config.storageAccount": "kit",
                "configuration.backupStorageLocation.config.useAAD": "true",
                "configuration.backupStorageLocation.config.storageAccountURI":
                    "https://recorded.blob.core.windows.net/",
                "credentials.tenantId": "44444444-4444-4444-8444-444444444444",
            },
        });
        const records = registered(registrations, "azure-native:network:PrivateDnsZoneGroup");
        assert.ok(extension.dependencies.includes(records.urn), "the account can be reached when the extension starts");
        const account = registered(registrations, "azure-native:storage:StorageAccount");
        assert.match(String(account.inputs["accountName"]), /^kit[0-9a-f]{8}$/);
        assert.deepEqual(
            { ...account.inputs, accountName: "" },
            {
                accountName: "",
                resourceGroupName: "backups",
                location: "westeurope",
                kind: "StorageV2",
                sku: { name: "Standard_ZRS" },
                publicNetworkAccess: "Disabled",
                networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
                allowBlobPublicAccess: false,
                allowSharedKeyAccess: false,
                defaultToOAuthAuthentication: true,
                allowCrossTenantReplication: false,
                isLocalUserEnabled: false,
                enableHttpsTrafficOnly: true,
                minimumTlsVersion: "TLS1_2",
                encryption: {
                    keySource: "Microsoft.Storage",
                    requireInfrastructureEncryption: true,
                    services: { blob: { enabled: true, keyType: "Account" } },
                },
            },
        );
        const container = registered(registrations, "azure-native:storage:BlobContainer");
        assert.equal(container.inputs["publicAccess"], "None");
    });

    it("lets the vault into the cluster for backups only", async () => {
        const { name, inputs } = registered(
            await record(() => new ClusterBackup("a-long-name-of-a-cluster-in-production", given)),
            "azure-native:containerservice:TrustedAccessRoleBinding",
        );
        assert.ok(name.length <= 24);
        assert.deepEqual(inputs["roles"], ["Microsoft.DataProtection/backupVaults/backup-operator"]);
    });

    it("uses a resource group for snapshots that exists", async () => {
        const registrations = await recorded({ snapshotResourceGroupName: "snapshots" });
        assert.ok(!registrations.some(({ type }) => type === "azure-native:resources:ResourceGroup"));
        const role = registered(registrations, roleType, "kit-cluster-snapshots");
        assert.equal(role.inputs["scope"], `${subscription}/resourceGroups/snapshots`);
    });

    it("rejects all that cannot work at once", async () => {
        const registrations = await record(() => {
            const wrong: Record<keyof ClusterBackupArgs, unknown> = {
                clusterId: "shop",
                controlPlanePrincipalId: "kit-control-plane",
                resourceGroupName: "backups",
                privateEndpointSubnetId: "endpoints",
                privateDnsZoneId: `${subscription}/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io`,
                location: "westeurope",
                snapshotResourceGroupName: "snapshots",
                redundancy: "Twice",
                immutability: "On",
                intervalHours: 5,
                startTime: "2 am",
                retentionDays: 361,
                vaultRetentionDays: 0.5,
                excludedNamespaces: ["kube-*"],
                tags: {},
            };
            assert.throws(() => new ClusterBackup("kit", wrong as unknown as ClusterBackupArgs), {
                message: [
                    'ClusterBackup "kit" was given 11 arguments that cannot work:',
                    '  - clusterId is "shop", which is not the ARM id of an AKS cluster. Set the id that `az aks show --query id` prints.',
                    '  - controlPlanePrincipalId is "kit-control-plane", which is no GUID. Set the object id of the principal in Entra ID (`az ad group show --group NAME --query id`), not its name.',
                    '  - privateEndpointSubnetId is "endpoints", which is not the ARM id of a subnet. Set the id that `az network vnet subnet show --query id` prints.',
                    '  - privateDnsZoneId is "privatelink.azurecr.io", where clients look records up in privatelink.blob.core.windows.net. Set a zone of this name.',
                    '  - redundancy is "Twice", which is not among its values. Set one of LocallyRedundant, ZoneRedundant, GeoRedundant.',
                    '  - immutability is "On", which is not among its values. Set one of Disabled, Unlocked, Locked.',
                    "  - intervalHours is 5, where Azure Backup takes 4, 6, 8, 12 or 24 hours. Set one of these numbers.",
                    '  - startTime is "2 am", which is no time of a day. Set hours and minutes in UTC, such as "02:00".',
                    "  - retentionDays is 361, where it takes whole days, 1 to 360. Set a number in that range.",
                    "  - vaultRetentionDays is 0.5, where it takes whole days, 7 to 3650. Set a number in that range.",
                    '  - excludedNamespaces[0] is "kube-*", which is no name of a namespace. Set the name of one namespace; there are no wildcards.',
                ].join("\n"),
            });
        });
        assert.deepEqual(registrations, []);
    });
});
