import { nodePoolAutoscalingEnabled } from "../../../../policy-pack/policies/node-pool/node-pool-autoscaling-enabled";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const unset = (path: string) =>
    `\`${path}\` is unset, and the pool then keeps its size whatever the load; set it to \`true\`.`;
/** A pool without a number of its own has one node. */
const also = ["node-pool-node-count-sufficient"];
const fixed = { enableAutoScaling: false, count: 3 };

testPolicy(nodePoolAutoscalingEnabled, {
    compliant: {
        "`true`": agentPool({ enableAutoScaling: true }),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
        "a pool (classic)": classicAgentPool({ autoScalingEnabled: true }),
        "a pool (classic version 5)": classicAgentPool({ autoScalingEnabled: undefined, enableAutoScaling: true }),
        "a pool inside of a cluster (classic)": classicCluster(),
        "a pool that scales, of a kind that is not known": agentPool({ type: UNKNOWN }),
        "a pool that scales, in a cluster that may provision nodes": cluster({
            agentPoolProfiles: [systemPool()],
            nodeProvisioningProfile: UNKNOWN,
        }),
    },
    violating: {
        "`false`": {
            ...agentPool({ enableAutoScaling: false }),
            message: "`enableAutoScaling` is `false`; set it to `true`.",
            also,
        },
        unset: { ...agentPool({ enableAutoScaling: undefined }), message: unset("enableAutoScaling"), also },
        null: { ...agentPool({ enableAutoScaling: null }), message: unset("enableAutoScaling"), also },
        "a string": {
            ...agentPool({ enableAutoScaling: "true" }),
            message: "`enableAutoScaling` is a string; set it to `true` or `false`, without quotes.",
            also,
        },
        "a fixed size in a cluster that provisions nodes by hand": {
            ...cluster({ agentPoolProfiles: [systemPool(fixed)], "nodeProvisioningProfile.mode": "Manual" }),
            message: "`agentPoolProfiles[0].enableAutoScaling` is `false`; set it to `true`.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ enableAutoScaling: false })] }),
            message: "`agentPoolProfiles[1].enableAutoScaling` is `false`; set it to `true`.",
            also,
        },
        "unset (classic)": {
            ...classicAgentPool({ autoScalingEnabled: undefined }),
            message: unset("autoScalingEnabled"),
            also,
        },
        "inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.autoScalingEnabled": false }),
            message: "`defaultNodePool.autoScalingEnabled` is `false`; set it to `true`.",
            also,
        },
    },
    undetermined: {
        "a pool that does not scale, and may be of single machines": {
            ...agentPool({ ...fixed, type: UNKNOWN }),
            undetermined: ["`type` is not known before the update"],
        },
        "an unknown value": {
            ...agentPool({ enableAutoScaling: UNKNOWN }),
            undetermined: ["`enableAutoScaling` is not known before the update"],
        },
    },
    notApplicable: {
        "a gateway pool": {
            ...agentPool({ ...fixed, mode: "Gateway" }),
            reason: "gateway pools have a fixed size",
        },
        "a pool of single machines": {
            ...agentPool({ ...fixed, type: "VirtualMachines" }),
            reason: "pools of single machines are scaled by their profile",
        },
        "a cluster that provisions nodes by itself": {
            ...cluster({ agentPoolProfiles: [systemPool(fixed)], "nodeProvisioningProfile.mode": "Auto" }),
            reason: "the cluster provisions nodes by itself",
        },
        "a cluster that provisions nodes by itself (classic)": {
            ...classicCluster({
                "defaultNodePool.autoScalingEnabled": false,
                "defaultNodePool.nodeCount": 3,
                "nodeProvisioningProfile.mode": "Auto",
            }),
            reason: "the cluster provisions nodes by itself",
        },
    },
});
