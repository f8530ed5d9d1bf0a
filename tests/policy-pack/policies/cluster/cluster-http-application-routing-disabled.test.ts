import { clusterHttpApplicationRoutingDisabled } from "../../../../policy-pack/policies/cluster/cluster-http-application-routing-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterHttpApplicationRoutingDisabled, {
    compliant: {
        "no add-ons": cluster(),
        null: {
            ...cluster({ addonProfiles: null }),
            also: ["cluster-azure-policy-add-on-enabled", "cluster-secrets-store-enabled"],
        },
        "the add-on disabled": cluster({ "addonProfiles.httpApplicationRouting": { enabled: false } }),
        "the add-on without a state": cluster({ "addonProfiles.httpApplicationRouting": {} }),
        "another add-on": cluster({ "addonProfiles.monitor": { enabled: true } }),
        "another add-on that is not known": cluster({ "addonProfiles.monitor": UNKNOWN }),
        "no add-ons (classic)": classicCluster(),
    },
    violating: {
        "the add-on": {
            ...cluster({ "addonProfiles.httpApplicationRouting": { enabled: true } }),
            message: "`addonProfiles.httpApplicationRouting.enabled` is `true`; set it to `false`.",
        },
        "the add-on in other casings": {
            ...cluster({
                "addonProfiles.HTTPAPPLICATIONROUTING": { enabled: true },
                "addonProfiles.httpapplicationrouting": { enabled: true },
            }),
            message: [
                "`addonProfiles.HTTPAPPLICATIONROUTING.enabled` is `true`; set it to `false`.",
                "`addonProfiles.httpapplicationrouting.enabled` is `true`; set it to `false`.",
            ],
        },
        "a malformed add-on": {
            ...cluster({ "addonProfiles.httpApplicationRouting": true }),
            message: "`addonProfiles.httpApplicationRouting` is a boolean; set it to an object.",
        },
        "the add-on (classic version 4)": {
            ...classicCluster({ addonProfile: { httpApplicationRouting: { enabled: true } } }),
            message: "`addonProfile.httpApplicationRouting.enabled` is `true`; set it to `false`.",
        },
        "the add-on (classic)": {
            ...classicCluster({ httpApplicationRoutingEnabled: true }),
            message: "`httpApplicationRoutingEnabled` is `true`; set it to `false`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "addonProfiles.httpApplicationRouting": { enabled: UNKNOWN } }),
            undetermined: ["`addonProfiles.httpApplicationRouting.enabled` is not known before the update"],
        },
    },
});
