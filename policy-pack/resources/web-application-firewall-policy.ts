import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { choice, list, wordFlag, type Setting } from "../setting";
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
    };
}
