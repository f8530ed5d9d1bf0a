import { DiskEncryptionSet } from "@pulumi/azure-native/compute/index.js";
import { Key } from "@pulumi/azure-native/keyvault/index.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { replacementHooks } from "../arguments/made-with";
import { dnsLabel, identityResourceName } from "../arguments/names";
import { partsOf } from "../arguments/resource-id";
import { checkArguments } from "../arguments/rules";
import { propagationHooks } from "../roles/propagation";
import { assignRole } from "../roles/role-assignment";
import type { EncryptionKeysArgs } from "./encryption-keys-args";
import { encryptionKeysRules } from "./encryption-keys-rules";
import { madeWith, refusedPlace } from "./made-with";
import { disksKeyProperties, secretsKeyProperties, type KeyProperties } from "./key-properties";

/**
 * Own keys for what a cluster keeps: one for the secrets of Kubernetes in etcd, one for the disks of nodes and volumes,
 * with the disk encryption set and its right to use it. Everything is encrypted without them as well, with keys of
 * Azure: own ones can be taken away from Azure, and lost.
 *
 * Beyond the ten practices. Keys outlive the program: backups, snapshots and etcd are unreadable without the version
 * that they were encrypted with. To come back to the same vault after a destroy, `import` them, or choose another name.
 * https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption
 * https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys
 *
 * ```ts
 * const vault = new aksguard.KeyVault("prod", { resourceGroupName, privateEndpointSubnetId });
 * const keys = new aksguard.EncryptionKeys("prod", { resourceGroupName, keyVaultId: vault.vaultId });
 * const cluster = new aksguard.Cluster("prod", {
 *     kms: { keyId: keys.kmsKeyId, keyVaultId: keys.keyVaultId },
 *     diskEncryptionSetId: keys.diskEncryptionSetId,
 * });
 * ```
 */
export class EncryptionKeys extends pulumi.ComponentResource {
    /** ARM id of the vault of the keys. */
    readonly keyVaultId: pulumi.Output<string>;
    /**
     * Id of the version of the key for secrets in etcd: `https://<vault>.vault.azure.net/keys/<key>/<version>`; empty
     * without `secrets`. The control plane needs Key Vault Crypto User at the vault, which `Cluster` gives it.
     */
    readonly kmsKeyId: pulumi.Output<string>;
    /** ARM id of the disk encryption set; empty without `disks`. It has its right when this is known. */
    readonly diskEncryptionSetId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: EncryptionKeysArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("EncryptionKeys", name, args, encryptionKeysRules, opts);
        const hooks = replacementHooks("EncryptionKeys", name, refusedPlace, opts?.hooks);
        super("aksguard:index:EncryptionKeys", name, { madeWith: madeWith(args) }, { ...opts, hooks });

        const options = { parent: this, dependsOn: checked };
        const secretsKey =
            args.secrets === false ? undefined : createKey(`${name}-etcd`, args, secretsKeyProperties(args), options);
        const diskEncryptionSet = args.disks === false ? undefined : createDiskEncryptionSet(name, args, options);

        this.keyVaultId = pulumi.output(args.keyVaultId);
        this.kmsKeyId = secretsKey?.keyUriWithVersion ?? pulumi.output("");
        this.diskEncryptionSetId = diskEncryptionSet?.id ?? pulumi.output("");
        this.registerOutputs({
            keyVaultId: this.keyVaultId,
            kmsKeyId: this.kmsKeyId,
            diskEncryptionSetId: this.diskEncryptionSetId,
        });
    }
}

/** Longest name of a disk encryption set. */
const longestSetName = 80;

/** Longest name of a key, without what tells it from one of another kind and size. */
const longestKeyName = 110;

function createKey(
    name: string,
    { keyVaultId, tags }: EncryptionKeysArgs,
    properties: KeyProperties,
    options: pulumi.CustomResourceOptions,
): Key {
    const vault = partsOf(keyVaultId);
    const label = dnsLabel(name, longestKeyName);
    return new Key(
        name,
        {
            resourceGroupName: vault.resourceGroupName,
            vaultName: vault.name,
            // A key cannot be changed: one of another kind or size has another name, and stands beside the first.
            keyName: lift(properties.keySize, (size) => `${label}-${properties.kty.toLowerCase()}-${String(size)}`),
            properties,
            tags,
        },
        // What was encrypted with a key cannot be read without it, whether the program still has the key or not.
        { ...options, retainOnDelete: true },
    );
}

/**
 * The identity is made by itself, and not with the set: so it has its right on the key before the set is made, which
 * Azure asks of it.
 */
function createDiskEncryptionSet(
    name: string,
    args: EncryptionKeysArgs,
    options: pulumi.CustomResourceOptions,
): DiskEncryptionSet {
    const { resourceGroupName, location, tags } = args;
    const key = createKey(`${name}-disks`, args, disksKeyProperties(args), options);
    const identity = new UserAssignedIdentity(
        `${name}-disks`,
        { resourceGroupName, resourceName: identityResourceName(`${name}-disks`), location, tags },
        options,
    );
    const hooks = propagationHooks(`aksguard:EncryptionKeys:${name}:role-propagation`);
    const role = assignRole(
        `${name}-disks-key`,
        {
            component: "EncryptionKeys",
            role: "KeyVaultCryptoServiceEncryptionUser",
            scope: key.id,
            subscriptionId: partsOf(args.keyVaultId).subscriptionId,
            principalId: identity.principalId,
            principalType: "ServicePrincipal",
            description: "The disk encryption set wraps the keys of disks.",
        },
        { ...options, hooks },
    );
    return new DiskEncryptionSet(
        name,
        {
            resourceGroupName,
            diskEncryptionSetName: identityResourceName(name, longestSetName),
            location,
            tags,
            encryptionType: "EncryptionAtRestWithCustomerKey",
            identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
            activeKey: { keyUrl: key.keyUriWithVersion },
            rotationToLatestKeyVersionEnabled: true,
        },
        { parent: options.parent, dependsOn: role, hooks },
    );
}
