/**
 * An Application Gateway for Containers has a firewall only by a security policy: one that names none protects nothing.
 *
 * Checked property:  SecurityPoliciesInterface `wafPolicy.id`
 * Compliant values:  the id of a firewall policy
 * When unset:        violation, unless the policy is one of addresses
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { gatewaySecurityPolicy } from "../../resources/gateway-security-policy";

export const gatewaySecurityPolicyFirewallSet = definePolicy({
    name: "gateway-security-policy-firewall-set",
    description: "Security policies of Application Gateways for Containers must name a firewall policy.",
    remediationSteps: "Give the security policy the id of a web application firewall policy.",
    severity: "high",
    practice: 10,
    equivalents: [],
    checks: [
        check(gatewaySecurityPolicy, function* ({ firewallPolicyId, addressRules }) {
            if (firewallPolicyId.isGiven) return undefined;
            if (addressRules.isGiven) return notApplicable("the policy is one of addresses");
            yield `\`${firewallPolicyId.path}\` is unset, and no firewall then looks at requests; set it to the id of a firewall policy.`;
            return undefined;
        }),
    ],
});
