/**
 * An assignment that is not enforced tells what it would refuse, and refuses nothing.
 *
 * Checked property:  PolicyAssignment `enforcementMode`, of built-in definitions for Kubernetes
 * Compliant values:  `Default`
 * When unset:        compliant (ARM enforces by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { kubernetesDefinition } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";

export const policyAssignmentEnforced = definePolicy({
    name: "policy-assignment-enforced",
    description: "Policy assignments for clusters should be enforced.",
    remediationSteps: "Enforce the assignment once its compliance view shows what it would have refused.",
    severity: "medium",
    practice: 9,
    equivalents: [],
    advisory: "a dry run is the way to introduce a policy where workloads exist",
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId, enforcementMode }) {
            if (kubernetesDefinition(policyDefinitionId.effective) === undefined) {
                return notApplicable("assigns no built-in definition for Kubernetes");
            }
            if (enforcementMode.effective.toLowerCase() === "default") return;
            yield* mustBe(enforcementMode, "Default", {
                wrong: "and the policy then refuses nothing",
            });
        }),
    ],
});
