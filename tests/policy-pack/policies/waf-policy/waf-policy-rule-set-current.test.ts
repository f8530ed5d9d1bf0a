import { wafPolicyRuleSetCurrent } from "../../../../policy-pack/policies/waf-policy/waf-policy-rule-set-current";
import { classicWafPolicy, wafPolicy } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const attacks = { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.2" };
const bots = { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" };
const withSets = (managedRuleSets: unknown) => wafPolicy({ "managedRules.managedRuleSets": managedRuleSets });

const withoutAttacks =
    "`managedRules.managedRuleSets` is without `Microsoft_DefaultRuleSet`, and new attacks then reach the workloads; set it to a list with version `2.1` or newer.";
const withoutBots =
    "`managedRules.managedRuleSets` is without `Microsoft_BotManagerRuleSet`, and bots that are known to be bad then reach the workloads; set it to a list with version `1.0` or newer.";

testPolicy(wafPolicyRuleSetCurrent, {
    compliant: {
        "the oldest that pass": wafPolicy(),
        "the oldest that pass (classic)": classicWafPolicy(),
        "the newest": withSets([bots, attacks]),
        "a first number of two digits": withSets([{ ...attacks, ruleSetVersion: "10.0" }, bots]),
        "a version of one number": withSets([{ ...attacks, ruleSetVersion: "3" }, bots]),
        "a version of two digits": withSets([{ ...attacks, ruleSetVersion: "2.10" }, bots]),
    },
    violating: {
        "rules of OWASP": {
            ...withSets([{ ruleSetType: "OWASP", ruleSetVersion: "3.2" }, bots]),
            message: withoutAttacks,
        },
        "no rules against bots": { ...withSets([attacks]), message: withoutBots },
        "an old version": {
            ...withSets([{ ...attacks, ruleSetVersion: "2.0" }, bots]),
            message:
                "`managedRules.managedRuleSets[0].ruleSetVersion` is `2.0`, and new attacks then reach the workloads; set it to `2.1` or newer.",
        },
        ...Object.fromEntries(
            ["v3.0", "3.0-preview"].map((version) => [
                `version ${version}, which Azure does not have`,
                {
                    ...withSets([{ ...attacks, ruleSetVersion: version }, bots]),
                    message: `\`managedRules.managedRuleSets[0].ruleSetVersion\` is \`${version}\`, and new attacks then reach the workloads; set it to \`2.1\` or newer.`,
                },
            ]),
        ),
        "a version that is none": {
            ...withSets([attacks, { ...bots, ruleSetVersion: "latest" }]),
            message:
                "`managedRules.managedRuleSets[1].ruleSetVersion` is `latest`, and bots that are known to be bad then reach the workloads; set it to `1.0` or newer.",
        },
        unset: { ...withSets(undefined), message: [withoutAttacks, withoutBots] },
        "rules of OWASP (classic)": {
            ...classicWafPolicy({ "managedRules.managedRuleSets": [{ version: "3.2" }] }),
            message: [withoutAttacks, withoutBots],
        },
        "a version unset (classic)": {
            ...classicWafPolicy({
                "managedRules.managedRuleSets": [
                    { type: "Microsoft_DefaultRuleSet" },
                    { type: "Microsoft_BotManagerRuleSet", version: "1.1" },
                ],
            }),
            message:
                "`managedRules.managedRuleSets[0].version` is unset, and new attacks then reach the workloads; set it to `2.1` or newer.",
        },
        "a text for rules": {
            ...withSets("OWASP"),
            message: "`managedRules.managedRuleSets` is a string; set it to a list.",
            also: ["waf-policy-rules-enabled"],
        },
    },
    undetermined: {
        "an unknown version": {
            ...withSets([{ ...attacks, ruleSetVersion: UNKNOWN }, bots]),
            undetermined: ["`managedRules.managedRuleSets[0].ruleSetVersion` is not known before the update"],
        },
    },
});
