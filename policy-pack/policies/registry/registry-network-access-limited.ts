/**
 * A registry that every address reaches is one leaked token away from being read, or written, by anybody.
 *
 * Checked property:  Registry `publicNetworkAccess`, `networkRuleSet.defaultAction`, `networkRuleSet.ipRules[*]`
 * Compliant values:  no public endpoint, or a firewall that denies all but some narrow networks
 * When unset:        violation (the firewall allows every address by default)
 * Ruling:            a public endpoint with a firewall passes; registry-public-network-access-disabled advises more
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { registry } from "../../resources/registry";
import { mustBeNarrow, widest, type Widest } from "../../values/narrow-range";

export const registryNetworkAccessLimited = definePolicy<Widest>({
    name: "registry-network-access-limited",
    description: "Container registries must be closed to networks that do not need them.",
    remediationSteps:
        "Disable public network access, or let the firewall deny all but the networks that need the registry.",
    severity: "high",
    practice: 8,
    equivalents: ["azure-policy:d0793b48-0edc-4296-a390-4c75d1bdfd71", "psrule:AZR-000402"],
    configSchema: widest,
    checks: [
        check(registry, function* ({ publicNetworkAccess, defaultAction }) {
            if (publicNetworkAccess.known === "Disabled" || defaultAction.effective === "Deny") return;
            // Asked only now, because it decides only where the firewall is open.
            if (publicNetworkAccess.effective === "Disabled") return;
            yield* mustBe(defaultAction, "Deny", { unset: "and every address then reaches the registry" });
        }),
        check(registry, function* ({ publicNetworkAccess, ipRanges }, config) {
            if (publicNetworkAccess.known === "Disabled") return notApplicable("the registry has no public endpoint");
            yield* each(ipRanges(), (range) => mustBeNarrow(range, config));
            return undefined;
        }),
    ],
});
