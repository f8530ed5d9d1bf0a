import { nodePoolPublicIpDisabled } from "../../../../policy-pack/policies/node-pool/node-pool-public-ip-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const pool = (props: object) => ({ type: "azure-native:containerservice:AgentPool", props });
const classicPool = (props: object) => ({
    type: "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool",
    props,
});

testPolicy(nodePoolPublicIpDisabled, {
    compliant: {
        "a pool without public addresses": pool({ enableNodePublicIP: false }),
        unset: pool({}),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [{ name: "system" }] }),
        "a pool (classic)": classicPool({ nodePublicIpEnabled: false }),
        "a pool inside of a cluster (classic)": classicCluster(),
    },
    violating: {
        "a pool with public addresses": {
            ...pool({ enableNodePublicIP: true }),
            message: "`enableNodePublicIP` is `true`; set it to `false`.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [{ name: "system" }, { name: "user", enableNodePublicIP: true }] }),
            message: "`agentPoolProfiles[1].enableNodePublicIP` is `true`; set it to `false`.",
        },
        "null among the pools": {
            ...cluster({ agentPoolProfiles: [null, { enableNodePublicIP: true }] }),
            message: "`agentPoolProfiles[1].enableNodePublicIP` is `true`; set it to `false`.",
        },
        "malformed pools": {
            ...cluster({ agentPoolProfiles: "system" }),
            message: "`agentPoolProfiles` is a string; set it to a list.",
        },
        "a pool (classic)": {
            ...classicPool({ nodePublicIpEnabled: true }),
            message: "`nodePublicIpEnabled` is `true`; set it to `false`.",
        },
        "a pool (classic version 5)": {
            ...classicPool({ enableNodePublicIp: true }),
            message: "`enableNodePublicIp` is `true`; set it to `false`.",
        },
        "a pool inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.nodePublicIpEnabled": true }),
            message: "`defaultNodePool.nodePublicIpEnabled` is `true`; set it to `false`.",
        },
    },
    undetermined: {
        "unknown pools, but says what is wrong with the others": {
            ...cluster({ agentPoolProfiles: [UNKNOWN, { enableNodePublicIP: true }, { enableNodePublicIP: UNKNOWN }] }),
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
