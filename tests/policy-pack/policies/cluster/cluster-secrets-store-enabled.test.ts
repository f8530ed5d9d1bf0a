import { clusterSecretsStoreEnabled } from "../../../../policy-pack/policies/cluster/cluster-secrets-store-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const path = "addonProfiles.azureKeyvaultSecretsProvider";
const on = { enabled: true, config: { enableSecretRotation: "true" } };

const message = (at: string, found: string) =>
    `\`${at}\` is ${found}, and secrets are then copied into the cluster; set it to an add-on that is enabled, with rotation.`;

testPolicy(clusterSecretsStoreEnabled, {
    compliant: {
        "the add-on": cluster(),
        "the add-on in another case": cluster({
            "addonProfiles.azureKeyvaultSecretsProvider": undefined,
            "addonProfiles.azurekeyvaultsecretsprovider": on,
        }),
        "the add-on (classic)": classicCluster(),
        "the add-on (classic version 4)": classicCluster({
            keyVaultSecretsProvider: undefined,
            addonProfile: { azureKeyvaultSecretsProvider: { enabled: true, secretRotationEnabled: true } },
        }),
    },
    violating: {
        unset: { ...cluster({ [path]: undefined }), message: message(path, "unset") },
        null: { ...cluster({ [path]: null }), message: message(path, "unset") },
        disabled: { ...cluster({ [path]: { enabled: false } }), message: message(path, "disabled") },
        "without a state": { ...cluster({ [path]: {} }), message: message(path, "disabled") },
        "unset (classic)": {
            ...classicCluster({ keyVaultSecretsProvider: undefined }),
            message: message("keyVaultSecretsProvider", "unset"),
        },
        "disabled (classic version 4)": {
            ...classicCluster({
                keyVaultSecretsProvider: undefined,
                addonProfile: { azureKeyvaultSecretsProvider: { enabled: false } },
            }),
            message: message("addonProfile.azureKeyvaultSecretsProvider", "disabled"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ [`${path}.enabled`]: UNKNOWN }),
            undetermined: [`\`${path}.enabled\` is not known before the update`],
        },
    },
});
