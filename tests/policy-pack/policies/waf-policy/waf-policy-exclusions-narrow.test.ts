import { wafPolicyExclusionsNarrow } from "../../../../policy-pack/policies/waf-policy/waf-policy-exclusions-narrow";
import { classicWafPolicy, wafPolicy } from "../../fixtures";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

const cookie = { matchVariable: "RequestCookieNames", selectorMatchOperator: "Equals", selector: "theme" };
const set = { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" };
const groups = [{ ruleGroupName: "SQLI", rules: [{ ruleId: "942440" }] }];
const noRule = "and no rule then looks at what is excluded; set it to the groups and rules that take it for an attack.";

function excluding(exclusions: unknown): Registered {
    return wafPolicy({ "managedRules.exclusions": exclusions });
}

function limitedTo(exclusionManagedRuleSets: unknown): Registered {
    return excluding([{ ...cookie, exclusionManagedRuleSets }]);
}

function classicLimitedTo(excludedRuleSet: unknown): Registered {
    return classicWafPolicy({ "managedRules.exclusions": [{ ...cookie, excludedRuleSet }] });
}

testPolicy(wafPolicyExclusionsNarrow, {
    compliant: {
        "no exclusions": wafPolicy(),
        "an empty list": excluding([]),
        "an exclusion for one rule": limitedTo([{ ...set, ruleGroups: groups }]),
        "an exclusion for one group": limitedTo([{ ...set, ruleGroups: [{ ruleGroupName: "SQLI" }] }]),
        "an exception for one rule": wafPolicy({
            "managedRules.exceptions": [{ exceptionManagedRuleSets: [{ ...set, ruleGroups: groups }] }],
        }),
        "an exclusion for one rule (classic)": classicLimitedTo({
            ruleGroups: [{ ruleGroupName: "SQLI", excludedRules: ["942440"] }],
        }),
    },
    violating: {
        "an exclusion from all rules": {
            ...excluding([cookie]),
            message: `\`managedRules.exclusions[0].exclusionManagedRuleSets\` is unset, ${noRule}`,
        },
        "an empty list of sets": {
            ...limitedTo([]),
            message: `\`managedRules.exclusions[0].exclusionManagedRuleSets\` is empty, ${noRule}`,
        },
        "an exclusion from all rules of a set": {
            ...limitedTo([{ ...set, ruleGroups: groups }, set]),
            message: `\`managedRules.exclusions[0].exclusionManagedRuleSets[1].ruleGroups\` is unset, ${noRule}`,
        },
        "a set with no groups": {
            ...limitedTo([{ ...set, ruleGroups: [] }]),
            message: `\`managedRules.exclusions[0].exclusionManagedRuleSets[0].ruleGroups\` is empty, ${noRule}`,
        },
        "an exception from all rules": {
            ...wafPolicy({ "managedRules.exceptions": [{ matchVariable: "RequestURI", values: ["/"] }] }),
            message: `\`managedRules.exceptions[0].exceptionManagedRuleSets\` is unset, ${noRule}`,
        },
        "an exclusion from all rules (classic)": {
            ...classicWafPolicy({ "managedRules.exclusions": [cookie] }),
            message: `\`managedRules.exclusions[0].excludedRuleSet\` is unset, ${noRule}`,
        },
        "an exclusion from all rules of a set (classic)": {
            ...classicLimitedTo({ type: "OWASP" }),
            message: `\`managedRules.exclusions[0].excludedRuleSet.ruleGroups\` is unset, ${noRule}`,
        },
        "a text for exclusions": {
            ...excluding("theme"),
            message: "`managedRules.exclusions` is a string; set it to a list.",
        },
    },
    undetermined: {
        "unknown sets": {
            ...excluding([{ exclusionManagedRuleSets: UNKNOWN }, cookie]),
            undetermined: ["`managedRules.exclusions[0].exclusionManagedRuleSets` is not known before the update"],
            violations: [`\`managedRules.exclusions[1].exclusionManagedRuleSets\` is unset, ${noRule}`],
        },
    },
});
