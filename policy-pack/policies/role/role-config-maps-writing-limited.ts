/**
 * Who writes the config maps of others changes what their applications do, without changing an image.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `create`, `update`, `patch` or `delete` on config maps, on all of them
 * When unset:        compliant
 */
import { namesItsObjects } from "../../relations/named-objects";
import { check, definePolicy } from "../../policy";
import { grants, roleRule } from "../../resources/role";

const rights = {
    apiGroups: [""],
    resources: ["configmaps"],
    verbs: ["create", "update", "patch", "delete", "deletecollection"],
};

export const roleConfigMapsWritingLimited = definePolicy({
    name: "role-config-maps-writing-limited",
    description: "Roles should grant writing of named config maps only.",
    remediationSteps: "Name the config maps by `resourceNames`.",
    severity: "low",
    practice: 3,
    equivalents: ["trivy:KSV-0049"],
    advisory: "controllers keep their state and their leader in config maps",
    checks: [
        check(roleRule, function* (rule) {
            if (namesItsObjects(rule) || !grants(rule, rights)) return;
            yield `\`${rule.property.at("resourceNames").path}\` is unset, and every config map can then be written; set it to the names of the config maps that are needed.`;
        }),
    ],
});
