/**
 * Who may bind or escalate roles, or impersonate others, can take every right in the cluster.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `bind` or `escalate` on roles and bindings, no `impersonate` on users, groups, service accounts
 * When unset:        compliant
 */
import { quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { grants, roleRule } from "../../resources/role";

const rights = [
    {
        apiGroups: ["rbac.authorization.k8s.io"],
        resources: ["roles", "clusterroles", "rolebindings", "clusterrolebindings"],
        verbs: ["bind"],
    },
    { apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles", "clusterroles"], verbs: ["escalate"] },
    {
        apiGroups: ["", "authentication.k8s.io"],
        resources: ["users", "groups", "serviceaccounts", "uids"],
        verbs: ["impersonate"],
    },
];

export const roleEscalationDisallowed = definePolicy({
    name: "role-escalation-disallowed",
    description: "Roles must not let their holders take further rights.",
    remediationSteps: "Let a pipeline manage roles and bindings; grant neither bind, escalate nor impersonate.",
    severity: "high",
    practice: 3,
    equivalents: [
        "checkov:CKV_K8S_157",
        "checkov:CKV_K8S_158",
        "trivy:KSV-0043",
        "trivy:KSV-0050",
        "cis-aks-1.8:4.1.8",
    ],
    checks: [
        check(roleRule, function* (rule) {
            yield* each(rights, function* (right) {
                if (!grants(rule, right)) return;
                const [verb = ""] = right.verbs;
                yield `\`${rule.property.at("verbs").path}\` is a grant of ${quote(verb)} on ${right.resources.join(", ")}, by which its holder takes any right; set it to other verbs.`;
            });
        }),
    ],
});
