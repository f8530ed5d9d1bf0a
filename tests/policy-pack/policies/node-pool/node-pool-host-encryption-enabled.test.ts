import { nodePoolHostEncryptionEnabled } from "../../../../policy-pack/policies/node-pool/node-pool-host-encryption-enabled";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const unset = (path: string) =>
    `\`${path}\` is unset, and caches and temporary disks are then in the clear; set it to \`true\`.`;

testPolicy(nodePoolHostEncryptionEnabled, {
    compliant: {
        "`true`": agentPool({ enableEncryptionAtHost: true }),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
        "a pool (classic)": classicAgentPool({ hostEncryptionEnabled: true }),
        "a pool (classic version 5)": classicAgentPool({
            hostEncryptionEnabled: undefined,
            enableHostEncryption: true,
        }),
        "a pool inside of a cluster (classic)": classicCluster(),
    },
    violating: {
        "`false`": {
            ...agentPool({ enableEncryptionAtHost: false }),
            message: "`enableEncryptionAtHost` is `false`; set it to `true`.",
        },
        unset: { ...agentPool({ enableEncryptionAtHost: undefined }), message: unset("enableEncryptionAtHost") },
        null: { ...agentPool({ enableEncryptionAtHost: null }), message: unset("enableEncryptionAtHost") },
        "a string": {
            ...agentPool({ enableEncryptionAtHost: "true" }),
            message: "`enableEncryptionAtHost` is a string; set it to `true` or `false`, without quotes.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ enableEncryptionAtHost: false })] }),
            message: "`agentPoolProfiles[1].enableEncryptionAtHost` is `false`; set it to `true`.",
        },
        "unset (classic)": {
            ...classicAgentPool({ hostEncryptionEnabled: undefined }),
            message: unset("hostEncryptionEnabled"),
        },
        "inside of a cluster (classic)": {
            ...classicCluster({ "defaultNodePool.hostEncryptionEnabled": false }),
            message: "`defaultNodePool.hostEncryptionEnabled` is `false`; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ enableEncryptionAtHost: UNKNOWN }),
            undetermined: ["`enableEncryptionAtHost` is not known before the update"],
        },
    },
});
