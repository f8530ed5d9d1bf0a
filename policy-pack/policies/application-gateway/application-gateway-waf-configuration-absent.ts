/**
 * The firewall configuration inside of a gateway gets no new rules, and Azure retires it on 15 March 2027.
 *
 * Checked property:  ApplicationGateway `webApplicationFirewallConfiguration`
 * Compliant values:  none
 * When unset:        compliant (a firewall policy decides)
 */
import { check, definePolicy } from "../../policy";
import { applicationGateway } from "../../resources/application-gateway";

export const applicationGatewayWafConfigurationAbsent = definePolicy({
    name: "application-gateway-waf-configuration-absent",
    description: "Application gateways must have no firewall configuration of their own.",
    remediationSteps: "Move the configuration into a firewall policy, and give the gateway its id.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:882e19a6-996f-400e-a30f-c090887254f4", "psrule:AZR-000423"],
    checks: [
        check(applicationGateway, function* ({ firewallConfiguration, firewallPolicyId }) {
            if (!firewallConfiguration.isGiven) return;
            yield `\`${firewallConfiguration.path}\` is set, and Azure retires it on 15 March 2027; leave it unset, and set \`${firewallPolicyId.path}\` to the id of a firewall policy.`;
        }),
    ],
});
