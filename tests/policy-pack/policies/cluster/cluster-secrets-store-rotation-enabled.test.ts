import { clusterSecretsStoreRotationEnabled } from "../../../../policy-pack/policies/cluster/cluster-secrets-store-rotation-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const addOn = (config: object | undefined, name = "azureKeyvaultSecretsProvider") =>
    cluster({
        "addonProfiles.azureKeyvaultSecretsProvider": undefined,
        [`addonProfiles.${name}`]: { enabled: true, ...(config === undefined ? {} : { config }) },
    });
/** Who has no add-on is advised to have one. */
const also = ["cluster-secrets-store-enabled"];
const off = "the Key Vault secrets provider add-on is off";

testPolicy(clusterSecretsStoreRotationEnabled, {
    compliant: {
        rotation: addOn({ enableSecretRotation: "true" }),
        "the name in another case": addOn({ enableSecretRotation: "True" }, "azurekeyvaultsecretsprovider"),
        "rotation (classic)": classicCluster({ keyVaultSecretsProvider: { secretRotationEnabled: true } }),
    },
    violating: {
        "no rotation": {
            ...addOn({ enableSecretRotation: "false" }),
            message:
                '`addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation` is `"false"`; set it to `"true"`.',
        },
        unset: {
            ...addOn(undefined),
            message:
                '`addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation` is unset, and pods then keep the secrets that they started with; set it to `"true"`.',
        },
        "unset (classic)": {
            ...classicCluster({ keyVaultSecretsProvider: {} }),
            message:
                "`keyVaultSecretsProvider.secretRotationEnabled` is unset, and pods then keep the secrets that they started with; set it to `true`.",
        },
        "no rotation (classic)": {
            ...classicCluster({ keyVaultSecretsProvider: { secretRotationEnabled: false } }),
            message: "`keyVaultSecretsProvider.secretRotationEnabled` is `false`; set it to `true`.",
        },
        "unset in version 4 (classic)": {
            ...classicCluster({
                keyVaultSecretsProvider: undefined,
                addonProfile: { azureKeyvaultSecretsProvider: { enabled: true } },
            }),
            message:
                "`addonProfile.azureKeyvaultSecretsProvider.secretRotationEnabled` is unset, and pods then keep the secrets that they started with; set it to `true`.",
        },
        "a boolean, where the add-on takes text": {
            ...addOn({ enableSecretRotation: true }),
            message:
                "`addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation` is a boolean; set it to a string.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...addOn({ enableSecretRotation: UNKNOWN }),
            undetermined: [
                "`addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation` is not known before the update",
            ],
        },
    },
    notApplicable: {
        "a cluster without the add-on": {
            ...cluster({ "addonProfiles.azureKeyvaultSecretsProvider": undefined }),
            reason: off,
            also,
        },
        "a cluster without the add-on (classic)": {
            ...classicCluster({ keyVaultSecretsProvider: undefined }),
            reason: off,
            also,
        },
        "the add-on off": {
            ...cluster({ "addonProfiles.azureKeyvaultSecretsProvider": { enabled: false } }),
            reason: off,
            also,
        },
    },
});
