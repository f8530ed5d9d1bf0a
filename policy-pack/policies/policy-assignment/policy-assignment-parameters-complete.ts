/**
 * Some definitions need values that only their user knows; ARM refuses an assignment without them, in the middle of an
 * update.
 *
 * Checked property:  PolicyAssignment `parameters`, of built-in definitions for Kubernetes
 * Compliant values:  every parameter that has no default is given, and is not empty
 * When unset:        violation where the definition has such a parameter
 */
import { check, definePolicy, each, notApplicable } from "../../policy";
import { kubernetesDefinition } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";

export const policyAssignmentParametersComplete = definePolicy({
    name: "policy-assignment-parameters-complete",
    description: "Policy assignments must give every parameter that their definition has no default for.",
    remediationSteps: "Give the parameter the value that fits your workloads.",
    severity: "medium",
    practice: 9,
    equivalents: [],
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId, parameter }) {
            const required = Object.entries(kubernetesDefinition(policyDefinitionId.effective)?.required ?? {});
            if (required.length === 0) return notApplicable("assigns no definition with required parameters");
            yield* each(required, function* ([name, what]) {
                const { path, value } = parameter(name);
                const isEmpty = value === "" || (Array.isArray(value) && value.length === 0);
                if (value !== undefined && !isEmpty) return;
                const found = isEmpty ? "empty, and the policy then refuses everything" : "unset, and ARM refuses that";
                yield `\`${path}\` is ${found}; set it to ${what}.`;
            });
        }),
    ],
});
