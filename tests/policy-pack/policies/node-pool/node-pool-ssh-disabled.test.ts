import { nodePoolSshDisabled } from "../../../../policy-pack/policies/node-pool/node-pool-ssh-disabled";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const consequence = "and one key then opens every node; set it to `Disabled`.";

testPolicy(nodePoolSshDisabled, {
    compliant: {
        "no SSH": agentPool({ "securityProfile.sshAccess": "Disabled" }),
        "another case": agentPool({ "securityProfile.sshAccess": "disabled" }),
        "SSH by Entra ID": agentPool({ "securityProfile.sshAccess": "EntraId" }),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
    },
    violating: {
        "SSH by a key": {
            ...agentPool({ "securityProfile.sshAccess": "LocalUser" }),
            message: `\`securityProfile.sshAccess\` is \`LocalUser\`, ${consequence}`,
        },
        unset: {
            ...agentPool({ "securityProfile.sshAccess": undefined }),
            message: `\`securityProfile.sshAccess\` is unset, ${consequence}`,
        },
        null: {
            ...agentPool({ "securityProfile.sshAccess": null }),
            message: `\`securityProfile.sshAccess\` is unset, ${consequence}`,
        },
        "a boolean": {
            ...agentPool({ "securityProfile.sshAccess": false }),
            message: "`securityProfile.sshAccess` is a boolean; set it to a string.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ "securityProfile.sshAccess": "localuser" })] }),
            message: `\`agentPoolProfiles[1].securityProfile.sshAccess\` is \`LocalUser\`, ${consequence}`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...agentPool({ "securityProfile.sshAccess": UNKNOWN }),
            undetermined: ["`securityProfile.sshAccess` is not known before the update"],
        },
    },
    notApplicable: {
        "a pool of the classic provider": {
            ...classicAgentPool(),
            reason: "the classic azure provider cannot disable SSH",
        },
        "a cluster of the classic provider": {
            ...classicCluster(),
            reason: "the classic azure provider cannot disable SSH",
        },
    },
});
