import type * as pulumi from "@pulumi/pulumi";
import type { KeyVaultTier } from "../key-vault/key-vault-args";

/** What is encrypted with own keys, and where the keys are. */
export interface EncryptionKeysArgs {
    /** Name of the resource group that holds the disk encryption set and its identity. It cannot be changed. */
    resourceGroupName: pulumi.Input<string>;

    /**
     * ARM id of the vault that holds the keys, such as `KeyVault.vaultId`: in the region of the cluster, with Azure RBAC
     * and with purge protection, without which Azure encrypts no disk. A change makes new keys, and keeps the old ones.
     */
    keyVaultId: pulumi.Input<string>;

    /**
     * Azure region: that of the vault and of the cluster. Default: the location of the provider's configuration. It cannot
     * be changed.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Whether a key is made for the secrets of Kubernetes in etcd, for `kms` of a `Cluster`. Default: true.
     *
     * @default true
     */
    secrets?: boolean;

    /**
     * Whether a key and a disk encryption set are made for the disks of nodes and for volumes. Default: true.
     *
     * @default true
     */
    disks?: boolean;

    /**
     * Bits of the RSA keys: 3072 or 4096. Default: 3072. A change makes new keys, and keeps the old ones.
     *
     * @default 3072
     */
    size?: pulumi.Input<number>;

    /**
     * What protects the keys: Premium needs a vault of that tier, and each key costs by the month. Default: Standard. A
     * change makes new keys, and keeps the old ones.
     *
     * @default KeyVaultTier.Standard
     */
    tier?: KeyVaultTier;

    /**
     * Months after which the vault makes a new version of the key of the disks, which they then use by themselves, 1 to
     * 120. Default: 12. The key of the secrets is never rotated by itself: a new version counts only once the cluster is
     * told of it and all secrets are written again.
     *
     * Nodes with ephemeral disks take up a new version when their pool is scaled to zero and back.
     *
     * @default 12
     */
    diskKeyRotationMonths?: pulumi.Input<number>;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
