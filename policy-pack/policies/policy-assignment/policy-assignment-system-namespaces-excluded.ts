/**
 * A list of namespaces replaces the one that the definition has by itself: what Azure runs in the cluster is then judged
 * by rules for workloads, and its extensions do not start.
 *
 * Checked property:  PolicyAssignment `parameters.excludedNamespaces`, of built-in definitions for Kubernetes
 * Compliant values:  lists with kube-system, gatekeeper-system, azure-arc and azure-extensions-usage-system
 * When unset:        compliant (the definition leaves these out)
 */
import { quote } from "../../message";
import { check, definePolicy, notApplicable } from "../../policy";
import { kubernetesDefinition } from "../../azure/kubernetes-definition";
import { policyAssignment } from "../../resources/policy-assignment";

const systemNamespaces = ["kube-system", "gatekeeper-system", "azure-arc", "azure-extensions-usage-system"];

export const policyAssignmentSystemNamespacesExcluded = definePolicy({
    name: "policy-assignment-system-namespaces-excluded",
    description: "Policy assignments for clusters must leave out the namespaces of Azure.",
    remediationSteps: "Add the namespaces of Azure to your own, or leave the parameter out.",
    severity: "medium",
    practice: 9,
    equivalents: [],
    checks: [
        check(policyAssignment, function* ({ policyDefinitionId, parameter }) {
            if (kubernetesDefinition(policyDefinitionId.effective) === undefined) {
                return notApplicable("assigns no built-in definition for Kubernetes");
            }
            const excluded = parameter("excludedNamespaces");
            const list = excluded.list();
            if (list === undefined) return;
            const known = list.filter(({ isKnown }) => isKnown).map((namespace) => namespace.string());
            const missing = systemNamespaces.filter((namespace) => !known.includes(namespace));
            if (missing.length === 0) return;
            // One that is not known yet may be what is missing: reading it says so.
            list.forEach((namespace) => namespace.string());
            const names = missing.map(quote).join(", ");
            yield `\`${excluded.path}\` is without ${names}, where Azure runs its own; set it to a list that has them too.`;
        }),
    ],
});
