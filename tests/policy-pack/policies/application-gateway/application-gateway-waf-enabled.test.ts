import { applicationGatewayWafEnabled } from "../../../../policy-pack/policies/application-gateway/application-gateway-waf-enabled";
import { applicationGateway, classicApplicationGateway } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(applicationGatewayWafEnabled, {
    compliant: {
        "a firewall policy": applicationGateway(),
        "a firewall policy (classic)": classicApplicationGateway(),
        "a policy that has no id yet": applicationGateway({ "firewallPolicy.id": UNKNOWN }),
        "the tier in another case": applicationGateway({ "sku.tier": "waf_v2" }),
    },
    violating: {
        "a tier without a firewall": {
            ...applicationGateway({ "sku.tier": "Standard_v2" }),
            message: "`sku.tier` is `Standard_v2`, a tier without the firewall of today; set it to `WAF_v2`.",
        },
        "the tier unset": {
            ...applicationGateway({ sku: undefined }),
            message: "`sku.tier` is unset, and the gateway then has no firewall; set it to `WAF_v2`.",
        },
        "no policy": {
            ...applicationGateway({ firewallPolicy: undefined }),
            message:
                "`firewallPolicy.id` is unset, and no firewall policy then looks at requests; set it to the id of one.",
        },
        "null for a policy": {
            ...applicationGateway({ firewallPolicy: null }),
            message:
                "`firewallPolicy.id` is unset, and no firewall policy then looks at requests; set it to the id of one.",
        },
        "the configuration of before": {
            ...applicationGateway({
                firewallPolicy: undefined,
                webApplicationFirewallConfiguration: { enabled: true, firewallMode: "Prevention" },
            }),
            message:
                "`firewallPolicy.id` is unset, and no firewall policy then looks at requests; set it to the id of one.",
            also: ["application-gateway-waf-configuration-absent"],
        },
        "no policy (classic)": {
            ...classicApplicationGateway({ firewallPolicyId: undefined }),
            message:
                "`firewallPolicyId` is unset, and no firewall policy then looks at requests; set it to the id of one.",
        },
        "a number for a tier": {
            ...applicationGateway({ "sku.tier": 2 }),
            message: "`sku.tier` is a number; set it to a string.",
        },
    },
    undetermined: {
        "an unknown tier": {
            ...applicationGateway({ "sku.tier": UNKNOWN }),
            undetermined: ["`sku.tier` is not known before the update"],
        },
    },
});
