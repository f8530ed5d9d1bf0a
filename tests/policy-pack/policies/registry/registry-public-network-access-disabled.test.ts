import { registryPublicNetworkAccessDisabled } from "../../../../policy-pack/policies/registry/registry-public-network-access-disabled";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(registryPublicNetworkAccessDisabled, {
    compliant: {
        "`Disabled`": registry({ publicNetworkAccess: "Disabled" }),
        "`disabled`, as the documentation of Azure writes it": registry({ publicNetworkAccess: "disabled" }),
        "`false` (classic)": classicRegistry({ publicNetworkAccessEnabled: false }),
    },
    violating: {
        "`Enabled`": {
            ...registry({ publicNetworkAccess: "Enabled", "networkRuleSet.defaultAction": "Deny" }),
            message: "`publicNetworkAccess` is `Enabled`; set it to `Disabled`.",
        },
        unset: {
            ...registry({ publicNetworkAccess: undefined }),
            message:
                "`publicNetworkAccess` is unset, and the registry then has a public endpoint; set it to `Disabled`.",
            also: ["registry-network-access-limited"],
        },
        "another word": {
            ...registry({ publicNetworkAccess: "SecuredByPerimeter", "networkRuleSet.defaultAction": "Deny" }),
            message: "`publicNetworkAccess` is `SecuredByPerimeter`; set it to `Disabled`.",
        },
        "`true` (classic)": {
            ...classicRegistry({ publicNetworkAccessEnabled: true, "networkRuleSet.defaultAction": "Deny" }),
            message: "`publicNetworkAccessEnabled` is `true`; set it to `false`.",
        },
        "unset (classic)": {
            ...classicRegistry({ publicNetworkAccessEnabled: undefined }),
            message:
                "`publicNetworkAccessEnabled` is unset, and the registry then has a public endpoint; set it to `false`.",
            also: ["registry-network-access-limited"],
        },
    },
    undetermined: {
        "an unknown value": {
            ...registry({ publicNetworkAccess: UNKNOWN }),
            undetermined: ["`publicNetworkAccess` is not known before the update"],
        },
    },
});
