import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    partProblems,
    requiredResourceIdProblems,
    resourceForms,
    resourceIdProblems,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import {
    ApiServerConnection,
    ClusterTier,
    KeyVaultAccess,
    type ClusterArgs,
    type ClusterKmsArgs,
} from "./cluster-args";

type Args = pulumi.Unwrap<ClusterArgs>;

/** Own keys for etcd and for disks. */
export const encryptionRules: Rule<ClusterArgs>[] = [kmsKeyHasForm, kmsFitsCluster, diskEncryptionSetIsAnId];

function* kmsKeyHasForm({ kms }: Args): Iterable<Problem> {
    if (kms === undefined) {
        return;
    }
    yield* partProblems<ClusterKmsArgs>("kms", kms, { keyId: true, keyVaultId: true, keyVaultAccess: true });
    yield* choiceProblems("kms.keyVaultAccess", kms.keyVaultAccess, KeyVaultAccess);
    yield* requiredResourceIdProblems("kms.keyVaultId", kms.keyVaultId, resourceForms.vault);
    if (typeof kms.keyId !== "string" || !/^https:\/\/[^/]+\/keys\/[^/]+\/[^/]+$/.test(kms.keyId)) {
        yield {
            argument: "kms.keyId",
            found: kms.keyId,
            why: "which is not the id of a version of a key",
            remedy: "Set what `az keyvault key show --query key.kid` prints, version included",
        };
    }
}

function* kmsFitsCluster({ kms, apiServerConnection, tier }: Args): Iterable<Problem> {
    if (kms === undefined) {
        return;
    }
    const isPrivate = (kms.keyVaultAccess ?? KeyVaultAccess.Private) === KeyVaultAccess.Private;
    if (isPrivate && apiServerConnection === ApiServerConnection.PrivateLink) {
        yield {
            argument: "apiServerConnection",
            found: apiServerConnection,
            why: "and the control plane reaches a private vault (kms) through API Server VNet Integration only",
            remedy: `Leave it out, or set kms.keyVaultAccess "${KeyVaultAccess.Public}" for a vault that every network reaches`,
        };
    }
    if (tier === ClusterTier.Premium) {
        yield {
            argument: "kms",
            found: "given",
            why: "and AKS has no long-term support, which tier Premium is, with KMS",
            remedy: `Leave out kms, or set tier "${ClusterTier.Standard}"`,
        };
    }
}

const diskEncryptionSet = {
    type: "Microsoft.Compute/diskEncryptionSets",
    is: "a disk encryption set",
    command: "az disk-encryption-set show",
} as const;

function* diskEncryptionSetIsAnId({ diskEncryptionSetId }: Args): Iterable<Problem> {
    yield* resourceIdProblems("diskEncryptionSetId", diskEncryptionSetId, diskEncryptionSet);
}
