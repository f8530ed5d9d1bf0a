import { registryExportDisabled } from "../../../../policy-pack/policies/registry/registry-export-disabled";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const exported = "and whoever may read images can then copy them out of the registry";

testPolicy(registryExportDisabled, {
    compliant: {
        "`disabled`": registry(),
        "another case": registry({ "policies.exportPolicy.status": "Disabled" }),
        "`disabled`, of an endpoint that is not known": registry({
            publicNetworkAccess: UNKNOWN,
            "networkRuleSet.defaultAction": "Deny",
        }),
        "`false` (classic)": classicRegistry(),
    },
    violating: {
        "`enabled`": {
            ...registry({ "policies.exportPolicy.status": "enabled" }),
            message: `\`policies.exportPolicy.status\` is \`enabled\`, ${exported}; set it to \`disabled\`.`,
        },
        unset: {
            ...registry({ "policies.exportPolicy": undefined }),
            message: `\`policies.exportPolicy.status\` is unset, ${exported}; set it to \`disabled\`.`,
        },
        null: {
            ...registry({ "policies.exportPolicy.status": null }),
            message: `\`policies.exportPolicy.status\` is unset, ${exported}; set it to \`disabled\`.`,
        },
        "`true` (classic)": {
            ...classicRegistry({ exportPolicyEnabled: true }),
            message: `\`exportPolicyEnabled\` is \`true\`, ${exported}; set it to \`false\`.`,
        },
        "unset (classic)": {
            ...classicRegistry({ exportPolicyEnabled: undefined }),
            message: `\`exportPolicyEnabled\` is unset, ${exported}; set it to \`false\`.`,
        },
        "a boolean": {
            ...registry({ "policies.exportPolicy.status": false }),
            message: "`policies.exportPolicy.status` is a boolean; set it to a string.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ "policies.exportPolicy.status": UNKNOWN }),
            undetermined: ["`policies.exportPolicy.status` is not known before the update"],
        },
        "an endpoint that is not known": {
            ...registry({
                publicNetworkAccess: UNKNOWN,
                "networkRuleSet.defaultAction": "Deny",
                "policies.exportPolicy": undefined,
            }),
            undetermined: ["`publicNetworkAccess` is not known before the update"],
        },
    },
    notApplicable: {
        "a registry with a public endpoint": {
            ...registry({
                publicNetworkAccess: undefined,
                "networkRuleSet.defaultAction": "Deny",
                "policies.exportPolicy": undefined,
            }),
            also: ["registry-public-network-access-disabled"],
            reason: "Azure takes no registry that is both public and without exports",
        },
    },
});
