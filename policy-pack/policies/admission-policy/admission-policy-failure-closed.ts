/**
 * An expression that cannot be evaluated is one that an object can be written for: what fails must be refused.
 *
 * Checked property:  ValidatingAdmissionPolicy `spec.failurePolicy`
 * Compliant values:  `Fail`
 * When unset:        compliant (Kubernetes refuses the object)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { admissionPolicy } from "../../resources/admission-policy";

export const admissionPolicyFailureClosed = definePolicy({
    name: "admission-policy-failure-closed",
    description: "Admission policies must refuse what they cannot evaluate.",
    remediationSteps: "Leave the failure policy at its default.",
    severity: "medium",
    practice: 6,
    equivalents: [],
    checks: [
        check(admissionPolicy, function* ({ failurePolicy }) {
            yield* mustBe(failurePolicy, "Fail", {
                wrong: "and an object that its expressions cannot read is let in",
            });
        }),
    ],
});
