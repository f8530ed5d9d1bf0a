import { gatewaySecurityPolicyFirewallSet } from "../../../../policy-pack/policies/gateway-security-policy/gateway-security-policy-firewall-set";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

function securityPolicy(props: object): Registered {
    return { type: "azure-native:servicenetworking:SecurityPoliciesInterface", props };
}

function classicSecurityPolicy(props: object): Registered {
    return {
        type: "azure:appconfiguration/licationLoadBalancerSecurityPolicy:LicationLoadBalancerSecurityPolicy",
        props,
    };
}

const noFirewall = "is unset, and no firewall then looks at requests; set it to the id of a firewall policy.";

testPolicy(gatewaySecurityPolicyFirewallSet, {
    compliant: {
        "a firewall policy": securityPolicy({ wafPolicy: { id: "/waf" } }),
        "a policy that has no id yet": securityPolicy({ wafPolicy: { id: UNKNOWN } }),
        "a firewall policy (classic)": classicSecurityPolicy({ webApplicationFirewallPolicyId: "/waf" }),
    },
    violating: {
        unset: { ...securityPolicy({}), message: `\`wafPolicy.id\` ${noFirewall}` },
        null: { ...securityPolicy({ wafPolicy: { id: null } }), message: `\`wafPolicy.id\` ${noFirewall}` },
        "unset (classic)": {
            ...classicSecurityPolicy({}),
            message: `\`webApplicationFirewallPolicyId\` ${noFirewall}`,
        },
        "a text for an object": {
            ...securityPolicy({ wafPolicy: "/waf" }),
            message: "`wafPolicy` is a string; set it to an object.",
        },
    },
    undetermined: {
        "an unknown object": {
            ...securityPolicy({ wafPolicy: UNKNOWN }),
            undetermined: ["`wafPolicy` is not known before the update"],
        },
    },
    notApplicable: {
        "rules on addresses": {
            ...securityPolicy({ ipAccessRulesPolicy: { rules: [] } }),
            reason: "the policy is one of addresses",
        },
    },
});
