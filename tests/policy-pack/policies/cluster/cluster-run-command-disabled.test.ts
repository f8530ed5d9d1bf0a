import { clusterRunCommandDisabled } from "../../../../policy-pack/policies/cluster/cluster-run-command-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterRunCommandDisabled, {
    compliant: {
        "`true`": cluster({ "apiServerAccessProfile.disableRunCommand": true }),
        "the compliant value (classic)": classicCluster({ runCommandEnabled: false }),
    },
    violating: {
        "`false`": {
            ...cluster({ "apiServerAccessProfile.disableRunCommand": false }),
            message: "`apiServerAccessProfile.disableRunCommand` is `false`; set it to `true`.",
        },
        "a string": {
            ...cluster({ "apiServerAccessProfile.disableRunCommand": "true" }),
            message:
                "`apiServerAccessProfile.disableRunCommand` is a string; set it to `true` or `false`, without quotes.",
        },
        unset: {
            ...cluster({ "apiServerAccessProfile.disableRunCommand": undefined }),
            message:
                "`apiServerAccessProfile.disableRunCommand` is unset, and commands then run in the cluster past every network rule; set it to `true`.",
        },
        null: {
            ...cluster({ "apiServerAccessProfile.disableRunCommand": null }),
            message:
                "`apiServerAccessProfile.disableRunCommand` is unset, and commands then run in the cluster past every network rule; set it to `true`.",
        },
        "the wrong value (classic)": {
            ...classicCluster({ runCommandEnabled: true }),
            message: "`runCommandEnabled` is `true`; set it to `false`.",
        },
        "unset (classic)": {
            ...classicCluster({ runCommandEnabled: undefined }),
            message:
                "`runCommandEnabled` is unset, and commands then run in the cluster past every network rule; set it to `false`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "apiServerAccessProfile.disableRunCommand": UNKNOWN }),
            undetermined: ["`apiServerAccessProfile.disableRunCommand` is not known before the update"],
        },
    },
});
