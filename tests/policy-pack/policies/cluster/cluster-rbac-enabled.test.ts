import { clusterRbacEnabled } from "../../../../policy-pack/policies/cluster/cluster-rbac-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterRbacEnabled, {
    compliant: {
        "`true`": cluster({ enableRBAC: true }),
        unset: cluster({ enableRBAC: undefined }),
        null: cluster({ enableRBAC: null }),
        "the compliant value (classic)": classicCluster({ roleBasedAccessControlEnabled: true }),
        "unset (classic)": classicCluster({ roleBasedAccessControlEnabled: undefined }),
    },
    violating: {
        "`false`": {
            ...cluster({ enableRBAC: false }),
            message: "`enableRBAC` is `false`; set it to `true`.",
        },
        "a string": {
            ...cluster({ enableRBAC: "true" }),
            message: "`enableRBAC` is a string; set it to `true` or `false`, without quotes.",
        },
        "the wrong value (classic)": {
            ...classicCluster({ roleBasedAccessControlEnabled: false }),
            message: "`roleBasedAccessControlEnabled` is `false`; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ enableRBAC: UNKNOWN }),
            undetermined: ["`enableRBAC` is not known before the update"],
        },
    },
});
