import type { RoleAssignment } from "@pulumi/azure-native/authorization/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { partsOf } from "../arguments/resource-id";
import type { BuiltInRole } from "../roles/built-in-roles";
import { assignRole } from "../roles/role-assignment";
import type { ClusterBackupArgs } from "./cluster-backup-args";

/** Who takes part in a backup, and what they work on. */
export interface BackupParties {
    snapshotResourceGroupId: pulumi.Input<string>;
    storageAccountId: pulumi.Input<string>;
    /** Object id of the identity of the vault. */
    vaultPrincipalId: pulumi.Input<string>;
    /** Object id of the identity that Azure makes with the extension. */
    extensionPrincipalId: pulumi.Input<string>;
}

interface BackupRole {
    suffix: string;
    role: BuiltInRole;
    scope: pulumi.Input<string>;
    principalId: pulumi.Input<string>;
    description: string;
}

/** https://learn.microsoft.com/azure/backup/azure-kubernetes-service-cluster-backup-concept#required-roles-and-permissions */
function backupRoles(args: ClusterBackupArgs, parties: BackupParties): BackupRole[] {
    const { snapshotResourceGroupId, storageAccountId, vaultPrincipalId, extensionPrincipalId } = parties;
    const roles: BackupRole[] = [
        {
            suffix: "extension-blobs",
            role: "StorageBlobDataContributor",
            scope: storageAccountId,
            principalId: extensionPrincipalId,
            description: "The backup extension writes objects of the cluster.",
        },
        {
            suffix: "vault-cluster",
            role: "Reader",
            scope: args.clusterId,
            principalId: vaultPrincipalId,
            description: "The backup vault reads the cluster and its extensions.",
        },
        {
            suffix: "vault-snapshots",
            role: "Reader",
            scope: snapshotResourceGroupId,
            principalId: vaultPrincipalId,
            description: "The backup vault reads the snapshots.",
        },
        {
            suffix: "cluster-snapshots",
            role: "Contributor",
            scope: snapshotResourceGroupId,
            principalId: args.controlPlanePrincipalId,
            description: "The control plane writes snapshots of volumes.",
        },
    ];
    const copies: BackupRole[] = [
        {
            suffix: "vault-copies",
            role: "DiskSnapshotContributor",
            scope: snapshotResourceGroupId,
            principalId: vaultPrincipalId,
            description: "The backup vault keeps snapshots until they are copied.",
        },
        {
            suffix: "vault-disks",
            role: "DataOperatorForManagedDisks",
            scope: snapshotResourceGroupId,
            principalId: vaultPrincipalId,
            description: "The backup vault copies what is in snapshots.",
        },
        {
            suffix: "vault-blobs",
            role: "StorageBlobDataReader",
            scope: storageAccountId,
            principalId: vaultPrincipalId,
            description: "The backup vault copies objects of the cluster.",
        },
    ];
    return args.vaultRetentionDays === undefined ? roles : [...roles, ...copies];
}

/** Assigns what the parties need; a backup must wait for all of it. */
export function assignBackupRoles(
    name: string,
    args: ClusterBackupArgs,
    parties: BackupParties,
    options: pulumi.CustomResourceOptions,
): RoleAssignment[] {
    const subscriptionId = partsOf(args.clusterId).subscriptionId;
    return backupRoles(args, parties).map(({ suffix, ...role }) =>
        assignRole(
            `${name}-${suffix}`,
            { component: "ClusterBackup", ...role, subscriptionId, principalType: "ServicePrincipal" },
            options,
        ),
    );
}
