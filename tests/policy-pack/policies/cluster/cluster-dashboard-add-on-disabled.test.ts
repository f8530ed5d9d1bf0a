import { clusterDashboardAddOnDisabled } from "../../../../policy-pack/policies/cluster/cluster-dashboard-add-on-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterDashboardAddOnDisabled, {
    compliant: {
        "no add-ons": cluster(),
        null: {
            ...cluster({ addonProfiles: null }),
            also: ["cluster-azure-policy-add-on-enabled", "cluster-secrets-store-enabled"],
        },
        "the add-on disabled": cluster({ "addonProfiles.kubeDashboard": { enabled: false } }),
        "the add-on without a state": cluster({ "addonProfiles.kubeDashboard": {} }),
        "another add-on": cluster({ "addonProfiles.monitor": { enabled: true } }),
        "another add-on that is not known": cluster({ "addonProfiles.monitor": UNKNOWN }),
        "no add-ons (classic)": classicCluster(),
    },
    violating: {
        "the add-on": {
            ...cluster({ "addonProfiles.kubeDashboard": { enabled: true } }),
            message: "`addonProfiles.kubeDashboard.enabled` is `true`; set it to `false`.",
        },
        "the add-on in other casings": {
            ...cluster({
                "addonProfiles.KUBEDASHBOARD": { enabled: true },
                "addonProfiles.kubedashboard": { enabled: true },
            }),
            message: [
                "`addonProfiles.KUBEDASHBOARD.enabled` is `true`; set it to `false`.",
                "`addonProfiles.kubedashboard.enabled` is `true`; set it to `false`.",
            ],
        },
        "a malformed add-on": {
            ...cluster({ "addonProfiles.kubeDashboard": true }),
            message: "`addonProfiles.kubeDashboard` is a boolean; set it to an object.",
        },
        "the add-on (classic version 4)": {
            ...classicCluster({ addonProfile: { kubeDashboard: { enabled: true } } }),
            message: "`addonProfile.kubeDashboard.enabled` is `true`; set it to `false`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "addonProfiles.kubeDashboard": { enabled: UNKNOWN } }),
            undetermined: ["`addonProfiles.kubeDashboard.enabled` is not known before the update"],
        },
    },
});
