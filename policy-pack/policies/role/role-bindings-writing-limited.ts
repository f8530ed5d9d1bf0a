/**
 * Who writes bindings hands on every right of their own, so that nobody can say any more who has which.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `create`, `update` or `patch` on role bindings and cluster role bindings, on all of them
 * When unset:        compliant
 */
import { namesItsObjects } from "../../relations/named-objects";
import { check, definePolicy } from "../../policy";
import { grants, roleRule } from "../../resources/role";

const rights = {
    apiGroups: ["rbac.authorization.k8s.io"],
    resources: ["rolebindings", "clusterrolebindings"],
    verbs: ["create", "update", "patch"],
};

export const roleBindingsWritingLimited = definePolicy({
    name: "role-bindings-writing-limited",
    description: "Roles should not let their holders write bindings.",
    remediationSteps: "Let a pipeline manage bindings, or Azure RBAC in their place.",
    severity: "medium",
    practice: 3,
    equivalents: ["trivy:KSV-0051", "trivy:KSV-0052", "trivy:KSV-0055"],
    advisory: "the API server lets them hand on only what they have, and operators bind their own accounts",
    checks: [
        check(roleRule, function* (rule) {
            if (namesItsObjects(rule) || !grants(rule, rights)) return;
            yield `\`${rule.property.at("verbs").path}\` is a grant to write bindings, by which its holder hands on every right of theirs; set it to reading verbs.`;
        }),
    ],
});
