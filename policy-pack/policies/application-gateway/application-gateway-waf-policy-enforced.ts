/**
 * A gateway is protected by what its firewall policy says, not by having one.
 *
 * Checked property:  `policySettings.state` and `policySettings.mode` of the WebApplicationFirewallPolicy of the stack that
 *                    an ApplicationGateway names
 * Compliant values:  `Enabled`, `Prevention`
 * When unset:        not applicable (application-gateway-waf-enabled refuses a gateway without a policy)
 */
import { quote } from "../../message";
import { each, notApplicable } from "../../policy";
import { gatewayReferences } from "../../resources/gateway-references";
import { webApplicationFirewallPolicy } from "../../resources/web-application-firewall-policy";
import { defineStackPolicy } from "../../stack-policy";

export const applicationGatewayWafPolicyEnforced = defineStackPolicy({
    name: "application-gateway-waf-policy-enforced",
    description: "The firewall policies of application gateways must refuse attacks.",
    remediationSteps: "Give the gateway a firewall policy that is enabled and in prevention mode.",
    severity: "high",
    practice: 10,
    equivalents: ["azure-policy:12430be1-6cc8-4527-a9a8-e3d38f250096", "psrule:AZR-000065", "psrule:AZR-000302"],
    subject: gatewayReferences,
    related: [webApplicationFirewallPolicy],
    *judge({ firewallPolicyId }, gateway, stack) {
        if (!firewallPolicyId.isGiven) return notApplicable("the gateway has no firewall policy");
        const found = stack.find(webApplicationFirewallPolicy, firewallPolicyId, gateway);
        if (found === undefined) return notApplicable("the firewall policy is none of the stack");
        const settings = [
            { setting: () => found.view.state, value: "Enabled", consequence: "lets everything pass" },
            { setting: () => found.view.mode, value: "Prevention", consequence: "only writes attacks down" },
        ];
        yield* each(settings, function* ({ setting, value, consequence }) {
            const { path, value: given, effective, spell } = setting();
            if (effective === value) return;
            const is = given === undefined ? "unset" : spell(given);
            yield `\`${path}\` is ${is}, and the firewall of gateway ${quote(gateway.name)} ${consequence}; set it to ${spell(value)}.`;
        });
        return undefined;
    },
});
