import { clusterUpgradeChannelEnabled } from "../../../../policy-pack/policies/cluster/cluster-upgrade-channel-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const advice = "set it to `stable`, `patch`, `rapid` or `node-image`.";

testPolicy(clusterUpgradeChannelEnabled, {
    compliant: {
        "`stable`": cluster({ "autoUpgradeProfile.upgradeChannel": "stable" }),
        "`patch`": cluster({ "autoUpgradeProfile.upgradeChannel": "patch" }),
        "`rapid`": cluster({ "autoUpgradeProfile.upgradeChannel": "rapid" }),
        "`node-image`": cluster({ "autoUpgradeProfile.upgradeChannel": "node-image" }),
        "unset on AKS Automatic": cluster({ autoUpgradeProfile: undefined, "sku.name": "Automatic" }),
        "a channel (classic)": classicCluster({ automaticUpgradeChannel: "patch" }),
        "a channel (classic version 5)": classicCluster({
            automaticUpgradeChannel: undefined,
            automaticChannelUpgrade: "patch",
        }),
        "a configured channel": {
            ...cluster({ "autoUpgradeProfile.upgradeChannel": "patch" }),
            config: { allowedClusterAutoUpgradeChannels: ["patch"] },
        },
    },
    violating: {
        "`none`": {
            ...cluster({ "autoUpgradeProfile.upgradeChannel": "none" }),
            message: `\`autoUpgradeProfile.upgradeChannel\` is \`none\`; ${advice}`,
        },
        unset: {
            ...cluster({ "autoUpgradeProfile.upgradeChannel": undefined }),
            message: `\`autoUpgradeProfile.upgradeChannel\` is unset, and Kubernetes then stays at its version; ${advice}`,
        },
        "a number": {
            ...cluster({ "autoUpgradeProfile.upgradeChannel": 1 }),
            message: "`autoUpgradeProfile.upgradeChannel` is a number; set it to a string.",
        },
        "another channel than the configured ones": {
            ...cluster({ "autoUpgradeProfile.upgradeChannel": "node-image" }),
            config: { allowedClusterAutoUpgradeChannels: ["rapid", "stable", "patch"] },
            message: "`autoUpgradeProfile.upgradeChannel` is `node-image`; set it to `rapid`, `stable` or `patch`.",
        },
        "unset (classic)": {
            ...classicCluster({ automaticUpgradeChannel: undefined }),
            message: `\`automaticUpgradeChannel\` is unset, and Kubernetes then stays at its version; ${advice}`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "autoUpgradeProfile.upgradeChannel": UNKNOWN }),
            undetermined: ["`autoUpgradeProfile.upgradeChannel` is not known before the update"],
        },
    },
});
