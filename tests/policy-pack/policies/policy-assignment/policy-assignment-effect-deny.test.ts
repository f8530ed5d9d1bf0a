import { policyAssignmentEffectDeny } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-effect-deny";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const https = "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d";
const audited = "`parameters.effect.value` is `Audit`, and what breaks the policy is let in; set it to `Deny`.";

testPolicy(policyAssignmentEffectDeny, {
    compliant: {
        Deny: policyAssignment(https, { effect: "Deny" }),
        "another casing": policyAssignment("95edb821-ddaf-4404-9732-666045e056b4", { effect: "deny" }),
        unset: policyAssignment(https),
        "Deny (classic)": classicPolicyAssignment(https, { effect: "Deny" }),
        "unset (classic)": classicPolicyAssignment(https, {}, { parameters: undefined }),
    },
    violating: {
        Audit: { ...policyAssignment(https, { effect: "Audit" }), message: audited },
        Disabled: {
            ...policyAssignment(https, { effect: "Disabled" }),
            message: "`parameters.effect.value` is `Disabled`, and what breaks the policy is let in; set it to `Deny`.",
        },
        "a boolean": {
            ...policyAssignment(https, { effect: true }),
            message: "`parameters.effect.value` is a boolean; set it to a string.",
        },
        "Audit (classic)": { ...classicPolicyAssignment(https, { effect: "Audit" }), message: audited },
    },
    undetermined: {
        "an unknown value": {
            ...policyAssignment(https, { effect: UNKNOWN }),
            undetermined: ["`parameters.effect.value` is not known before the update"],
        },
    },
    notApplicable: {
        "a definition that audits by default": {
            ...policyAssignment("098fc59e-46c7-4d99-9b16-64990e543d75", { effect: "Audit" }),
            reason: "assigns none of the definitions that deny by default",
        },
    },
});
