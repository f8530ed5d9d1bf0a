/**
 * A registry that every address reaches is one leaked token away from being read, or written, by anybody.
 *
 * Checked property:  Registry `publicNetworkAccess`, `networkRuleSet.defaultAction`, `networkRuleSet.ipRules[*]`
 * Compliant values:  no public endpoint, or a firewall that denies all but some networks
 * When unset:        violation (the firewall allows every address by default)
 * Ruling:            a public endpoint with a firewall passes; registry-public-network-access-disabled advises more
 */
import { parseIpRange } from "../../values/ip-range";
import { mustBe, quote } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { registry } from "../../resources/registry";

export const registryNetworkAccessLimited = definePolicy({
    name: "registry-network-access-limited",
    description: "Container registries must be closed to networks that do not need them.",
    remediationSteps:
        "Disable public network access, or let the firewall deny all but the networks that need the registry.",
    severity: "high",
    practice: 8,
    equivalents: ["azure-policy:d0793b48-0edc-4296-a390-4c75d1bdfd71", "psrule:AZR-000402"],
    checks: [
        check(registry, function* ({ publicNetworkAccess, defaultAction }) {
            if (publicNetworkAccess.known === "Disabled" || defaultAction.effective === "Deny") return;
            // Asked only now, because it decides only where the firewall is open.
            if (publicNetworkAccess.effective === "Disabled") return;
            yield* mustBe(defaultAction, "Deny", { unset: "and every address then reaches the registry" });
        }),
        check(registry, function* ({ publicNetworkAccess, ipRanges }) {
            if (publicNetworkAccess.known === "Disabled") return notApplicable("the registry has no public endpoint");
            yield* each(ipRanges(), function* (range) {
                const parsed = parseIpRange(range.string() ?? "");
                if (parsed?.prefixLength !== 0) return;
                yield `\`${range.path}\` is ${quote(parsed.network)}, which is the whole internet; set it to a network that needs the registry.`;
            });
        }),
    ],
});
