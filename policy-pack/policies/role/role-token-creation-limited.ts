/**
 * Who makes tokens of service accounts acts as any of them, and the audit log cannot tell who it was.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `create` on `serviceaccounts/token` without `resourceNames`
 * When unset:        compliant
 */
import { namesItsObjects } from "../../relations/named-objects";
import { check, definePolicy } from "../../policy";
import { grants, roleRule } from "../../resources/role";

export const roleTokenCreationLimited = definePolicy({
    name: "role-token-creation-limited",
    description: "Roles should grant the creation of tokens for named service accounts only.",
    remediationSteps: "Name the service accounts by `resourceNames`.",
    severity: "medium",
    practice: 3,
    equivalents: [],
    advisory: "drivers that sign in for pods, such as the one of secrets stores, ask for the tokens of all of them",
    checks: [
        check(roleRule, function* (rule) {
            if (namesItsObjects(rule)) return;
            if (!grants(rule, { apiGroups: [""], resources: ["serviceaccounts/token"], verbs: ["create"] })) return;
            yield `\`${rule.property.at("resourceNames").path}\` is unset, and its holder can then act as every service account; set it to the names of the service accounts that are needed.`;
        }),
    ],
});
