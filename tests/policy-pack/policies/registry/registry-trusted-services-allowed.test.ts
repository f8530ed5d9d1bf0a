import { registryTrustedServicesAllowed } from "../../../../policy-pack/policies/registry/registry-trusted-services-allowed";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(registryTrustedServicesAllowed, {
    compliant: {
        "`AzureServices`": registry({ networkRuleBypassOptions: "AzureServices" }),
        unset: registry(),
        "unset, and nothing known of the endpoint": registry({ publicNetworkAccess: UNKNOWN }),
        "unset (classic)": classicRegistry(),
        "`AzureServices` (classic)": classicRegistry({ networkRuleBypassOption: "AzureServices" }),
    },
    violating: {
        "`None` without a public endpoint": {
            ...registry({ networkRuleBypassOptions: "None" }),
            message:
                "`networkRuleBypassOptions` is `None`, and Defender for Cloud then cannot scan the images; set it to `AzureServices`.",
        },
        "`None` behind a firewall": {
            ...registry({
                networkRuleBypassOptions: "None",
                publicNetworkAccess: "Enabled",
                "networkRuleSet.defaultAction": "Deny",
            }),
            message:
                "`networkRuleBypassOptions` is `None`, and Defender for Cloud then cannot scan the images; set it to `AzureServices`.",
            also: ["registry-public-network-access-disabled"],
        },
        "`None` (classic)": {
            ...classicRegistry({ networkRuleBypassOption: "None" }),
            message:
                "`networkRuleBypassOption` is `None`, and Defender for Cloud then cannot scan the images; set it to `AzureServices`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ networkRuleBypassOptions: UNKNOWN }),
            undetermined: ["`networkRuleBypassOptions` is not known before the update"],
        },
    },
    notApplicable: {
        "an open registry": {
            ...registry({ networkRuleBypassOptions: "None", publicNetworkAccess: "Enabled" }),
            reason: "the registry is open to every address, scanners included",
            also: ["registry-network-access-limited", "registry-public-network-access-disabled"],
        },
    },
});
