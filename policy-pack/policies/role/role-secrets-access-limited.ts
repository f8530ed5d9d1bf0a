/**
 * Who reads secrets has the rights of every service account and application whose secret it is.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `get`, `list` or `watch` on `secrets` without `resourceNames`
 * When unset:        compliant
 */
import { check, definePolicy } from "../../policy";
import { grants, roleRule } from "../../resources/role";

export const roleSecretsAccessLimited = definePolicy({
    name: "role-secrets-access-limited",
    description: "Roles should grant access to named secrets only.",
    remediationSteps: "Name the secrets by `resourceNames`, or mount them from Key Vault instead.",
    severity: "medium",
    practice: 3,
    equivalents: ["trivy:KSV-0041", "cis-aks-1.8:4.1.2"],
    advisory: "ingress controllers and certificate managers cannot work without reading secrets",
    checks: [
        check(roleRule, function* (rule) {
            if (rule.property.at("resourceNames").elements().length > 0) return;
            if (grants(rule, { apiGroups: [""], resources: ["secrets"], verbs: ["get", "list", "watch"] })) {
                yield `\`${rule.property.at("resourceNames").path}\` is unset, and every secret can then be read; set it to the names of the secrets that are needed.`;
            }
        }),
    ],
});
