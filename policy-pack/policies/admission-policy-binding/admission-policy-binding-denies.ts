/**
 * A policy that only warns or audits holds nothing: the object is let in.
 *
 * Checked property:  ValidatingAdmissionPolicyBinding `spec.validationActions`
 * Compliant values:  a list with `Deny`
 * When unset:        violation (Kubernetes refuses the binding); not applicable to a patch without it
 */
import { check, definePolicy, notApplicable, some } from "../../policy";
import { admissionPolicyBinding } from "../../resources/admission-policy";

export const admissionPolicyBindingDenies = definePolicy({
    name: "admission-policy-binding-denies",
    description: "Bindings of admission policies must deny what breaks the policy.",
    remediationSteps: "Deny, once nothing that must run breaks the policy any more.",
    severity: "medium",
    practice: 6,
    equivalents: [],
    checks: [
        check(admissionPolicyBinding, function* ({ validationActions, isPatch }) {
            const { path } = validationActions;
            const actions = validationActions.list();
            if (actions === undefined && isPatch) return notApplicable("the patch leaves the actions alone");
            if (some(...(actions ?? []).map((action) => () => action.string() === "Deny"))) return undefined;
            const found = actions === undefined ? "unset" : "without `Deny`";
            yield `\`${path}\` is ${found}, and what breaks the policy is let in; set it to \`["Deny"]\`.`;
            return undefined;
        }),
    ],
});
