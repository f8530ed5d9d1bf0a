import { applicationGatewayWafConfigurationAbsent } from "../../../../policy-pack/policies/application-gateway/application-gateway-waf-configuration-absent";
import { applicationGateway, classicApplicationGateway } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const retired = "is set, and Azure retires it on 15 March 2027; leave it unset, and set";
const message = `\`webApplicationFirewallConfiguration\` ${retired} \`firewallPolicy.id\` to the id of a firewall policy.`;

testPolicy(applicationGatewayWafConfigurationAbsent, {
    compliant: {
        unset: applicationGateway(),
        null: applicationGateway({ webApplicationFirewallConfiguration: null }),
        "unset (classic)": classicApplicationGateway(),
    },
    violating: {
        "a configuration beside the policy": {
            ...applicationGateway({
                webApplicationFirewallConfiguration: { enabled: true, firewallMode: "Prevention" },
            }),
            message,
        },
        "a configuration that is off": {
            ...applicationGateway({ webApplicationFirewallConfiguration: { enabled: false } }),
            message,
        },
        "a configuration that is not known": {
            ...applicationGateway({ webApplicationFirewallConfiguration: UNKNOWN }),
            message,
        },
        "a configuration (classic)": {
            ...classicApplicationGateway({ wafConfiguration: { enabled: true, firewallMode: "Prevention" } }),
            message: `\`wafConfiguration\` ${retired} \`firewallPolicyId\` to the id of a firewall policy.`,
        },
    },
});
