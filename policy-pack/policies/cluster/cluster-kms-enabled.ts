/**
 * Azure encrypts the disks below etcd; who reads a backup or the store itself still reads every secret.
 *
 * Checked property:  ManagedCluster `securityProfile.azureKeyVaultKms.enabled`, or `kubernetesResourceObjectEncryptionProfile` beside it
 * Compliant values:  `true`; or `infrastructureEncryption: Enabled`, with a key that AKS renews
 * When unset:        violation (secrets are encrypted by the disk only)
 */
import { isFilled } from "../../values/filled";
import { mustBe } from "../../message";
import { check, definePolicy, some } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterKmsEnabled = definePolicy({
    name: "cluster-kms-enabled",
    description: "AKS clusters should encrypt their secrets with a key management service.",
    remediationSteps: "Enable encryption of secrets with a key of a key vault.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["azure-policy:dbbdc317-9734-4dd8-9074-993b29c69008", "cis-aks-1.8:5.3.1"],
    advisory: "it needs a vault and a key of its own, and who loses the key loses the cluster",
    checks: [
        check(managedCluster, function* ({ keyVaultKms, keyVaultKey, infrastructureEncryption }) {
            const hasKey = () => keyVaultKms?.effective ?? isFilled(keyVaultKey);
            if (some(hasKey, () => infrastructureEncryption?.effective === "Enabled")) return;
            const unset = "and who reads etcd then reads every secret";
            if (keyVaultKms !== undefined) yield* mustBe(keyVaultKms, true, { unset });
            else yield `\`${keyVaultKey.path}\` is unset, ${unset}; set it to a key of a key vault.`;
        }),
    ],
});
