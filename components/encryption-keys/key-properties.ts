import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { KeyVaultTier } from "../key-vault/key-vault-args";
import type { EncryptionKeysArgs } from "./encryption-keys-args";

const defaultSize = 3072;
const defaultRotationMonths = 12;

/** What a key is, as the vault takes it. */
export interface KeyProperties {
    kty: string;
    keySize: pulumi.Input<number>;
    keyOps: string[];
    rotationPolicy?: {
        lifetimeActions: { action: { type: "rotate" }; trigger: { timeAfterCreate: pulumi.Input<string> } }[];
    };
}

/** A key that wraps other keys, and does nothing else. It never expires: what it encrypts would be lost. */
function keyProperties({ size, tier }: EncryptionKeysArgs) {
    return {
        kty: tier === KeyVaultTier.Premium ? "RSA-HSM" : "RSA",
        keySize: size ?? defaultSize,
    };
}

/** The key of etcd, which AKS encrypts and decrypts with. No rotation: see `diskKeyRotationMonths`. */
export function secretsKeyProperties(args: EncryptionKeysArgs): KeyProperties {
    return { ...keyProperties(args), keyOps: ["encrypt", "decrypt"] };
}

/** The key of the disks, which wraps the keys of their storage. */
export function disksKeyProperties(args: EncryptionKeysArgs): KeyProperties {
    const timeAfterCreate = lift(
        args.diskKeyRotationMonths ?? defaultRotationMonths,
        (months) => `P${String(months)}M`,
    );
    return {
        ...keyProperties(args),
        keyOps: ["wrapKey", "unwrapKey"],
        rotationPolicy: {
            lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate } }],
        },
    };
}
