import { nodePoolMaxSurgeSet } from "../../../../policy-pack/policies/node-pool/node-pool-max-surge-set";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const unset = (path: string) => `\`${path}\` is unset, and nodes are then upgraded in small steps; set it to \`33%\`.`;

testPolicy(nodePoolMaxSurgeSet, {
    compliant: {
        "a share of the nodes": agentPool({ "upgradeSettings.maxSurge": "10%" }),
        "a number of nodes": agentPool({ "upgradeSettings.maxSurge": "1" }),
        "nodes that may be missing": agentPool({ upgradeSettings: { maxUnavailable: "1" } }),
        "an unknown value": agentPool({ "upgradeSettings.maxSurge": UNKNOWN }),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
        "a share of the nodes (classic)": classicAgentPool(),
        "a pool inside of a cluster (classic)": classicCluster(),
    },
    violating: {
        unset: { ...agentPool({ upgradeSettings: undefined }), message: unset("upgradeSettings.maxSurge") },
        null: { ...agentPool({ "upgradeSettings.maxSurge": null }), message: unset("upgradeSettings.maxSurge") },
        empty: {
            ...agentPool({ upgradeSettings: { maxSurge: "", maxUnavailable: "" } }),
            message: unset("upgradeSettings.maxSurge"),
        },
        "a number": {
            ...agentPool({ "upgradeSettings.maxSurge": 1 }),
            message: "`upgradeSettings.maxSurge` is a number; set it to a string.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ upgradeSettings: {} })] }),
            message: unset("agentPoolProfiles[1].upgradeSettings.maxSurge"),
        },
        "unset (classic)": {
            ...classicAgentPool({ upgradeSettings: undefined }),
            message: unset("upgradeSettings.maxSurge"),
        },
        "unset inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.upgradeSettings": undefined }),
            message: unset("defaultNodePool.upgradeSettings.maxSurge"),
        },
    },
    undetermined: {
        "unknown settings": {
            ...agentPool({ upgradeSettings: UNKNOWN }),
            undetermined: ["`upgradeSettings` is not known before the update"],
        },
    },
    notApplicable: {
        "a Spot pool": {
            ...agentPool({ upgradeSettings: undefined, scaleSetPriority: "Spot" }),
            reason: "nodes of Spot pools come and go",
        },
        "a Spot pool (classic)": {
            ...classicAgentPool({ upgradeSettings: undefined, priority: "Spot" }),
            reason: "nodes of Spot pools come and go",
        },
    },
});
