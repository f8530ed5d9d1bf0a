import { clusterNetworkPluginAzure } from "../../../../policy-pack/policies/cluster/cluster-network-plugin-azure";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const unset = "`networkProfile.networkPlugin` is unset, and AKS then uses kubenet; set it to `azure`.";

testPolicy(clusterNetworkPluginAzure, {
    compliant: {
        "Azure CNI": cluster({ "networkProfile.networkPlugin": "azure" }),
        "another case": cluster({ "networkProfile.networkPlugin": "Azure" }),
        "unset on AKS Automatic": cluster({ "networkProfile.networkPlugin": undefined, "sku.name": "Automatic" }),
        "Azure CNI (classic)": classicCluster({ "networkProfile.networkPlugin": "azure" }),
    },
    violating: {
        kubenet: {
            ...cluster({ "networkProfile.networkPlugin": "kubenet" }),
            message: "`networkProfile.networkPlugin` is `kubenet`, which is retired in 2028; set it to `azure`.",
        },
        unset: { ...cluster({ "networkProfile.networkPlugin": undefined }), message: unset },
        null: { ...cluster({ "networkProfile.networkPlugin": null }), message: unset },
        "a boolean": {
            ...cluster({ "networkProfile.networkPlugin": true }),
            message: "`networkProfile.networkPlugin` is a boolean; set it to a string.",
        },
        "unset (classic)": { ...classicCluster({ "networkProfile.networkPlugin": undefined }), message: unset },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "networkProfile.networkPlugin": UNKNOWN }),
            undetermined: ["`networkProfile.networkPlugin` is not known before the update"],
        },
    },
    notApplicable: {
        "a plugin of its own": {
            ...cluster({ "networkProfile.networkPlugin": "none" }),
            reason: "the cluster brings its own network plugin",
        },
    },
});
