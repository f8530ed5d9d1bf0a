import { getClientConfigOutput } from "@pulumi/azure-native/authorization/index.js";
import { TrustedAccessRoleBinding } from "@pulumi/azure-native/containerservice/index.js";
import { BackupInstance, BackupPolicy, BackupVault } from "@pulumi/azure-native/dataprotection/index.js";
import { Extension } from "@pulumi/azure-native/kubernetesconfiguration/index.js";
import { ResourceGroup } from "@pulumi/azure-native/resources/index.js";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel, nameUnlessAutomatic } from "../arguments/names";
import { partsOf } from "../arguments/resource-id";
import { checkArguments } from "../arguments/rules";
import { propagationHooks } from "../roles/propagation";
import { backupPolicy, clusterDatasource } from "./backup-policy";
import { BackupImmutability, BackupRedundancy, type ClusterBackupArgs } from "./cluster-backup-args";
import { clusterBackupRules } from "./cluster-backup-rules";
import { assignBackupRoles } from "./roles";
import { createStorage, type BackupStorage } from "./storage";

/**
 * Backups of a cluster: its objects into a storage account, its volumes as snapshots, and on demand both into the vault.
 * The parts that do it have exactly the rights that they need, and have them before they start.
 *
 * Beyond the ten practices: what was encrypted, deleted or taken over can be brought back. Azure Backup costs by the
 * namespace, snapshots and blobs cost by the gigabyte. It does not work with network-isolated clusters, and a firewall
 * on the way out must let its extension reach `*.dp.kubernetesconfiguration.azure.com`, as `EgressFirewall` does.
 * https://learn.microsoft.com/azure/backup/azure-kubernetes-service-backup-overview
 *
 * What is deleted stays for 14 days, and a vault with something in it cannot be deleted.
 *
 * ```ts
 * new aksguard.ClusterBackup("prod", {
 *     clusterId: cluster.clusterId,
 *     controlPlanePrincipalId: cluster.controlPlanePrincipalId,
 *     resourceGroupName: cluster.resourceGroupName,
 *     privateEndpointSubnetId: network.privateEndpointSubnetId,
 * });
 * ```
 */
export class ClusterBackup extends pulumi.ComponentResource {
    /** ARM id of the vault. */
    readonly backupVaultId: pulumi.Output<string>;
    /** ARM id of what says that the cluster is backed up. */
    readonly backupInstanceId: pulumi.Output<string>;
    /** ARM id of the storage account of Kubernetes objects. */
    readonly storageAccountId: pulumi.Output<string>;
    /** Name of the resource group of the snapshots. */
    readonly snapshotResourceGroupName: pulumi.Output<string>;
    /** ARM id of the private DNS zone for blobs, for further storage accounts in the network. */
    readonly privateDnsZoneId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: ClusterBackupArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("ClusterBackup", name, args, clusterBackupRules, opts);
        super("aksguard:index:ClusterBackup", name, {}, opts);

        const options = { parent: this, dependsOn: checked };
        const hooks = propagationHooks(`aksguard:ClusterBackup:${name}:role-propagation`);

        const snapshots = findOrCreateSnapshotGroup(name, args, options);
        const storage = createStorage(name, args, options);
        const vault = createVault(name, args, options);
        const policy = createPolicy(name, args, vault, options);
        const extension = createExtension(name, args, storage, options);
        const trust = createTrust(name, args, vault, options);
        const roles = assignBackupRoles(
            name,
            args,
            {
                snapshotResourceGroupId: snapshots.id,
                storageAccountId: storage.account.id,
                vaultPrincipalId: vault.identity.apply((identity) => identity?.principalId ?? ""),
                extensionPrincipalId: extension.aksAssignedIdentity.apply((identity) => identity?.principalId ?? ""),
            },
            { ...options, hooks },
        );
        const instance = new BackupInstance(
            dnsLabel(name, longestName),
            {
                resourceGroupName: args.resourceGroupName,
                vaultName: vault.name,
                tags: args.tags,
                properties: backupInstanceProperties(args, vault, policy, snapshots.id),
            },
            { parent: this, dependsOn: [...roles, trust, extension], hooks },
        );

        this.backupVaultId = vault.id;
        this.backupInstanceId = instance.id;
        this.storageAccountId = storage.account.id;
        this.snapshotResourceGroupName = pulumi.output(snapshots.name);
        this.privateDnsZoneId = storage.endpoint.privateDnsZoneId;
        this.registerOutputs({
            backupVaultId: this.backupVaultId,
            backupInstanceId: this.backupInstanceId,
            storageAccountId: this.storageAccountId,
            snapshotResourceGroupName: this.snapshotResourceGroupName,
            privateDnsZoneId: this.privateDnsZoneId,
        });
    }
}

/** Longest name that a vault takes, without the digits that Pulumi adds, and a backup. */
const longestName = 42;

/** What a resource group takes as a name, less the digits that Pulumi adds. */
const groupFits = /^[\p{L}\p{Nd}_().-]{1,82}$/u;
const longestGroupName = 90;

