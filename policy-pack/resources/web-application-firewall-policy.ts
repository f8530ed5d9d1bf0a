import { quote } from "../message";
import type { ResourceKind } from "../policy";
import { Property, spelt } from "../property";
import { choice, flag, list, text, wordFlag, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** A policy of the web application firewall of gateways, in ARM's names and meanings. */
export interface WebApplicationFirewallPolicy {
    /** `Enabled` or `Disabled`. */
    readonly state: Setting<string>;
    /** `Prevention` or `Detection`. */
    readonly mode: Setting<string>;
    readonly managedRuleSets: Setting<readonly Property[]>;
    /** The name and the version of one of `managedRuleSets`. */
    readonly ruleSet: (set: Property) => RuleSet;
    /** Whether bodies of requests are looked at. */
    readonly requestBodyCheck: Setting<boolean>;
    /** Parts of requests, and requests, that rules do not look at: what each is limited to. */
    readonly exclusions: () => Iterable<ExcludedRules>;
    /** Changes to the rules of a set, by group. */
    readonly overrides: (set: Property) => Iterable<GroupOverride>;
}

/** The rules that an exclusion keeps from looking: all of them where nothing is given. */
export interface ExcludedRules {
    /** The sets as a whole. */
    readonly sets: Property;
    /** The groups of each set. */
    readonly groups: () => readonly Property[];
}

/** A change to the rules of one group. */
export interface GroupOverride {
    /** The rules as a whole: all of the group where nothing is given. */
    readonly rules: Property;
    /** The rules one by one, or `undefined` where all of the group are meant. */
    readonly entries: () => readonly RuleOverride[] | undefined;
}

/** A change to one rule. */
export interface RuleOverride {
    readonly id: Property;
    /** `Enabled` or `Disabled`. */
    readonly state: Setting<string>;
    /** What is done with requests that the rule finds; empty where that is not changed. */
    readonly action: Setting<string>;
}

/** Rules that Microsoft writes. */
export interface RuleSet {
    readonly type: Setting<string>;
    readonly version: Property;
}

const isNative = azureNative("network", "WebApplicationFirewallPolicy");
const isClassic = azureClassic("waf", "Policy");

const states = { true: "Enabled", false: "Disabled" };
const modes = ["Prevention", "Detection"];
const actions = ["AnomalyScoring", "Allow", "Block", "Log", "JSChallenge", "CAPTCHA"];
const types = ["OWASP", "Microsoft_DefaultRuleSet", "Microsoft_BotManagerRuleSet"];

/** Firewall policies of gateways: WebApplicationFirewallPolicy of azure-native, Policy of the classic provider. */
export const webApplicationFirewallPolicy: ResourceKind<WebApplicationFirewallPolicy> = {
    name: "WebApplicationFirewallPolicy",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? native(properties) : classic(properties);
    },
};

/** Each property is a getter: making a view reads nothing. */
function native(policy: Property): WebApplicationFirewallPolicy {
    return {
        get state() {
            return choice(policy.in("policySettings", "state"), Object.values(states), "Disabled");
        },
        get mode() {
            return choice(policy.in("policySettings", "mode"), modes, "Detection");
        },
        get managedRuleSets() {
            return list(policy.in("managedRules", "managedRuleSets"));
        },
        ruleSet: (set) => ({ type: choice(set.at("ruleSetType"), types, ""), version: set.at("ruleSetVersion") }),
        get requestBodyCheck() {
            return flag(policy.in("policySettings", "requestBodyCheck"), true);
        },
        *exclusions() {
            const rules = policy.at("managedRules");
            for (const [list, sets] of [
                ["exclusions", "exclusionManagedRuleSets"],
                ["exceptions", "exceptionManagedRuleSets"],
            ] as const) {
                for (const entry of rules.at(list).elements()) yield excluded(entry.at(sets));
            }
        },
        *overrides(set) {
            for (const override of set.at("ruleGroupOverrides").elements()) {
                yield ofGroup(override.at("rules"), (rule) => ({
                    id: rule.at("ruleId"),
                    state: choice(rule.at("state"), Object.values(states), "Disabled"),
                    action: choice(rule.at("action"), actions, ""),
                }));
            }
        },
    };
}

function excluded(sets: Property): ExcludedRules {
    return { sets, groups: () => sets.elements().map((set) => set.at("ruleGroups")) };
}

function ofGroup(rules: Property, entry: (rule: Property) => RuleOverride): GroupOverride {
    return {
        rules,
        entries() {
            const found = rules.elements();
            return found.length === 0 ? undefined : found.map(entry);
        },
    };
}

/** The classic provider enables and prevents unless it is told otherwise. */
function classic(policy: Property): WebApplicationFirewallPolicy {
    return {
        get state() {
            return wordFlag(policy.in("policySettings", "enabled"), states, true);
        },
        get mode() {
            return choice(policy.in("policySettings", "mode"), modes, "Prevention");
        },
        get managedRuleSets() {
            return list(policy.in("managedRules", "managedRuleSets"));
        },
        ruleSet: (set) => ({
            type: choice(spelt(set.at("type"), set.at("ruleSetType")), types, "OWASP"),
            version: set.at("version"),
        }),
        get requestBodyCheck() {
            return flag(policy.in("policySettings", "requestBodyCheck"), true);
        },
        *exclusions() {
            for (const exclusion of policy.in("managedRules", "exclusions").elements()) {
                const set = exclusion.at("excludedRuleSet");
                yield { sets: set, groups: () => (set.isGiven ? [set.at("ruleGroups")] : []) };
            }
        },
        *overrides(set) {
            for (const override of set.at("ruleGroupOverrides").elements()) {
                const { rules, entries } = ofGroup(override.at("rules"), (rule) => ({
                    id: rule.at("id"),
                    state: wordFlag(rule.at("enabled"), states, false),
                    action: choice(rule.at("action"), actions, ""),
                }));
                const disabled = override.at("disabledRules");
                yield { rules, entries: () => joined(entries(), disabled.elements()) };
            }
        },
    };
}

/** Version 5 has a list of rules that are off, too. */
function joined(
    rules: readonly RuleOverride[] | undefined,
    disabled: readonly Property[],
): readonly RuleOverride[] | undefined {
    if (disabled.length === 0) return rules;
    return [
        ...(rules ?? []),
        ...disabled.map((id) => ({ id, state: off(id), action: text(Property.root(undefined, id.path), "") })),
    ];
}

/** A rule that is off because it is listed. */
function off(id: Property): Setting<string> {
    const { false: value } = states;
    const spell = (word: string) => (word === value ? quote(id.string() ?? "") : "nothing");
    return { path: id.path, known: value, value, effective: value, spell };
}
