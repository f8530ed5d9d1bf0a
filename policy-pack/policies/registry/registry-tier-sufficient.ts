/**
 * The tier decides what a registry can do: below Premium it can neither be closed to networks nor reached by a private
 * endpoint, and Basic is made for learning.
 *
 * Checked property:  Registry `sku.name`
 * Compliant values:  those of parameter `tiers`, by default `Standard` and `Premium`
 * When unset:        violation (a registry has no tier by default)
 */
import { alternatives, quote } from "../../message";
import { check, definePolicy } from "../../policy";
import { registry } from "../../resources/registry";

interface Config {
    readonly tiers: readonly string[];
}

export const registryTierSufficient = definePolicy<Config>({
    name: "registry-tier-sufficient",
    description: "Container registries should have a tier for production.",
    remediationSteps: "Set the tier of the registry to `Premium`, which can be closed to networks.",
    severity: "low",
    practice: "beyond",
    equivalents: ["psrule:AZR-000006", "checkov:CKV_AZURE_163"],
    advisory: "a tier costs by the day, and what is gained by it is demanded by policies of its own",
    configSchema: {
        properties: {
            tiers: {
                type: "array",
                items: { type: "string" },
                default: ["Standard", "Premium"],
                description: "Tiers that registries may have.",
            },
        },
    },
    checks: [
        check(registry, function* ({ tier }, { tiers }) {
            if (tiers.some((allowed) => allowed.toLowerCase() === tier.effective.toLowerCase())) return;
            const found = tier.value === undefined ? "unset" : quote(tier.value);
            yield `\`${tier.path}\` is ${found}, a tier that is not for production; set it to ${alternatives(tiers)}.`;
        }),
    ],
});
