import { nodePoolNodeCountSufficient } from "../../../../policy-pack/policies/node-pool/node-pool-node-count-sufficient";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

/** Without the autoscaler, which another policy asks for. */
const fixed = { enableAutoScaling: undefined };
const also = ["node-pool-autoscaling-enabled"];

const few = (path: string, nodes: number, minimum = 2) =>
    `\`${path}\` is \`${nodes}\`, and pods then have nowhere to go when a node fails; set it to \`${minimum}\` or more.`;
const unset = (path: string) =>
    `\`${path}\` is unset, and pods then have nowhere to go when a node fails; set it to \`2\` or more.`;

testPolicy(nodePoolNodeCountSufficient, {
    compliant: {
        "two nodes at least": agentPool({ minCount: 2 }),
        "two nodes": { ...agentPool({ ...fixed, count: 2 }), also },
        "a pool of the system with as many as configured": {
            ...cluster({ agentPoolProfiles: [systemPool({ minCount: 1 })] }),
            config: { minimumSystemNodes: 1, minimumUserNodes: 9 },
        },
        "an empty pool, where it may be": {
            ...agentPool({ minCount: 0 }),
            config: { minimumSystemNodes: 9, minimumUserNodes: 0 },
        },
        "two nodes (classic)": { ...classicAgentPool({ autoScalingEnabled: undefined, nodeCount: 2 }), also },
        "two nodes at least (classic)": classicAgentPool({ minCount: 2 }),
    },
    violating: {
        "a node at least": { ...agentPool({ minCount: 1 }), message: few("minCount", 1) },
        "no nodes": { ...agentPool({ minCount: 0 }), message: few("minCount", 0) },
        "a node, whatever the bounds say": {
            ...agentPool({ ...fixed, count: 1, minCount: 3 }),
            message: few("count", 1),
            also,
        },
        unset: { ...agentPool({ minCount: undefined }), message: unset("minCount") },
        null: { ...agentPool({ ...fixed, count: null }), message: unset("count"), also },
        "a string": {
            ...agentPool({ minCount: "3" }),
            message: "`minCount` is a string; set it to a number, without quotes.",
        },
        "fewer nodes of the system than configured": {
            ...cluster({ agentPoolProfiles: [systemPool()] }),
            config: { minimumSystemNodes: 4, minimumUserNodes: 0 },
            message: few("agentPoolProfiles[0].minCount", 3, 4),
        },
        "fewer nodes of workloads than configured": {
            ...cluster({ agentPoolProfiles: [systemPool({ mode: "User" })] }),
            config: { minimumSystemNodes: 1, minimumUserNodes: 4 },
            message: few("agentPoolProfiles[0].minCount", 3, 4),
        },
        "a pool inside of a cluster that says no mode is of the system": {
            ...cluster({ agentPoolProfiles: [systemPool({ mode: undefined })] }),
            config: { minimumSystemNodes: 4, minimumUserNodes: 0 },
            message: few("agentPoolProfiles[0].minCount", 3, 4),
        },
        "a pool by itself that says no mode is for workloads": {
            ...agentPool({ mode: undefined }),
            config: { minimumSystemNodes: 1, minimumUserNodes: 4 },
            message: few("minCount", 3, 4),
        },
        "unset (classic)": {
            ...classicAgentPool({ autoScalingEnabled: false, minCount: undefined }),
            message: unset("nodeCount"),
            also,
        },
        "a node at least inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.minCount": 1 }),
            message: few("defaultNodePool.minCount", 1),
        },
        "fewer nodes of the system than configured (classic)": {
            ...classicCluster(),
            config: { minimumSystemNodes: 4, minimumUserNodes: 0 },
            message: few("defaultNodePool.minCount", 3, 4),
        },
        "fewer nodes of workloads than configured (classic)": {
            ...classicAgentPool(),
            config: { minimumSystemNodes: 1, minimumUserNodes: 4 },
            message: few("minCount", 3, 4),
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ minCount: UNKNOWN }),
            undetermined: ["`minCount` is not known before the update"],
        },
    },
    notApplicable: {
        "a Spot pool": {
            ...agentPool({ minCount: 0, scaleSetPriority: "spot" }),
            reason: "nodes of Spot pools come and go",
        },
        "a Spot pool (classic)": {
            ...classicAgentPool({ minCount: 0, priority: "Spot" }),
            reason: "nodes of Spot pools come and go",
        },
        "a pool of single machines": {
            ...agentPool({ type: "VirtualMachines", enableAutoScaling: undefined, minCount: undefined }),
            reason: "pools of single machines are counted by their profile",
        },
    },
});
