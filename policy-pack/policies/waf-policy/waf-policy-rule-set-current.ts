/**
 * Rules of yesterday know the attacks of yesterday, and take more of what is harmless for an attack.
 *
 * Checked property:  WebApplicationFirewallPolicy `managedRules.managedRuleSets`
 * Compliant values:  `Microsoft_DefaultRuleSet` 2.1 or newer, and `Microsoft_BotManagerRuleSet` 1.0 or newer
 * When unset:        violation (there are no rules)
 * Ruling:            `OWASP` is not enough: its last version, 3.2, is the one before the rules of Microsoft
 */
import { quote } from "../../message";
import { check, definePolicy, each, type Finding } from "../../policy";
import type { Setting } from "../../setting";
import type { Property } from "../../property";
import { webApplicationFirewallPolicy, type RuleSet } from "../../resources/web-application-firewall-policy";

interface Demand {
    readonly type: string;
    readonly oldest: string;
    readonly consequence: string;
}

/** What every policy must have. */
const demands: readonly Demand[] = [
    {
        type: "Microsoft_DefaultRuleSet",
        oldest: "2.1",
        consequence: "and new attacks then reach the workloads",
    },
    {
        type: "Microsoft_BotManagerRuleSet",
        oldest: "1.0",
        consequence: "and bots that are known to be bad then reach the workloads",
    },
];

export const wafPolicyRuleSetCurrent = definePolicy({
    name: "waf-policy-rule-set-current",
    description: "Web application firewalls must have current rules against attacks and bots.",
    remediationSteps: "Set `Microsoft_DefaultRuleSet` and `Microsoft_BotManagerRuleSet` in their newest versions.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:ebea0d86-7fbd-42e3-8a46-27e7568c2525", "psrule:AZR-000304"],
    checks: [
        check(webApplicationFirewallPolicy, function* ({ managedRuleSets, ruleSet }) {
            const sets = managedRuleSets.effective.map(ruleSet);
            yield* each(demands, (demand) => judge(demand, sets, managedRuleSets));
        }),
    ],
});

function* judge(
    { type, oldest, consequence }: Demand,
    sets: readonly RuleSet[],
    list: Setting<readonly Property[]>,
): Generator<Finding> {
    const found = sets.find((set) => set.type.effective === type);
    if (found === undefined) {
        yield `\`${list.path}\` is without ${quote(type)}, ${consequence}; set it to a list with version ${quote(oldest)} or newer.`;
        return;
    }
    const version = found.version.string();
    if (version === undefined) {
        yield `\`${found.version.path}\` is unset, ${consequence}; set it to ${quote(oldest)} or newer.`;
    } else if (isOlder(version, oldest)) {
        yield `\`${found.version.path}\` is ${quote(version)}, ${consequence}; set it to ${quote(oldest)} or newer.`;
    }
}

/** Compares numbers with points; what is no such number is taken for old. */
function isOlder(version: string, oldest: string): boolean {
    if (!/^\d+(\.\d+)*$/.test(version)) return true;
    return version.localeCompare(oldest, "en", { numeric: true }) < 0;
}