function findOrCreateSnapshotGroup(
    name: string,
    args: ClusterBackupArgs,
    options: pulumi.CustomResourceOptions,
): { id: pulumi.Input<string>; name: pulumi.Input<string> } {
    const { snapshotResourceGroupName, location, tags } = args;
    if (snapshotResourceGroupName === undefined) {
        return new ResourceGroup(
            `${name}-snapshots`,
            {
                resourceGroupName: nameUnlessAutomatic(`${name}-snapshots`, groupFits, longestGroupName),
                location,
                tags,
            },
            options,
        );
    }
    const { subscriptionId } = partsOf(args.clusterId);
    const id = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${snapshotResourceGroupName}`;
    return { id, name: snapshotResourceGroupName };
}

function createVault(name: string, args: ClusterBackupArgs, options: pulumi.CustomResourceOptions): BackupVault {
    const { resourceGroupName, location, tags, redundancy, immutability } = args;
    const label = dnsLabel(name, longestName - 1);
    return new BackupVault(
        // ARM wants a letter at the beginning.
        /^[a-z]/.test(label) ? label : `b${label}`,
        {
            resourceGroupName,
            location,
            tags,
            identity: { type: "SystemAssigned" },
            properties: {
                storageSettings: [{ datastoreType: "VaultStore", type: redundancy ?? BackupRedundancy.Zone }],
                securitySettings: {
                    softDeleteSettings: { state: "On", retentionDurationInDays: 14 },
                    immutabilitySettings: { state: immutability ?? BackupImmutability.Unlocked },
                },
                monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: "Enabled" } },
            },
        },
        options,
    );
}

function createPolicy(
    name: string,
    args: ClusterBackupArgs,
    vault: BackupVault,
    options: pulumi.CustomResourceOptions,
): BackupPolicy {
    return new BackupPolicy(
        name,
        { resourceGroupName: args.resourceGroupName, vaultName: vault.name, ...backupPolicy(args) },
        // Azure keeps a policy that is in use, and the new one has another name.
        { ...options, deleteBeforeReplace: false },
    );
}

/** What runs in the cluster and writes to the storage account, which it must reach when it starts. */
function createExtension(
    name: string,
    args: ClusterBackupArgs,
    { account, container, endpoint }: BackupStorage,
    options: pulumi.CustomResourceOptions,
): Extension {
    const { tenantId, subscriptionId } = getClientConfigOutput({ parent: options.parent });
    const cluster = partsOf(args.clusterId);
    const location = "configuration.backupStorageLocation";
    return new Extension(
        name,
        {
            resourceGroupName: cluster.resourceGroupName,
            clusterRp: "Microsoft.ContainerService",
            clusterResourceName: "managedClusters",
            clusterName: cluster.name,
            // ARM's own name: a cluster has one of it.
            extensionName: "azure-aks-backup",
            extensionType: "microsoft.dataprotection.kubernetes",
            releaseTrain: "stable",
            autoUpgradeMinorVersion: true,
            scope: { cluster: { releaseNamespace: "dataprotection-microsoft" } },
            configurationSettings: {
                [`${location}.bucket`]: pulumi
                    .all([container.name, pulumi.all(endpoint.inPlace)])
                    .apply(([bucket]) => bucket),
                [`${location}.config.resourceGroup`]: args.resourceGroupName,
                [`${location}.config.subscriptionId`]: subscriptionId,
                [`${location}.config.storageAccount`]: account.name,
                // The identity of the extension, and no key of the account.
                [`${location}.config.useAAD`]: "true",
                [`${location}.config.storageAccountURI`]: account.primaryEndpoints.blob,
                "credentials.tenantId": tenantId,
            },
        },
        options,
    );
}

/** Lets the vault into the cluster, past its closed API server, for what backups need. */
function createTrust(
    name: string,
    args: ClusterBackupArgs,
    vault: BackupVault,
    options: pulumi.CustomResourceOptions,
): TrustedAccessRoleBinding {
    const cluster = partsOf(args.clusterId);
    return new TrustedAccessRoleBinding(
        dnsLabel(name, longestBindingName),
        {
            resourceGroupName: cluster.resourceGroupName,
            resourceName: cluster.name,
            roles: ["Microsoft.DataProtection/backupVaults/backup-operator"],
            sourceResourceId: vault.id,
        },
        options,
    );
}

/** Longest name that a binding takes. */
const longestBindingName = 24;

function backupInstanceProperties(
    args: ClusterBackupArgs,
    vault: BackupVault,
    policy: BackupPolicy,
    snapshotResourceGroupId: pulumi.Input<string>,
) {
    const { clusterId, excludedNamespaces } = args;
    const { name } = partsOf(args.clusterId);
    const source = {
        resourceID: clusterId,
        resourceUri: clusterId,
        resourceName: name,
        resourceType: clusterDatasource,
        datasourceType: clusterDatasource,
        resourceLocation: vault.location,
    };
    return {
        objectType: "BackupInstance",
        friendlyName: name,
        // Missing rights are told at once, and not by a first backup that fails by night.
        validationType: "DeepValidation",
        dataSourceInfo: { ...source, objectType: "Datasource" },
        dataSourceSetInfo: { ...source, objectType: "DatasourceSet" },
        identityDetails: { useSystemAssignedIdentity: true },
        policyInfo: {
            policyId: policy.id,
            policyParameters: {
                backupDatasourceParametersList: [
                    {
                        objectType: "KubernetesClusterBackupDatasourceParameters" as const,
                        snapshotVolumes: true,
                        includeClusterScopeResources: true,
                        excludedNamespaces,
                    },
                ],
                dataStoreParametersList: [
                    {
                        objectType: "AzureOperationalStoreParameters" as const,
                        dataStoreType: "OperationalStore",
                        resourceGroupId: snapshotResourceGroupId,
                    },
                ],
            },
        },
    };
}
