import { BlobContainer, StorageAccount, type StorageAccountArgs } from "@pulumi/azure-native/storage/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { worldwideName } from "../arguments/names";
import { createPrivateEndpoint, type PrivateEndpointAccess } from "../private-endpoint/private-endpoint";
import type { PrivateLinkService } from "../private-endpoint/private-link-services";
import { BackupRedundancy, type ClusterBackupArgs } from "./cluster-backup-args";

/** The part of a storage account that backups are in. */
export const blobService: PrivateLinkService = {
    is: "the storage account",
    groupId: "blob",
    zoneName: "privatelink.blob.core.windows.net",
    mostIpRanges: 0,
};

const longestAccountName = 24;

const skus: Readonly<Record<BackupRedundancy, string>> = {
    [BackupRedundancy.Local]: "Standard_LRS",
    [BackupRedundancy.Zone]: "Standard_ZRS",
    [BackupRedundancy.Geo]: "Standard_GRS",
};

/** An account without public endpoint, keys and anonymous access: who comes in has a role. */
export function storageAccountArgs(name: string, args: ClusterBackupArgs): StorageAccountArgs {
    const { resourceGroupName, location, tags, redundancy = BackupRedundancy.Zone } = args;
    return {
        resourceGroupName,
        location,
        tags,
        accountName: worldwideName(name, longestAccountName),
        kind: "StorageV2",
        sku: { name: skus[redundancy] },
        publicNetworkAccess: "Disabled",
        networkRuleSet: {
            defaultAction: "Deny",
            // Azure Backup copies from it into the vault as such a service.
            bypass: "AzureServices",
        },
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
    };
}

/** Where the objects of Kubernetes are kept. */
export interface BackupStorage {
    account: StorageAccount;
    container: BlobContainer;
    endpoint: PrivateEndpointAccess;
}

/** The account, its container for one cluster, and the private way to it. */
export function createStorage(
    name: string,
    args: ClusterBackupArgs,
    options: pulumi.CustomResourceOptions,
): BackupStorage {
    const account = new StorageAccount(name, storageAccountArgs(name, args), options);
    const container = new BlobContainer(
        name,
        {
            resourceGroupName: args.resourceGroupName,
            accountName: account.name,
            containerName: "backups",
            publicAccess: "None",
        },
        options,
    );
    const endpoint = createPrivateEndpoint(name, blobService, account.id, args, options);
    return { account, container, endpoint };
}
