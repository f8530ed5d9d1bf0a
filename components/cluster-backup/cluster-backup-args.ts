import type * as pulumi from "@pulumi/pulumi";

/** How many places a backup is kept in. */
export const BackupRedundancy = {
    /** Three copies in one data center. What it costs: a fire takes them all. */
    Local: "LocallyRedundant",
    /** Copies in three zones of the region, which must have them. */
    Zone: "ZoneRedundant",
    /** Copies in the paired region as well, which must be allowed to have the data. */
    Geo: "GeoRedundant",
} as const;
export type BackupRedundancy = (typeof BackupRedundancy)[keyof typeof BackupRedundancy];

/** Whether backups can be taken away before their time. */
export const BackupImmutability = {
    /** They can, by whoever has the right. */
    Disabled: "Disabled",
    /** They cannot, until somebody with the right to do so turns this off. */
    Unlocked: "Unlocked",
    /** They cannot, by nobody, for ever: this can never be turned off again. */
    Locked: "Locked",
} as const;
export type BackupImmutability = (typeof BackupImmutability)[keyof typeof BackupImmutability];

/** Which cluster is backed up, how often, and where to. */
export interface ClusterBackupArgs {
    /**
     * ARM id of the cluster: `Cluster.clusterId`. It must have a way to the internet: Azure Backup does not work with
     * network-isolated clusters (egress None), nor with nodes of Windows or Arm64, nor beside Velero.
     */
    clusterId: pulumi.Input<string>;

    /** Object id of the identity of the control plane, which writes snapshots: `Cluster.controlPlanePrincipalId`. */
    controlPlanePrincipalId: pulumi.Input<string>;

    /**
     * Name of the resource group that holds the vault and the storage account: in the subscription of the cluster, and
     * not the resource group of its nodes. A change replaces both, and Azure keeps a vault that holds backups.
     */
    resourceGroupName: pulumi.Input<string>;

    /**
     * ARM id of a subnet for private endpoints in the network of the cluster: `Network.privateEndpointSubnetId`. The
     * storage account has no public endpoint. A private endpoint costs by the hour and by the gigabyte.
     */
    privateEndpointSubnetId: pulumi.Input<string>;

    /**
     * ARM id of the private DNS zone `privatelink.blob.core.windows.net`, where the network of the cluster is linked to
     * one. Default: a zone of its own, linked to the network of `privateEndpointSubnetId`.
     *
     * @default - a zone of its own
     */
    privateDnsZoneId?: pulumi.Input<string>;

    /**
     * Azure region: that of the cluster. Default: the location of the provider's configuration. A change replaces the
     * vault and the storage account, and Azure keeps a vault that holds backups.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Name of the resource group that snapshots of volumes are kept in, of the subscription of the cluster. It may have
     * no lock. Default: one is created. It cannot be changed.
     *
     * @default - created
     */
    snapshotResourceGroupName?: pulumi.Input<string>;

    /**
     * How many places backups are kept in. Default: Zone. It cannot be changed.
     *
     * @default BackupRedundancy.Zone
     */
    redundancy?: BackupRedundancy;

    /**
     * Whether backups can be taken away before their time. Default: Unlocked. With it, a backup that is in the vault
     * keeps `pulumi destroy` from deleting the vault.
     *
     * @default BackupImmutability.Unlocked
     */
    immutability?: BackupImmutability;

    /**
     * Hours from one backup to the next: 4, 6, 8, 12 or 24. Default: 24.
     *
     * @default 24
     */
    intervalHours?: pulumi.Input<number>;

    /**
     * Time of the first backup of a day in UTC, as `HH:mm`. Default: 02:00.
     *
     * @default "02:00"
     */
    startTime?: pulumi.Input<string>;

    /**
     * Days that a backup is kept as snapshots and blobs in the subscription, 1 to 360. Default: 30. Snapshots cost by the
     * gigabyte that changed.
     *
     * @default 30
     */
    retentionDays?: pulumi.Input<number>;

    /**
     * Days that the first backup of each day is kept in the vault itself, out of reach of whoever takes over the
     * subscription: 7 to 3650. Default: none, because not every region has it, volumes that refuse public access are left
     * out, and it costs by the gigabyte.
     *
     * @default - nothing is copied to the vault
     */
    vaultRetentionDays?: pulumi.Input<number>;

    /**
     * Namespaces that are left out. Default: none. kube-system, kube-node-lease and kube-public never are in a backup.
     *
     * @default - none
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
