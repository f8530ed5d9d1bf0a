import { policyAssignmentBaselineEnforced } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-baseline-enforced";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const initiative = (guid: string) => ({
    policyDefinitionId: `/providers/Microsoft.Authorization/policySetDefinitions/${guid}`,
});
const baseline = initiative("a8640138-9b0a-4a28-b8cb-1666c838647d");
const restricted = initiative("42b8ef37-b724-4e24-bbc8-7a7708edfe00");

const path = "`parameters.effect.value`";
const audits = `${path} is unset, and the initiative then only audits; set it to \`Deny\`.`;
const letsIn = `${path} is \`Audit\`, and pods that break the standard are let in; set it to \`Deny\`.`;

testPolicy(policyAssignmentBaselineEnforced, {
    compliant: {
        Deny: policyAssignment("", { effect: "Deny" }, baseline),
        "another casing": policyAssignment("", { effect: "deny" }, baseline),
        "Deny (classic)": classicPolicyAssignment("", { effect: "Deny" }, baseline),
    },
    violating: {
        Audit: { ...policyAssignment("", { effect: "Audit" }, baseline), message: letsIn },
        unset: { ...policyAssignment("", {}, baseline), message: audits },
        "a boolean": {
            ...policyAssignment("", { effect: true }, baseline),
            message: `${path} is a boolean; set it to a string.`,
        },
        "Audit (classic)": { ...classicPolicyAssignment("", { effect: "Audit" }, baseline), message: letsIn },
        "unset (classic)": { ...classicPolicyAssignment("", {}, baseline), message: audits },
    },
    undetermined: {
        "an unknown value": {
            ...policyAssignment("", { effect: UNKNOWN }, baseline),
            undetermined: [`${path} is not known before the update`],
        },
    },
    notApplicable: {
        "the Restricted standard": {
            ...policyAssignment("", { effect: "Audit" }, restricted),
            reason: "does not assign the Baseline standard",
        },
    },
});
