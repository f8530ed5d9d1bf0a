import type { KeyArgs, VaultArgs } from "@pulumi/azure-native/keyvault/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { worldwideName } from "../arguments/names";
import { KeyVaultTier, type KeyVaultArgs, type KeyVaultKeyArgs } from "./key-vault-args";

const longestName = 24;

/** Name of a vault, known before there is one. */
export function vaultNameOf(name: string, { vaultName }: Pick<KeyVaultArgs, "vaultName">) {
    return vaultName ?? worldwideName(name, longestName);
}

/** The inputs of a hardened vault. */
export function vaultArgs(name: string, args: KeyVaultArgs, tenantId: pulumi.Input<string>): VaultArgs {
    const { allowedIpRanges } = args;
    return {
        resourceGroupName: args.resourceGroupName,
        location: args.location,
        vaultName: vaultNameOf(name, args),
        tags: args.tags,
        properties: {
            ...(args.recover === true ? { createMode: "recover" } : {}),
            tenantId,
            sku: { family: "A", name: args.tier ?? KeyVaultTier.Standard },
            // Roles of Azure decide, so there is one place to look at, and no list to add oneself to.
            enableRbacAuthorization: true,
            accessPolicies: [],
            enableSoftDelete: true,
            softDeleteRetentionInDays: 90,
            enablePurgeProtection: true,
            enabledForDeployment: false,
            enabledForDiskEncryption: false,
            enabledForTemplateDeployment: false,
            publicNetworkAccess: allowedIpRanges === undefined ? "Disabled" : "Enabled",
            networkAcls: {
                defaultAction: "Deny",
                // Application gateways and disk encryption sets fetch what they may read as such services.
                bypass: "AzureServices",
                ipRules: lift(allowedIpRanges ?? [], (ranges) => ranges.map((value) => ({ value }))),
            },
        },
    };
}

const keyDefaults = { size: 3072, rotationMonths: 12 } as const;

/** The inputs of a key, but for the vault that it lies in. */
export function keyProperties(
    { size = keyDefaults.size, rotationMonths = keyDefaults.rotationMonths }: KeyVaultKeyArgs,
    tier: KeyVaultTier = KeyVaultTier.Standard,
): KeyArgs["properties"] {
    return {
        kty: tier === KeyVaultTier.Premium ? "RSA-HSM" : "RSA",
        keySize: size,
        // What encryption at rest needs, and no signatures.
        keyOps: ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
        rotationPolicy: {
            lifetimeActions: [
                {
                    action: { type: "rotate" },
                    trigger: { timeAfterCreate: lift(rotationMonths, (months) => `P${String(months)}M`) },
                },
            ],
        },
    };
}
