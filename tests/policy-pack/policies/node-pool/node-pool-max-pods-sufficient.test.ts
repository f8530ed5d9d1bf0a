import { nodePoolMaxPodsSufficient } from "../../../../policy-pack/policies/node-pool/node-pool-max-pods-sufficient";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const few = (path: string, pods: number, minimum = 50) =>
    `\`${path}\` is \`${pods}\`, and pods of the system then fill the node; set it to \`${minimum}\` or more.`;

testPolicy(nodePoolMaxPodsSufficient, {
    compliant: {
        "as many as asked for": agentPool({ maxPods: 50 }),
        unset: agentPool(),
        null: agentPool({ maxPods: null }),
        "as many as configured": { ...agentPool({ maxPods: 30 }), config: { minimumMaxPods: 30 } },
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool({ maxPods: 250 })] }),
        "as many as asked for (classic)": classicAgentPool({ maxPods: 50 }),
        "unset (classic)": classicCluster(),
    },
    violating: {
        fewer: { ...agentPool({ maxPods: 49 }), message: few("maxPods", 49) },
        "fewer than configured": {
            ...agentPool({ maxPods: 109 }),
            config: { minimumMaxPods: 110 },
            message: few("maxPods", 109, 110),
        },
        "a string": {
            ...agentPool({ maxPods: "110" }),
            message: "`maxPods` is a string; set it to a number, without quotes.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ maxPods: 30 })] }),
            message: few("agentPoolProfiles[1].maxPods", 30),
        },
        "fewer (classic)": { ...classicAgentPool({ maxPods: 30 }), message: few("maxPods", 30) },
        "fewer inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.maxPods": 30 }),
            message: few("defaultNodePool.maxPods", 30),
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ maxPods: UNKNOWN }),
            undetermined: ["`maxPods` is not known before the update"],
        },
    },
});
