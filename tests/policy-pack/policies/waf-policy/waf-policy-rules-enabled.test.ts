import { wafPolicyRulesEnabled } from "../../../../policy-pack/policies/waf-policy/waf-policy-rules-enabled";
import { classicWafPolicy, wafPolicy } from "../../fixtures";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

const bots = { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.0" };
const attacks = { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" };
const rules = "managedRules.managedRuleSets[0].ruleGroupOverrides[0].rules";
const reaches = "and what the rule was made for reaches the workloads";

function overriding(ruleGroupOverrides: unknown): Registered {
    return wafPolicy({ "managedRules.managedRuleSets": [{ ...attacks, ruleGroupOverrides }, bots] });
}

function withRules(...rulesOfGroup: unknown[]): Registered {
    return overriding([{ ruleGroupName: "JAVA", rules: rulesOfGroup }]);
}

function classicOverriding(override: object): Registered {
    return classicWafPolicy({
        "managedRules.managedRuleSets": [
            {
                type: "Microsoft_DefaultRuleSet",
                version: "2.1",
                ruleGroupOverrides: [{ ruleGroupName: "JAVA", ...override }],
            },
            { type: "Microsoft_BotManagerRuleSet", version: "1.0" },
        ],
    });
}

testPolicy(wafPolicyRulesEnabled, {
    compliant: {
        "no changes": wafPolicy(),
        "an empty list": overriding([]),
        "a rule that is enabled": withRules({ ruleId: "944240", state: "Enabled", action: "Block" }),
        "another case": withRules({ ruleId: "944240", state: "enabled", action: "anomalyScoring" }),
        "a rule that may be off": {
            ...withRules({ ruleId: "944240", state: "Disabled" }),
            config: { disabledRules: ["944240"] },
        },
        "a rule whose action may be to log": {
            ...withRules({ ruleId: "944240", state: "Enabled", action: "Log" }),
            config: { disabledRules: ["944240"] },
        },
        "good bots that are let pass": wafPolicy({
            "managedRules.managedRuleSets": [
                attacks,
                {
                    ...bots,
                    ruleGroupOverrides: [
                        {
                            ruleGroupName: "GoodBots",
                            rules: [{ ruleId: "Bot200100", state: "Enabled", action: "Allow" }],
                        },
                    ],
                },
            ],
        }),
        "an id that is not known, of a rule that is enabled": withRules({ ruleId: UNKNOWN, state: "Enabled" }),
        "a rule that is enabled (classic)": classicOverriding({ rules: [{ id: "944240", enabled: true }] }),
        "a list of rules that may be off (classic)": {
            ...classicOverriding({ disabledRules: ["944240"] }),
            config: { disabledRules: ["944240"] },
        },
    },
    violating: {
        "a rule that is off": {
            ...withRules({ ruleId: "944240", state: "Disabled" }),
            message: `\`${rules}[0].state\` is \`Disabled\`, ${reaches}; set it to \`Enabled\`.`,
        },
        "a rule without a state": {
            ...withRules({ ruleId: "944240", action: "Block" }),
            message: `\`${rules}[0].state\` is unset, and the rule is then off; set it to \`Enabled\`.`,
        },
        "a rule beside one that may be off": {
            ...withRules({ ruleId: "944240", state: "Disabled" }, { ruleId: "944250", state: "Disabled" }),
            config: { disabledRules: ["944240"] },
            message: `\`${rules}[1].state\` is \`Disabled\`, ${reaches}; set it to \`Enabled\`.`,
        },
        "rules that write down, and let pass": {
            ...withRules(
                { ruleId: "944240", state: "Enabled", action: "Log" },
                { ruleId: "944250", state: "Enabled", action: "allow" },
            ),
            message: [
                `\`${rules}[0].action\` is \`Log\`, and what the rule finds reaches the workloads; set it to \`AnomalyScoring\` or \`Block\`.`,
                `\`${rules}[1].action\` is \`Allow\`, and what the rule finds reaches the workloads; set it to \`AnomalyScoring\` or \`Block\`.`,
            ],
        },
        "a group that is off": {
            ...overriding([{ ruleGroupName: "JAVA" }]),
            message: `\`${rules}\` is unset, and all rules of the group are then off; set it to rules that are enabled.`,
        },
        "a group with no rules": {
            ...withRules(),
            message: `\`${rules}\` is empty, and all rules of the group are then off; set it to rules that are enabled.`,
        },
        "a rule against bots that is off": {
            ...wafPolicy({
                "managedRules.managedRuleSets": [
                    attacks,
                    { ...bots, ruleGroupOverrides: [{ ruleGroupName: "BadBots", rules: [{ ruleId: "Bot100100" }] }] },
                ],
            }),
            message:
                "`managedRules.managedRuleSets[1].ruleGroupOverrides[0].rules[0].state` is unset, and the rule is then off; set it to `Enabled`.",
        },
        "a rule that is off (classic)": {
            ...classicOverriding({ rules: [{ id: "944240", enabled: false }] }),
            message: `\`${rules}[0].enabled\` is \`false\`, ${reaches}; set it to \`true\`.`,
        },
        "a rule without a state (classic)": {
            ...classicOverriding({ rules: [{ id: "944240", action: "Block" }] }),
            message: `\`${rules}[0].enabled\` is unset, and the rule is then off; set it to \`true\`.`,
        },
        "a group that is off (classic)": {
            ...classicOverriding({}),
            message: `\`${rules}\` is unset, and all rules of the group are then off; set it to rules that are enabled.`,
        },
        "a list of rules that are off (classic)": {
            ...classicOverriding({ disabledRules: ["944240"] }),
            message: `\`managedRules.managedRuleSets[0].ruleGroupOverrides[0].disabledRules[0]\` is \`944240\`, ${reaches}; set it to nothing.`,
        },
        "a text for changes": {
            ...overriding("JAVA"),
            message: "`managedRules.managedRuleSets[0].ruleGroupOverrides` is a string; set it to a list.",
        },
    },
    undetermined: {
        "an unknown state": {
            ...withRules({ ruleId: "944240", state: UNKNOWN }, { ruleId: "944250", state: "Disabled" }),
            undetermined: [`\`${rules}[0].state\` is not known before the update`],
            violations: [`\`${rules}[1].state\` is \`Disabled\`, ${reaches}; set it to \`Enabled\`.`],
        },
        "an unknown id of a rule that is off": {
            ...withRules({ ruleId: UNKNOWN, state: "Disabled" }),
            undetermined: [`\`${rules}[0].ruleId\` is not known before the update`],
        },
    },
});
