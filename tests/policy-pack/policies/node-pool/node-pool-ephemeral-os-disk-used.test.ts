import { nodePoolEphemeralOsDiskUsed } from "../../../../policy-pack/policies/node-pool/node-pool-ephemeral-os-disk-used";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const managed = (path: string) => `\`${path}\` is \`Managed\`, a disk over the network; set it to \`Ephemeral\`.`;
const unset = (path: string) =>
    `\`${path}\` is unset, and nodes then start from a disk over the network; set it to \`Ephemeral\`.`;

testPolicy(nodePoolEphemeralOsDiskUsed, {
    compliant: {
        "an ephemeral disk": agentPool({ osDiskType: "Ephemeral" }),
        "another case": agentPool({ osDiskType: "ephemeral" }),
        "unset, which AKS decides": agentPool(),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool({ osDiskType: "Ephemeral" })] }),
        "an ephemeral disk (classic)": classicAgentPool(),
        "a pool inside of a cluster (classic)": classicCluster(),
    },
    violating: {
        "a managed disk": { ...agentPool({ osDiskType: "Managed" }), message: managed("osDiskType") },
        "a number": { ...agentPool({ osDiskType: 1 }), message: "`osDiskType` is a number; set it to a string." },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ osDiskType: "Managed" })] }),
            message: managed("agentPoolProfiles[1].osDiskType"),
        },
        "a managed disk (classic)": { ...classicAgentPool({ osDiskType: "Managed" }), message: managed("osDiskType") },
        "unset (classic)": { ...classicAgentPool({ osDiskType: undefined }), message: unset("osDiskType") },
        "unset inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.osDiskType": undefined }),
            message: unset("defaultNodePool.osDiskType"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ osDiskType: UNKNOWN }),
            undetermined: ["`osDiskType` is not known before the update"],
        },
    },
});
