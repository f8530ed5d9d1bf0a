import { clusterNetworkPolicyEngineEnabled } from "../../../../policy-pack/policies/cluster/cluster-network-policy-engine-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const path = "networkProfile.networkPolicy";
const consequence = "and every pod then reaches every other; set it to `cilium`.";

testPolicy(clusterNetworkPolicyEngineEnabled, {
    compliant: {
        Cilium: cluster(),
        Calico: cluster({ "networkProfile.networkPolicy": "calico" }),
        "the engine of Azure, in another case": cluster({ "networkProfile.networkPolicy": "Azure" }),
        "unset on AKS Automatic": cluster({ "networkProfile.networkPolicy": undefined, "sku.name": "Automatic" }),
        "Cilium beside a plugin that is not known": cluster({ "networkProfile.networkPlugin": UNKNOWN }),
        "an engine (classic)": classicCluster({ "networkProfile.networkPolicy": "calico" }),
    },
    violating: {
        "`none`": {
            ...cluster({ "networkProfile.networkPolicy": "none" }),
            message: `\`${path}\` is \`none\`, ${consequence}`,
        },
        unset: {
            ...cluster({ "networkProfile.networkPolicy": undefined }),
            message: `\`${path}\` is unset, ${consequence}`,
        },
        null: { ...cluster({ "networkProfile.networkPolicy": null }), message: `\`${path}\` is unset, ${consequence}` },
        empty: { ...cluster({ "networkProfile.networkPolicy": "" }), message: `\`${path}\` is unset, ${consequence}` },
        "a list": {
            ...cluster({ "networkProfile.networkPolicy": ["cilium"] }),
            message: `\`${path}\` is a list; set it to a string.`,
        },
        "unset with kubenet": {
            ...cluster({ networkProfile: { outboundType: "none", networkPlugin: "kubenet" } }),
            message: `\`${path}\` is unset, ${consequence}`,
            also: ["cluster-network-plugin-azure"],
        },
        "unset (classic)": {
            ...classicCluster({ "networkProfile.networkPolicy": undefined }),
            message: `\`${path}\` is unset, ${consequence}`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "networkProfile.networkPolicy": UNKNOWN }),
            undetermined: [`\`${path}\` is not known before the update`],
        },
        "no engine beside a plugin that is not known": {
            ...cluster({ "networkProfile.networkPolicy": "none", "networkProfile.networkPlugin": UNKNOWN }),
            undetermined: ["`networkProfile.networkPlugin` is not known before the update"],
        },
    },
    notApplicable: {
        "a plugin of its own": {
            ...cluster({ "networkProfile.networkPolicy": undefined, "networkProfile.networkPlugin": "none" }),
            reason: "the cluster brings its own network plugin",
        },
        "a plugin of its own (classic)": {
            ...classicCluster({ "networkProfile.networkPolicy": undefined, "networkProfile.networkPlugin": "none" }),
            reason: "the cluster brings its own network plugin",
        },
    },
});
