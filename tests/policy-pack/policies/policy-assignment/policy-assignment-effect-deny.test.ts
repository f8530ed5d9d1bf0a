import { policyAssignmentEffectDeny } from "../../../../policy-pack/policies/policy-assignment/policy-assignment-effect-deny";
import { classicPolicyAssignment, policyAssignment } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const https = "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d";
const audited = "`parameters.effect.value` is `Audit`, and what breaks the policy is let in; set it to `Deny`.";
const overridden = audited.replace("parameters.effect.value", "overrides[1].value");
const effect = (value: string) => ({ kind: "policyEffect", value });

testPolicy(policyAssignmentEffectDeny, {
    compliant: {
        Deny: policyAssignment(https, { effect: "Deny" }),
        "another casing": policyAssignment("95edb821-ddaf-4404-9732-666045e056b4", { effect: "deny" }),
        unset: policyAssignment(https),
        "Deny (classic)": classicPolicyAssignment(https, { effect: "Deny" }),
        "unset (classic)": classicPolicyAssignment(https, {}, { parameters: undefined }),
        "an override that denies": policyAssignment(https, {}, { overrides: [effect("deny")] }),
        "an override of something else": policyAssignment(
            https,
            {},
            { overrides: [{ kind: "definitionVersion", value: "1.*.*" }] },
        ),
        "no overrides": policyAssignment(https, {}, { overrides: [] }),
        "an override that denies (classic)": classicPolicyAssignment(https, {}, { overrides: [{ value: "Deny" }] }),
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
        "an override that audits": {
            ...policyAssignment(https, { effect: "Deny" }, { overrides: [effect("Deny"), effect("Audit")] }),
            message: overridden,
        },
        "an override without a value": {
            ...policyAssignment(https, {}, { overrides: [{ kind: "policyEffect" }] }),
            message: "`overrides[0].value` is unset, and an override without it says nothing; set it to `Deny`.",
        },
        "overrides that are no list": {
            ...policyAssignment(https, {}, { overrides: "Audit" }),
            message: "`overrides` is a string; set it to a list.",
        },
        "an override that audits (classic)": {
            ...classicPolicyAssignment(https, {}, { overrides: [{ value: "Deny" }, { value: "Audit" }] }),
            message: overridden,
        },
        "Audit (classic)": { ...classicPolicyAssignment(https, { effect: "Audit" }), message: audited },
    },
    undetermined: {
        "an unknown value": {
            ...policyAssignment(https, { effect: UNKNOWN }),
            undetermined: ["`parameters.effect.value` is not known before the update"],
        },
        "an override beside a parameter that is not known": {
            ...policyAssignment(https, { effect: UNKNOWN }, { overrides: [effect("Deny"), effect("Audit")] }),
            violations: [overridden],
            undetermined: ["`parameters.effect.value` is not known before the update"],
        },
        "an unknown override": {
            ...policyAssignment(https, {}, { overrides: [{ kind: "policyEffect", value: UNKNOWN }] }),
            undetermined: ["`overrides[0].value` is not known before the update"],
        },
    },
    notApplicable: {
        "an id that goes on behind that of a definition": {
            ...policyAssignment(`${https}/versions/1`, { effect: "Audit" }),
            reason: "assigns none of the definitions that deny by default",
        },
        "a definition of another kind": {
            ...policyAssignment("040732e8-d947-40b8-95d6-854c95024bf8", { effect: "Audit" }),
            reason: "assigns none of the definitions that deny by default",
        },
        "a definition that audits by default": {
            ...policyAssignment("098fc59e-46c7-4d99-9b16-64990e543d75", { effect: "Audit" }),
            reason: "assigns none of the definitions that deny by default",
        },
    },
});
