/**
 * A wildcard grants what nobody thought of: every resource and verb that is installed later too.
 *
 * Checked property:  Role and ClusterRole `rules[*].apiGroups`, `.resources`, `.verbs`, `.nonResourceURLs`
 *                    ClusterRole `aggregationRule.clusterRoleSelectors[*]`
 * Compliant values:  lists without `*`; selectors with labels or expressions
 * When unset:        compliant (an empty list grants nothing)
 */
import { quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { aggregatedRoles, roleRule } from "../../resources/role";

export const roleWildcardsDisallowed = definePolicy({
    name: "role-wildcards-disallowed",
    description: "Roles must not grant rights by wildcards.",
    remediationSteps: "Name the API groups, resources and verbs that are needed.",
    severity: "high",
    practice: 3,
    equivalents: [
        "azure-policy:ca8d5704-aa2b-40cf-b110-dc19052825ad",
        "checkov:CKV_K8S_49",
        "trivy:KSV-0044",
        "trivy:KSV-0045",
        "trivy:KSV-0046",
        "cis-aks-1.8:4.1.3",
    ],
    checks: [
        check(roleRule, function* ({ property }) {
            const lists = ["apiGroups", "resources", "verbs", "nonResourceURLs"].map((name) => property.at(name));
            yield* each(lists, (list) =>
                each(list.elements(), function* (element) {
                    const value = element.string() ?? "";
                    if (value !== "*" && value !== "/*") return;
                    yield `\`${element.path}\` is ${quote(value)}, which grants what is added later too; set it to what is needed.`;
                }),
            );
        }),
        check(aggregatedRoles, function* (selector) {
            const labels = selector.at("matchLabels").members();
            if (labels.length > 0 || selector.at("matchExpressions").elements().length > 0) return;
            yield `\`${selector.path}\` is without labels, which grants the rules of every cluster role; set it to the labels of the roles that are needed.`;
        }),
    ],
});
