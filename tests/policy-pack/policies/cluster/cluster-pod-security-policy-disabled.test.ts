import { clusterPodSecurityPolicyDisabled } from "../../../../policy-pack/policies/cluster/cluster-pod-security-policy-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = "`enablePodSecurityPolicy` is `true`, which Kubernetes removed in 1.25; set it to `false`.";

testPolicy(clusterPodSecurityPolicyDisabled, {
    compliant: {
        unset: cluster(),
        null: cluster({ enablePodSecurityPolicy: null }),
        "`false`": cluster({ enablePodSecurityPolicy: false }),
        "unset (classic)": classicCluster(),
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
    undetermined: {
        "an unknown value": {
            ...cluster({ enablePodSecurityPolicy: UNKNOWN }),
            undetermined: ["`enablePodSecurityPolicy` is not known before the update"],
        },
    },
});
