/**
 * The first definitions of Azure Policy for AKS are deprecated: an assignment of one looks like protection, and is none.
 *
 * Checked property:  PolicyAssignment `policyDefinitionId`
 * Compliant values:  every definition but the first generation for AKS, and the second one for hosts of ingresses
 * When unset:        not applicable (ARM refuses an assignment of nothing)
 * Ruling:            440b515e passes: it is deprecated as well, but still does what it says, and nothing replaces it
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { deprecation } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";

export const policyAssignmentDefinitionCurrent = definePolicy({
    name: "policy-assignment-definition-current",
    description: "Policy assignments must not assign definitions that judge no cluster any more.",
    remediationSteps: "Assign the definition that replaces it, with the parameters of that one.",
    severity: "high",
    practice: 9,
    equivalents: [],
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId: { path, effective } }) {
            if (effective === "") return notApplicable("assigns no definition");
            const found = deprecation(effective);
            if (found === undefined) return;
            const advice =
                found.successor === undefined
                    ? "a definition that judges AKS, once Azure has one (https://github.com/Azure/AKS/issues/5513)"
                    : quote(found.successor);
            yield `\`${path}\` is ${quote(effective)}, which is deprecated and judges no cluster; set it to ${advice}.`;
        }),
    ],
});
