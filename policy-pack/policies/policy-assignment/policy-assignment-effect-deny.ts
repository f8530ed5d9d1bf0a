/**
 * The definitions that practice 9 names refuse what breaks them; with another effect they only list it, or not even that.
 *
 * Checked property:  PolicyAssignment `parameters.effect`, of the definitions that practice 9 names
 * Compliant values:  `Deny`
 * When unset:        compliant (these definitions deny by default)
 * Ruling:            definitions that audit by default may audit: they are strict, and many charts break them
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { kubernetesDefinition } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";
import { text } from "../../setting";

export const policyAssignmentEffectDeny = definePolicy({
    name: "policy-assignment-effect-deny",
    description: "Policy assignments of the practices should deny.",
    remediationSteps: "Leave the effect out, or set Deny once nothing that runs breaks the policy.",
    severity: "medium",
    practice: 9,
    equivalents: [],
    advisory: "an audit is the way to introduce a policy where workloads exist",
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId, parameter }) {
            if (kubernetesDefinition(policyDefinitionId.effective)?.deniesByDefault !== true) {
                return notApplicable("assigns none of the definitions that deny by default");
            }
            const effect = text(parameter("effect"), "Deny");
            if (effect.effective.toLowerCase() === "deny") return;
            yield* mustBe(effect, "Deny", {
                unset: "and the definition then denies",
                wrong: "and what breaks the policy is let in",
            });
        }),
    ],
});
