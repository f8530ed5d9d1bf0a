/**
 * A firewall that only detects lets every attack reach the workloads, and writes it down.
 *
 * Checked property:  WebApplicationFirewallPolicy `policySettings.state`, `policySettings.mode`
 * Compliant values:  `Enabled`, `Prevention`
 * When unset:        violation for azure-native (ARM disables and detects by default); the classic provider prevents by default
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { webApplicationFirewallPolicy } from "../../resources/web-application-firewall-policy";

export const wafPolicyPreventionEnabled = definePolicy({
    name: "waf-policy-prevention-enabled",
    description: "Web application firewalls must refuse attacks.",
    remediationSteps: "Enable the policy in prevention mode.",
    severity: "high",
    practice: 10,
    equivalents: [
        "azure-policy:12430be1-6cc8-4527-a9a8-e3d38f250096",
        "psrule:AZR-000065",
        "psrule:AZR-000302",
        "psrule:AZR-000309",
        "checkov:CKV_AZURE_122",
    ],
    checks: [
        check(webApplicationFirewallPolicy, function* ({ state }) {
            yield* mustBe(state, "Enabled", { unset: "and the firewall then lets everything pass" });
        }),
        check(webApplicationFirewallPolicy, function* ({ mode }) {
            yield* mustBe(mode, "Prevention", {
                unset: "and attacks then reach the workloads",
                wrong: "and attacks then reach the workloads",
            });
        }),
    ],
});
