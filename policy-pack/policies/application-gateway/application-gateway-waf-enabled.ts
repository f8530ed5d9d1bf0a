/**
 * A gateway without a web application firewall hands every request to the workloads, attacks included.
 *
 * Checked property:  ApplicationGateway `sku.tier`, `firewallPolicy.id`
 * Compliant values:  `WAF_v2`, and the id of a firewall policy
 * When unset:        violation (no firewall looks at requests)
 * Ruling:            the firewall configuration inside of the gateway is not enough: it has no rules of today, and is retired
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { applicationGateway } from "../../resources/application-gateway";

export const applicationGatewayWafEnabled = definePolicy({
    name: "application-gateway-waf-enabled",
    description: "Application gateways must have a web application firewall.",
    remediationSteps: "Use the tier `WAF_v2`, and give the gateway a policy of a web application firewall.",
    severity: "high",
    practice: 10,
    equivalents: [
        "azure-policy:564feb30-bf6a-4854-b4bb-0d2d2d1e6c66",
        "azure-policy:ff1f1879-a60d-4f23-9641-41e7391ec19a",
        "psrule:AZR-000063",
        "psrule:AZR-000066",
        "checkov:CKV_AZURE_120",
    ],
    checks: [
        check(applicationGateway, function* ({ tier }) {
            yield* mustBe(tier, "WAF_v2", {
                unset: "and the gateway then has no firewall",
                wrong: "a tier without the firewall of today",
            });
        }),
        check(applicationGateway, function* ({ firewallPolicyId }) {
            if (firewallPolicyId.isGiven) return;
            yield `\`${firewallPolicyId.path}\` is unset, and no firewall policy then looks at requests; set it to the id of one.`;
        }),
    ],
});
