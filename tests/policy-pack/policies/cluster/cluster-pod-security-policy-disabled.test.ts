import { clusterPodSecurityPolicyDisabled } from "../../../../policy-pack/policies/cluster/cluster-pod-security-policy-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = "`enablePodSecurityPolicy` is `true`, which Kubernetes removed in 1.25; set it to `false`.";

testPolicy(clusterPodSecurityPolicyDisabled, {
    compliant: {
        "`false`": cluster({ enablePodSecurityPolicy: false }),
        "`false` (classic)": classicCluster({ enablePodSecurityPolicy: false }),
    },
    violating: {
        "`true`": { ...cluster({ enablePodSecurityPolicy: true }), message },
        "a string": {
            ...cluster({ enablePodSecurityPolicy: "false" }),
            message: "`enablePodSecurityPolicy` is a string; set it to `true` or `false`, without quotes.",
        },
        "`true` (classic)": { ...classicCluster({ enablePodSecurityPolicy: true }), message },
    },
    notApplicable: {
        unset: { ...cluster(), reason: "the cluster does not ask for the feature" },
        null: { ...cluster({ enablePodSecurityPolicy: null }), reason: "the cluster does not ask for the feature" },
        "unset (classic)": { ...classicCluster(), reason: "the cluster does not ask for the feature" },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ enablePodSecurityPolicy: UNKNOWN }),
            undetermined: ["`enablePodSecurityPolicy` is not known before the update"],
        },
    },
});
