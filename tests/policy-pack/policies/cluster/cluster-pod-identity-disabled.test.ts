import { clusterPodIdentityDisabled } from "../../../../policy-pack/policies/cluster/cluster-pod-identity-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterPodIdentityDisabled, {
    compliant: {
        "`false`": cluster({ "podIdentityProfile.enabled": false }),
        unset: cluster({ "podIdentityProfile.enabled": undefined }),
        null: cluster({ "podIdentityProfile.enabled": null }),
        "unset (classic)": classicCluster(),
    },
    violating: {
        "`true`": {
            ...cluster({ "podIdentityProfile.enabled": true }),
            message:
                "`podIdentityProfile.enabled` is `true`, and the add-on is no longer supported; set it to `false`.",
        },
        "a string": {
            ...cluster({ "podIdentityProfile.enabled": "false" }),
            message: "`podIdentityProfile.enabled` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "podIdentityProfile.enabled": UNKNOWN }),
            undetermined: ["`podIdentityProfile.enabled` is not known before the update"],
        },
    },
});
