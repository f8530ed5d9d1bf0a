import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    flagProblems,
    namesAreKnown,
    requiredResourceIdProblems,
    resourceForms,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { KeyVaultTier } from "../key-vault/key-vault-args";
import type { EncryptionKeysArgs } from "./encryption-keys-args";

type Args = pulumi.Unwrap<EncryptionKeysArgs>;

/** What must hold between the arguments of own keys. */
export const encryptionKeysRules: Rule<EncryptionKeysArgs>[] = [
    namesAreKnown<EncryptionKeysArgs>({
        resourceGroupName: true,
        keyVaultId: true,
        location: true,
        secrets: true,
        disks: true,
        size: true,
        tier: true,
        diskKeyRotationMonths: true,
        tags: true,
    }),
    ({ keyVaultId }) => requiredResourceIdProblems("keyVaultId", keyVaultId, resourceForms.vault),
    ({ tier }) => choiceProblems("tier", tier, KeyVaultTier),
    ({ secrets }) => flagProblems("secrets", secrets),
    ({ disks }) => flagProblems("disks", disks),
    somethingIsEncrypted,
    keysArePossible,
];

function* somethingIsEncrypted({ secrets, disks, diskKeyRotationMonths }: Args): Iterable<Problem> {
    if (secrets === false && disks === false) {
        yield {
            argument: "disks",
            found: disks,
            why: "and secrets is false as well: nothing would be made",
            remedy: "Leave one of the two out",
        };
    } else if (disks === false && diskKeyRotationMonths !== undefined) {
        yield {
            argument: "diskKeyRotationMonths",
            found: diskKeyRotationMonths,
            why: "and disks is false: there is no key to rotate",
            remedy: "Leave it out, or leave disks out",
        };
    }
}

const sizes: readonly unknown[] = [3072, 4096];
const mostMonths = 120;

function* keysArePossible({ size, diskKeyRotationMonths: months }: Args): Iterable<Problem> {
    if (size !== undefined && !sizes.includes(size)) {
        yield {
            argument: "size",
            found: size,
            why: "where keys are RSA of 3072 or 4096 bits",
            remedy: "Set one of the two",
        };
    }
    if (months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= mostMonths)) {
        yield {
            argument: "diskKeyRotationMonths",
            found: months,
            why: `where it takes whole months, 1 to ${String(mostMonths)}`,
            remedy: "Set a number in that range",
        };
    }
}
