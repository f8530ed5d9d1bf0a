import * as aksguard from "../../components";
import { itChanges } from "./changes";

const tags = { team: "platform" };
const elsewhere = { resourceGroupName: "other", location: "northeurope" };
const resourceGroupName = "hub";
const privateEndpointSubnetId = "hub:endpoints";
const workspaceId = "hub:workspace";
const allowedIpRanges = ["203.0.113.0/24"];
const pfx = "MIIB";

describe("changes of a container registry", function () {
    this.timeout(60_000);
    const made = { resourceGroupName, privateEndpointSubnetId };
    itChanges<aksguard.ContainerRegistryArgs>({
        component: "ContainerRegistry",
        program: (args) => new aksguard.ContainerRegistry("images", args),
        inPlace: [
            {
                from: made,
                to: {
                    ...made,
                    tags,
                    lock: true,
                    artifactCache: true,
                    imageRetention: "RestoreDeleted",
                    imageRetentionDays: 60,
                    pullPrincipalIds: { prod: "hub:identity" },
                    allowedIpRanges,
                    workspaceId,
                },
            },
            {
                from: made,
                to: {
                    ...made,
                    privateEndpointSubnetId: "hub:other-endpoints",
                    privateDnsZoneId: "hub:registries",
                },
            },
        ],
        costly: [
            {
                from: { resourceGroupName, allowedIpRanges },
                to: { ...elsewhere, allowedIpRanges, registryName: "renamed1" },
                lost: ["replace containerregistry:Registry images location registryName resourceGroupName"],
            },
        ],
    });
});

describe("changes of a key vault", function () {
    this.timeout(60_000);
    const made = {
        resourceGroupName,
        privateEndpointSubnetId,
        certificates: { shop: pfx },
        selfSignedCertificates: { trial: "trial.example.org" },
        keys: [{ name: "etcd" }],
    };
    itChanges<aksguard.KeyVaultArgs>({
        component: "KeyVault",
        program: (args) => new aksguard.KeyVault("keys", args),
        inPlace: [
            {
                from: made,
                to: {
                    ...made,
                    certificates: { shop: "MIIC", other: pfx },
                    keys: [{ name: "etcd", rotationMonths: 6 }, { name: "disks" }],
                    tags,
                    lock: true,
                    tier: "premium",
                    recover: true,
                    workspaceId,
                    allowedIpRanges,
                },
            },
            {
                from: made,
                to: { ...made, privateEndpointSubnetId: "hub:other-endpoints", privateDnsZoneId: "hub:vaults" },
            },
        ],
        refused: [{ from: made, to: { ...made, selfSignedCertificates: { trial: "other.example.org" } } }],
        costly: [
            {
                from: { resourceGroupName, allowedIpRanges },
                to: { ...elsewhere, allowedIpRanges, vaultName: "renamed" },
                lost: ["replace keyvault:Vault keys location resourceGroupName vaultName"],
            },
        ],
    });
});

describe("changes of own keys", function () {
    this.timeout(60_000);
    const made = { resourceGroupName, keyVaultId: "hub:vault", location: "westeurope" };
    itChanges<aksguard.EncryptionKeysArgs>({
        component: "EncryptionKeys",
        program: (args) => new aksguard.EncryptionKeys("kit", args),
        inPlace: [
            {
                from: made,
                to: { ...made, keyVaultId: "hub:other-vault", size: 4096, tags, diskKeyRotationMonths: 6 },
            },
            { from: { ...made, secrets: false }, to: { ...made, secrets: true } },
            {
                from: { ...made, keyVaultId: "hub:premium-vault" },
                to: { ...made, keyVaultId: "hub:premium-vault", tier: "premium" },
            },
            { from: { ...made, disks: false }, to: { ...made, disks: true } },
        ],
        refused: [{ from: made, to: { ...made, ...elsewhere } }],
    });
});

describe("changes of monitoring", function () {
    this.timeout(60_000);
    const made = { resourceGroupName, clusterId: "hub:cluster" };
    itChanges<aksguard.MonitoringArgs>({
        component: "Monitoring",
        program: (args) => new aksguard.Monitoring("kit", args),
        apart: { clusterId: "another cluster" },
        inPlace: [
            {
                from: made,
                to: {
                    ...made,
                    tags,
                    retentionInDays: 180,
                    logCategories: ["guard", "kube-audit"],
                    collectionInterval: "5m",
                    excludedNamespaces: ["scratch"],
                },
            },
            { from: { ...made, workspaceId }, to: { ...made, workspaceId: "hub:other-workspace" } },
        ],
        costly: [
            { from: made, to: { ...made, workspaceId }, lost: ["delete operationalinsights:Workspace kit"] },
            {
                from: made,
                to: { ...made, ...elsewhere },
                lost: ["replace operationalinsights:Workspace kit location resourceGroupName"],
            },
        ],
    });
});

describe("changes of backups", function () {
    this.timeout(60_000);
    const made = {
        resourceGroupName,
        clusterId: "hub:cluster",
        controlPlanePrincipalId: "hub:cluster-identity",
        privateEndpointSubnetId,
    };
    itChanges<aksguard.ClusterBackupArgs>({
        component: "ClusterBackup",
        program: (args) => new aksguard.ClusterBackup("kit", args),
        apart: { clusterId: "another cluster", controlPlanePrincipalId: "another cluster" },
        inPlace: [
            {
                from: made,
                to: {
                    ...made,
                    immutability: "Locked",
                    intervalHours: 12,
                    startTime: "04:00",
                    retentionDays: 60,
                    vaultRetentionDays: 90,
                    excludedNamespaces: ["scratch"],
                    tags,
                },
            },
            {
                from: made,
                to: { ...made, privateEndpointSubnetId: "hub:other-endpoints", privateDnsZoneId: "hub:blobs" },
            },
        ],
        costly: [
            {
                from: made,
                to: { ...made, snapshotResourceGroupName: "other", redundancy: "GeoRedundant" },
                lost: [
                    "delete resources:ResourceGroup kit-snapshots",
                    'dataprotection:BackupVault kit: Status=400 Code="BadRequest"',
                ],
            },
            {
                from: made,
                to: { ...made, ...elsewhere },
                lost: [
                    "replace dataprotection:BackupInstance kit resourceGroupName",
                    "replace dataprotection:BackupVault kit location resourceGroupName",
                    "replace resources:ResourceGroup kit-snapshots location",
                    "replace storage:BlobContainer kit resourceGroupName",
                    "replace storage:StorageAccount kit location resourceGroupName",
                ],
            },
        ],
    });
});
