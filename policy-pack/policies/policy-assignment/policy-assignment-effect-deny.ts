/**
 * The definitions that practice 9 names refuse what breaks them; with another effect they only list it, or not even that.
 *
 * Checked property:  PolicyAssignment `parameters.effect` and `overrides` of the effect, of the definitions that practice 9 names
 * Compliant values:  `Deny`
 * When unset:        compliant (these definitions deny by default)
 * Ruling:            definitions that audit by default may audit: they are strict, and many charts break them
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, guarded, notApplicable, type Judgement } from "../../policy";
import { kubernetesDefinition } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";
import { text, type Setting } from "../../setting";

export const policyAssignmentEffectDeny = definePolicy({
    name: "policy-assignment-effect-deny",
    description: "Policy assignments of the practices should deny.",
    remediationSteps: "Leave the effect out, or set Deny once nothing that runs breaks the policy.",
    severity: "medium",
    practice: 9,
    equivalents: [],
    advisory: "an audit is the way to introduce a policy where workloads exist",
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId, parameter, effectOverrides }) {
            if (kubernetesDefinition(policyDefinitionId.effective)?.deniesByDefault !== true) {
                return notApplicable("assigns none of the definitions that deny by default");
            }
            yield* guarded(() => each(effectOverrides(), denies));
            yield* denies(text(parameter("effect"), "Deny"));
            return undefined;
        }),
    ],
});

function* denies(effect: Setting<string>): Judgement {
    if (effect.effective.toLowerCase() === "deny") return;
    yield* mustBe(effect, "Deny", {
        unset: "and an override without it says nothing",
        wrong: "and what breaks the policy is let in",
    });
}
