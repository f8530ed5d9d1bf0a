/**
 * A rule that is off, or that only writes down what it finds, lets the attacks pass that it was made for.
 *
 * Checked property:  WebApplicationFirewallPolicy `managedRules.managedRuleSets[*].ruleGroupOverrides`
 * Compliant values:  no group without its rules, and no rule that is `Disabled` or whose action is `Allow` or `Log`, but for
 *                    those of parameter `disabledRules`
 * When unset:        compliant (every rule is as Microsoft made it); a rule that is listed without a state is off, and a
 *                    group that is listed without rules too
 * Ruling:            actions of rules against bots are not judged: those for good bots let pass by design
 */
import { quote } from "../../message";
import { check, definePolicy, each, type Judgement } from "../../policy";
import {
    webApplicationFirewallPolicy,
    type GroupOverride,
    type RuleOverride,
} from "../../resources/web-application-firewall-policy";

interface Config {
    readonly disabledRules: readonly string[];
}

export const wafPolicyRulesEnabled = definePolicy<Config>({
    name: "waf-policy-rules-enabled",
    description: "Web application firewalls must not have rules that are turned off.",
    remediationSteps: "Enable the rule, and exclude from it the part of requests that it takes for an attack.",
    severity: "medium",
    practice: 10,
    equivalents: ["checkov:CKV_AZURE_135"],
    configSchema: {
        properties: {
            disabledRules: {
                type: "array",
                items: { type: "string" },
                default: [],
                description: "Ids of rules that may be off, for example `920300`.",
            },
        },
    },
    checks: [
        check(webApplicationFirewallPolicy, function* ({ managedRuleSets, ruleSet, overrides }, { disabledRules }) {
            yield* each(managedRuleSets.effective, function* (set) {
                const actionsCount = () => ruleSet(set).type.effective !== "Microsoft_BotManagerRuleSet";
                yield* each(overrides(set), (override) => judge(override, disabledRules, actionsCount));
            });
        }),
    ],
});

function* judge(
    { rules, entries }: GroupOverride,
    mayBeOff: readonly string[],
    actionsCount: () => boolean,
): Judgement {
    const found = entries();
    if (found === undefined) {
        yield `\`${rules.path}\` is ${rules.isGiven ? "empty" : "unset"}, and all rules of the group are then off; set it to rules that are enabled.`;
        return;
    }
    yield* each(found, (rule) => judgeRule(rule, mayBeOff, actionsCount));
}

function* judgeRule(
    { id, state, action }: RuleOverride,
    mayBeOff: readonly string[],
    actionsCount: () => boolean,
): Judgement {
    // The id is asked only where it decides.
    const isForbidden = () => !mayBeOff.includes(id.string() ?? "");
    if (state.effective === "Disabled") {
        if (!isForbidden()) return;
        const found = state.value === undefined ? "unset, and the rule is then off" : wordsOf(state.spell(state.value));
        yield `\`${state.path}\` is ${found}; set it to ${state.spell("Enabled")}.`;
    } else if (["Allow", "Log"].includes(action.effective) && actionsCount() && isForbidden()) {
        yield `\`${action.path}\` is ${quote(action.effective)}, and what the rule finds reaches the workloads; set it to \`AnomalyScoring\` or \`Block\`.`;
    }
}

function wordsOf(found: string): string {
    return `${found}, and what the rule was made for reaches the workloads`;
}
