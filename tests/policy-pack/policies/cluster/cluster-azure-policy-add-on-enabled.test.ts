import { clusterAzurePolicyAddOnEnabled } from "../../../../policy-pack/policies/cluster/cluster-azure-policy-add-on-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const consequence = "and policies that are assigned then do nothing in the cluster";

testPolicy(clusterAzurePolicyAddOnEnabled, {
    compliant: {
        "the add-on": cluster({ "addonProfiles.azurepolicy": { enabled: true, config: { version: "v2" } } }),
        "the add-on in another casing": cluster({
            "addonProfiles.azurepolicy": undefined,
            "addonProfiles.azurePolicy": { enabled: true },
        }),
        "the add-on (classic)": classicCluster({ azurePolicyEnabled: true }),
        "the add-on (classic version 4)": classicCluster({
            azurePolicyEnabled: undefined,
            addonProfile: { azurePolicy: { enabled: true } },
        }),
        "AKS Automatic, which has it by itself": cluster({
            "sku.name": "Automatic",
            "addonProfiles.azurepolicy": undefined,
        }),
    },
    violating: {
        "the add-on disabled": {
            ...cluster({ "addonProfiles.azurepolicy": undefined, "addonProfiles.azurePolicy": { enabled: false } }),
            message: "`addonProfiles.azurePolicy.enabled` is `false`; set it to `true`.",
        },
        "the add-on without a state": {
            ...cluster({ "addonProfiles.azurepolicy": {} }),
            message: `\`addonProfiles.azurepolicy.enabled\` is unset, ${consequence}; set it to \`true\`.`,
        },
        "other add-ons only": {
            ...cluster({ "addonProfiles.azurepolicy": undefined, "addonProfiles.kubeDashboard": { enabled: false } }),
            message: `\`addonProfiles.azurepolicy.enabled\` is unset, ${consequence}; set it to \`true\`.`,
        },
        null: {
            ...cluster({ addonProfiles: null }),
            message: `\`addonProfiles.azurepolicy.enabled\` is unset, ${consequence}; set it to \`true\`.`,
            also: ["cluster-secrets-store-enabled"],
        },
        "a string": {
            ...cluster({ "addonProfiles.azurepolicy": { enabled: "true" } }),
            message: "`addonProfiles.azurepolicy.enabled` is a string; set it to `true` or `false`, without quotes.",
        },
        "the add-on disabled (classic)": {
            ...classicCluster({ azurePolicyEnabled: false }),
            message: "`azurePolicyEnabled` is `false`; set it to `true`.",
        },
        "unset (classic)": {
            ...classicCluster({ azurePolicyEnabled: undefined }),
            message: `\`azurePolicyEnabled\` is unset, ${consequence}; set it to \`true\`.`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "addonProfiles.azurepolicy": { enabled: UNKNOWN } }),
            undetermined: ["`addonProfiles.azurepolicy.enabled` is not known before the update"],
        },
    },
});
