/**
 * The initiative of the Baseline pod security standard audits by default: pods that reach the node start all the same.
 *
 * Checked property:  PolicyAssignment `parameters.effect`, of the initiative of the Baseline standard
 * Compliant values:  `Deny`
 * When unset:        violation (the initiative audits by default)
 * Ruling:            the Restricted standard may audit: many charts break it, and AKS itself enforces Baseline at most
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { baselineStandard, builtInGuid } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";
import { text } from "../../setting";

export const policyAssignmentBaselineEnforced = definePolicy({
    name: "policy-assignment-baseline-enforced",
    description: "Assignments of the Baseline pod security standard should deny.",
    remediationSteps: "Set the effect Deny, and exclude the namespaces of what must reach the node.",
    severity: "high",
    practice: 6,
    equivalents: [],
    advisory: "the standard may be enforced by the Restricted one, by labels of namespaces or by deployment safeguards",
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId, parameter }) {
            if (builtInGuid(policyDefinitionId.effective) !== baselineStandard) {
                return notApplicable("does not assign the Baseline standard");
            }
            const effect = text(parameter("effect"), "Audit");
            if (effect.effective.toLowerCase() === "deny") return;
            yield* mustBe(effect, "Deny", {
                unset: "and the initiative then only audits",
                wrong: "and pods that break the standard are let in",
            });
        }),
    ],
});
