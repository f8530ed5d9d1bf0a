import type * as pulumi from "@pulumi/pulumi";
import type { NetworkAccessArgs } from "../private-endpoint/network-access-args";

/** What protects the keys of a vault. */
export const KeyVaultTier = {
    /** Keys are protected by software. */
    Standard: "standard",
    /** Keys never leave a hardware security module. Each costs by the month. */
    Premium: "premium",
} as const;
export type KeyVaultTier = (typeof KeyVaultTier)[keyof typeof KeyVaultTier];

/** A key to encrypt with, such as for the secrets of a cluster or its disks. */
export interface KeyVaultKeyArgs {
    /** Name of the key: 1 to 127 letters, digits and hyphens. A key cannot be changed: a changed one needs a new name. */
    name: string;

    /**
     * Bits of the RSA key: 3072 or 4096. Default: 3072.
     *
     * @default 3072
     */
    size?: pulumi.Input<number>;

    /**
     * Months after which the vault makes a new version of the key, 1 to 120. Earlier versions stay usable. Who is given
     * a version and not the key, such as the encryption of a cluster's secrets, has to be given the new one. Default:
     * 12.
     *
     * @default 12
     */
    rotationMonths?: pulumi.Input<number>;
}

/** Where a vault lies, who reaches it and what it holds. */
export interface KeyVaultArgs extends NetworkAccessArgs {
    /** Name of the resource group that holds the vault. A change replaces the vault. */
    resourceGroupName: pulumi.Input<string>;

    /**
     * Azure region. Default: the location of the provider's configuration. A change replaces the vault.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Name of the vault: 3 to 24 letters, digits and hyphens, the first a letter, unique in the world. Default: the name
     * of the component, and a hash of organization, project, stack and name. Renaming replaces the vault:
     * before a stack moves to another organization, set the name that it has.
     *
     * @default - `<component><hash>`
     */
    vaultName?: pulumi.Input<string>;

    /**
     * What protects the keys. Default: Standard.
     *
     * @default KeyVaultTier.Standard
     */
    tier?: KeyVaultTier;

    /**
     * Certificates that listeners serve, as name and PFX: base64, with its key, without a password, such as
     * `{ shop: config.requireSecret("shopPfx") }`. They are secret in the state, and kept as secrets of the vault
     * (`application/x-pkcs12`), because ARM has no certificates. Default: none.
     *
     * A certificate that the vault makes and renews is made beside Pulumi, and its secret id used as it is. A
     * self-signed one, to try things out:
     * `az keyvault certificate create --vault-name VAULT --name shop --policy "$(az keyvault certificate get-default-policy)"`
     *
     * To take a certificate away, Pulumi asks the vault itself: the deployer must reach it, and have the role Key Vault
     * Secrets Officer. The name stays taken for 90 days.
     *
     * @default - none
     */
    certificates?: Record<string, pulumi.Input<string>>;

    /**
     * Certificates to try things out with, as name and host, such as `{ shop: "shop.example.org" }`: each is made once,
     * for a year, and kept like those of `certificates`. What it costs: nobody trusts them, clients must be told to, and
     * nobody renews them; the key is in the state of the stack. The host of one cannot be changed. Default: none.
     *
     * @default - none
     */
    selfSignedCertificates?: Record<string, string>;

    /**
     * Keys to make. Default: none. To take one away, the deployer must reach the vault, and have the role Key Vault
     * Crypto Officer; the name stays taken for 90 days.
     *
     * @default - none
     */
    keys?: KeyVaultKeyArgs[];

    /**
     * Whether the vault of this name that was deleted earlier is brought back, with what it held, in place of a new
     * one. Default: false. Set it for one update and take it out again.
     *
     * @default false
     */
    recover?: boolean;

    /**
     * ARM id of the Log Analytics workspace that gets the log of every use of a secret, key or certificate. Default:
     * none, and nobody can tell later who read a secret.
     *
     * @default - none
     */
    workspaceId?: pulumi.Input<string>;

    /**
     * Whether a lock keeps the vault from being deleted, by whomever. Default: false. What was deleted can be recovered
     * for 90 days all the same.
     *
     * What it costs: the deployer needs `Microsoft.Authorization/locks/*`, and role assignments at the vault cannot be
     * taken away as long as the lock is there: before a destroy, take it away in an update of its own.
     *
     * @default false
     */
    lock?: boolean;

    /** Tags of every resource that can have them. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
