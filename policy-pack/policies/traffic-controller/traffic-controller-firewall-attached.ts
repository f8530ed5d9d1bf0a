/**
 * A gateway for containers has no firewall of its own: a security policy offers one to its routes.
 *
 * Checked property:  SecurityPoliciesInterface `trafficControllerName`, `wafPolicy.id`, of a TrafficController of the stack
 * Compliant values:  one names the gateway, and a firewall policy
 * When unset:        violation (no firewall looks at requests)
 */
import { some } from "../../policy";
import { gatewayFirewall, trafficController, type GatewayFirewall } from "../../resources/traffic-controller";
import { defineStackPolicy, doubts, type Relation } from "../../stack-policy";

const firewallOfGateway: Relation<GatewayFirewall, object> = {
    from: gatewayFirewall,
    to: trafficController,
    reference: ({ gateway }) => gateway,
};

export const trafficControllerFirewallAttached = defineStackPolicy({
    name: "traffic-controller-firewall-attached",
    description: "Application Gateways for Containers must have a web application firewall.",
    remediationSteps: "Give the gateway a security policy with a policy of a web application firewall.",
    severity: "high",
    practice: 10,
    equivalents: ["azure-policy:c3a8e4bd-b215-4c99-bd53-92f8d7ea65f7"],
    subject: trafficController,
    related: [gatewayFirewall],
    *judge(_, gateway, stack) {
        const { found, undecided } = stack.sources(firewallOfGateway, gateway);
        const isProtected = some(
            ...found.map(
                ({ view }) =>
                    () =>
                        view.firewallPolicyId.isGiven,
            ),
            ...doubts(undecided),
        );
        if (isProtected) return;
        yield `\`${gateway.properties.path}\` is without a security policy that has a firewall, and requests then reach the workloads unseen; set it to one with a \`wafPolicy\`.`;
    },
});
