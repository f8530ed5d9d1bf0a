import { policies } from "../../../../policy-pack/policies";
import { nodePoolPublicIpDisabled } from "../../../../policy-pack/policies/node-pool/node-pool-public-ip-disabled";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const otherPoliciesOnPools = policies
    .map(({ name }) => name)
    .filter((name) => name.startsWith("node-pool-") && name !== nodePoolPublicIpDisabled.name);

testPolicy(nodePoolPublicIpDisabled, {
    compliant: {
        "a pool without public addresses": agentPool({ enableNodePublicIP: false }),
        unset: agentPool(),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
        "a pool (classic)": classicAgentPool({ nodePublicIpEnabled: false }),
        "a pool inside of a cluster (classic)": classicCluster(),
    },
    violating: {
        "a pool with public addresses": {
            ...agentPool({ enableNodePublicIP: true }),
            message: "`enableNodePublicIP` is `true`; set it to `false`.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ enableNodePublicIP: true })] }),
            message: "`agentPoolProfiles[1].enableNodePublicIP` is `true`; set it to `false`.",
        },
        "null among the pools": {
            ...cluster({ agentPoolProfiles: [null, systemPool({ enableNodePublicIP: true })] }),
            message: "`agentPoolProfiles[1].enableNodePublicIP` is `true`; set it to `false`.",
        },
        "malformed pools": {
            ...cluster({ agentPoolProfiles: "system" }),
            message: "`agentPoolProfiles` is a string; set it to a list.",
            also: otherPoliciesOnPools,
        },
        "a pool (classic)": {
            ...classicAgentPool({ nodePublicIpEnabled: true }),
            message: "`nodePublicIpEnabled` is `true`; set it to `false`.",
        },
        "a pool (classic version 5)": {
            ...classicAgentPool({ enableNodePublicIp: true }),
            message: "`enableNodePublicIp` is `true`; set it to `false`.",
        },
        "a pool inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.nodePublicIpEnabled": true }),
            message: "`defaultNodePool.nodePublicIpEnabled` is `true`; set it to `false`.",
        },
    },
    undetermined: {
        "unknown pools, but says what is wrong with the others": {
            ...cluster({
                agentPoolProfiles: [
                    UNKNOWN,
                    systemPool({ enableNodePublicIP: true }),
                    systemPool({ enableNodePublicIP: UNKNOWN }),
                ],
            }),
            violations: ["`agentPoolProfiles[1].enableNodePublicIP` is `true`; set it to `false`."],
            undetermined: [
                "`agentPoolProfiles[0]` is not known before the update",
                "`agentPoolProfiles[2].enableNodePublicIP` is not known before the update",
            ],
        },
    },
    notApplicable: {
        "a cluster without pools inside": { ...cluster(), reason: "has no AgentPool" },
    },
});
