import { clusterNodeOsUpgradeChannelEnabled } from "../../../../policy-pack/policies/cluster/cluster-node-os-upgrade-channel-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const advice = "set it to `NodeImage`, `SecurityPatch` or `Unmanaged`.";

/** A cluster without a channel, by one token. */
function unsetIn(type: string) {
    return { ...cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": undefined }), type };
}

testPolicy(clusterNodeOsUpgradeChannelEnabled, {
    compliant: {
        "`NodeImage`": cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": "NodeImage" }),
        "`SecurityPatch`": cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": "SecurityPatch" }),
        "`Unmanaged`": cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": "Unmanaged" }),
        "unset since version 2023-06-01": unsetIn("azure-native:containerservice/v20230601:ManagedCluster"),
        "unset in a local package of a later version": unsetIn(
            "azure-native_containerservice_v20250701:containerservice:ManagedCluster",
        ),
        "unset on AKS Automatic": cluster({
            "sku.name": "Automatic",
            "autoUpgradeProfile.nodeOSUpgradeChannel": undefined,
        }),
        "images by the upgrade channel": cluster({
            autoUpgradeProfile: { upgradeChannel: "node-image", nodeOSUpgradeChannel: "None" },
        }),
        "an unknown channel beside images by the upgrade channel": cluster({
            autoUpgradeProfile: { upgradeChannel: "node-image", nodeOSUpgradeChannel: UNKNOWN },
        }),
        "unset (classic)": classicCluster(),
        "a channel (classic)": classicCluster({ nodeOsUpgradeChannel: "SecurityPatch" }),
        "a channel (classic version 5)": classicCluster({ nodeOsChannelUpgrade: "SecurityPatch" }),
    },
    violating: {
        "`None`": {
            ...cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": "None" }),
            message: `\`autoUpgradeProfile.nodeOSUpgradeChannel\` is \`None\`; ${advice}`,
        },
        "unset before version 2023-06-01": {
            ...unsetIn("azure-native:containerservice/v20230502preview:ManagedCluster"),
            message: `\`autoUpgradeProfile.nodeOSUpgradeChannel\` is unset, which is \`None\`; ${advice}`,
        },
        "a boolean": {
            ...cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": true }),
            message: "`autoUpgradeProfile.nodeOSUpgradeChannel` is a boolean; set it to a string.",
        },
        "`Unmanaged` where Azure Policy's own channels are configured": {
            ...cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": "Unmanaged" }),
            config: { allowedNodeOsUpgradeChannels: ["NodeImage", "SecurityPatch"] },
            message:
                "`autoUpgradeProfile.nodeOSUpgradeChannel` is `Unmanaged`; set it to `NodeImage` or `SecurityPatch`.",
        },
        "unset where another channel is configured": {
            ...unsetIn("azure-native:containerservice/v20240901:ManagedCluster"),
            config: { allowedNodeOsUpgradeChannels: ["SecurityPatch"] },
            message:
                "`autoUpgradeProfile.nodeOSUpgradeChannel` is unset, which is `NodeImage`; set it to `SecurityPatch`.",
        },
        "`None` (classic)": {
            ...classicCluster({ nodeOsUpgradeChannel: "None" }),
            message: `\`nodeOsUpgradeChannel\` is \`None\`; ${advice}`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": UNKNOWN }),
            undetermined: ["`autoUpgradeProfile.nodeOSUpgradeChannel` is not known before the update"],
        },
    },
});
