import { nodePoolTrustedLaunchEnabled } from "../../../../policy-pack/policies/node-pool/node-pool-trusted-launch-enabled";
import { agentPool, classicAgentPool, classicCluster, cluster, systemPool } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const unset = (path: string) => `\`${path}\` is unset, and a changed kernel then goes unnoticed; set it to \`true\`.`;

testPolicy(nodePoolTrustedLaunchEnabled, {
    compliant: {
        both: agentPool(),
        "both, beside an unknown FIPS": agentPool({ enableFIPS: UNKNOWN }),
        "a pool inside of a cluster": cluster({ agentPoolProfiles: [systemPool()] }),
    },
    violating: {
        "no secure boot": {
            ...agentPool({ "securityProfile.enableSecureBoot": false }),
            message: "`securityProfile.enableSecureBoot` is `false`; set it to `true`.",
        },
        "no virtual TPM": {
            ...agentPool({ "securityProfile.enableVTPM": false }),
            message: "`securityProfile.enableVTPM` is `false`; set it to `true`.",
        },
        unset: {
            ...agentPool({
                "securityProfile.enableSecureBoot": undefined,
                "securityProfile.enableVTPM": null,
            }),
            message: [unset("securityProfile.enableSecureBoot"), unset("securityProfile.enableVTPM")],
        },
        "a string": {
            ...agentPool({ "securityProfile.enableSecureBoot": "true" }),
            message: "`securityProfile.enableSecureBoot` is a string; set it to `true` or `false`, without quotes.",
        },
        "the second pool inside of a cluster": {
            ...cluster({ agentPoolProfiles: [systemPool(), systemPool({ "securityProfile.enableVTPM": undefined })] }),
            message: unset("agentPoolProfiles[1].securityProfile.enableVTPM"),
        },
    },
    undetermined: {
        "an unknown value, but says what is wrong with the other": {
            ...agentPool({ "securityProfile.enableSecureBoot": UNKNOWN, "securityProfile.enableVTPM": false }),
            undetermined: ["`securityProfile.enableSecureBoot` is not known before the update"],
            violations: ["`securityProfile.enableVTPM` is `false`; set it to `true`."],
        },
    },
    notApplicable: {
        "a FIPS pool": {
            ...agentPool({ enableFIPS: true, "securityProfile.enableSecureBoot": false }),
            reason: "the pool has a FIPS image",
        },
        "a pool of the classic provider": {
            ...classicAgentPool(),
            reason: "the classic azure provider cannot choose trusted launch",
        },
        "a cluster of the classic provider": {
            ...classicCluster(),
            reason: "the classic azure provider cannot choose trusted launch",
        },
    },
});
