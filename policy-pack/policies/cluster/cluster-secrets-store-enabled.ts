/**
 * Secrets that pods fetch from a key vault need no copy in manifests, pipelines or etcd.
 *
 * Checked property:  ManagedCluster `addonProfiles.azureKeyvaultSecretsProvider.enabled`, the name in every casing
 * Compliant values:  `true`
 * When unset:        violation (AKS does not enable the add-on)
 */
import { check, definePolicy, some } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterSecretsStoreEnabled = definePolicy({
    name: "cluster-secrets-store-enabled",
    description: "AKS clusters should let pods mount secrets of key vaults.",
    remediationSteps: "Enable the Key Vault secrets provider add-on, with rotation.",
    severity: "low",
    practice: 10,
    equivalents: ["psrule:AZR-000033", "cis-aks-1.8:4.5.2"],
    advisory: "pods may fetch secrets by workload identity and the SDK of the vault as well",
    checks: [
        check(managedCluster, function* ({ secretsStores, secretsStore }) {
            if (some(...[...secretsStores].map((store) => () => store.isEnabled))) return;
            const found = secretsStore.isGiven ? "disabled" : "unset";
            yield `\`${secretsStore.path}\` is ${found}, and secrets are then copied into the cluster; set it to an add-on that is enabled, with rotation.`;
        }),
    ],
});
