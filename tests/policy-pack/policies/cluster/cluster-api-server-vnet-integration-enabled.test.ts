import { clusterApiServerVnetIntegrationEnabled } from "../../../../policy-pack/policies/cluster/cluster-api-server-vnet-integration-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterApiServerVnetIntegrationEnabled, {
    compliant: {
        "`true`": cluster({ "apiServerAccessProfile.enableVnetIntegration": true }),
        "unset on AKS Automatic": cluster({
            "apiServerAccessProfile.enableVnetIntegration": undefined,
            "sku.name": "Automatic",
        }),
        "the compliant value (classic)": classicCluster({
            "apiServerAccessProfile.virtualNetworkIntegrationEnabled": true,
        }),
    },
    violating: {
        "`false`": {
            ...cluster({ "apiServerAccessProfile.enableVnetIntegration": false }),
            message: "`apiServerAccessProfile.enableVnetIntegration` is `false`; set it to `true`.",
        },
        "a string": {
            ...cluster({ "apiServerAccessProfile.enableVnetIntegration": "true" }),
            message:
                "`apiServerAccessProfile.enableVnetIntegration` is a string; set it to `true` or `false`, without quotes.",
        },
        unset: {
            ...cluster({ "apiServerAccessProfile.enableVnetIntegration": undefined }),
            message:
                "`apiServerAccessProfile.enableVnetIntegration` is unset, and nodes then reach the API server outside of your network or by a private endpoint; set it to `true`.",
        },
        null: {
            ...cluster({ "apiServerAccessProfile.enableVnetIntegration": null }),
            message:
                "`apiServerAccessProfile.enableVnetIntegration` is unset, and nodes then reach the API server outside of your network or by a private endpoint; set it to `true`.",
        },
        "`false` on AKS Automatic": {
            ...cluster({ "apiServerAccessProfile.enableVnetIntegration": false, "sku.name": "Automatic" }),
            message: "`apiServerAccessProfile.enableVnetIntegration` is `false`; set it to `true`.",
        },
        "the wrong value (classic)": {
            ...classicCluster({ "apiServerAccessProfile.virtualNetworkIntegrationEnabled": false }),
            message: "`apiServerAccessProfile.virtualNetworkIntegrationEnabled` is `false`; set it to `true`.",
        },
        "unset (classic)": {
            ...classicCluster({ "apiServerAccessProfile.virtualNetworkIntegrationEnabled": undefined }),
            message:
                "`apiServerAccessProfile.virtualNetworkIntegrationEnabled` is unset, and nodes then reach the API server outside of your network or by a private endpoint; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "apiServerAccessProfile.enableVnetIntegration": UNKNOWN }),
            undetermined: ["`apiServerAccessProfile.enableVnetIntegration` is not known before the update"],
        },
    },
});
