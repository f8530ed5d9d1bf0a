/**
 * A secret or certificate that was renewed in the vault protects nothing as long as pods are given the old one.
 *
 * Checked property:  ManagedCluster `addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation`
 * Compliant values:  `"true"`
 * When unset:        violation where the add-on is on (pods keep the secrets that they started with); else not applicable
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterSecretsStoreRotationEnabled = definePolicy({
    name: "cluster-secrets-store-rotation-enabled",
    description: "AKS clusters must hand renewed secrets of key vaults to their pods.",
    remediationSteps: "Enable secret rotation of the Key Vault secrets provider add-on.",
    severity: "medium",
    practice: 10,
    equivalents: ["psrule:AZR-000034", "checkov:CKV_AZURE_172"],
    checks: [
        check(managedCluster, function* ({ secretsStores }) {
            const enabled = [...secretsStores].filter(({ isEnabled }) => isEnabled);
            if (enabled.length === 0) return notApplicable("the Key Vault secrets provider add-on is off");
            yield* each(enabled, ({ enableSecretRotation }) =>
                mustBe(enableSecretRotation, true, { unset: "and pods then keep the secrets that they started with" }),
            );
            return undefined;
        }),
    ],
});
