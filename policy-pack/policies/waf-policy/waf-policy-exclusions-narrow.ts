/**
 * What is excluded from all rules is a door in the firewall: whatever comes by that header, cookie or argument passes.
 *
 * Checked property:  WebApplicationFirewallPolicy `managedRules.exclusions`, `managedRules.exceptions`
 * Compliant values:  limited to groups of rules, or to single rules
 * When unset:        compliant (nothing is excluded)
 * Ruling:            PSRule refuses every exclusion; one for the rules that take something harmless for an attack is how a
 *                    firewall is made acquainted with a workload
 */
import { check, definePolicy, each } from "../../policy";
import type { Property } from "../../property";
import { webApplicationFirewallPolicy } from "../../resources/web-application-firewall-policy";

export const wafPolicyExclusionsNarrow = definePolicy({
    name: "waf-policy-exclusions-narrow",
    description: "Exclusions of web application firewalls must be limited to some rules.",
    remediationSteps: "Name the groups of rules, or the rules, that the exclusion is for.",
    severity: "medium",
    practice: 10,
    equivalents: ["psrule:AZR-000303"],
    checks: [
        check(webApplicationFirewallPolicy, function* ({ exclusions }) {
            yield* each(exclusions(), function* ({ sets, groups }) {
                const limits = groups();
                if (limits.length === 0) yield limitless(sets);
                yield* each(limits, function* (limit) {
                    if (limit.elements().length === 0) yield limitless(limit);
                });
            });
        }),
    ],
});

function limitless(property: Property): string {
    return `\`${property.path}\` is ${property.isGiven ? "empty" : "unset"}, and no rule then looks at what is excluded; set it to the groups and rules that take it for an attack.`;
}
