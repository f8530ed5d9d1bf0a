/**
 * Who makes persistent volumes can make one of a folder on the node, and mount it where no policy forbids claims.
 *
 * Checked property:  ClusterRole `rules[*]`
 * Compliant values:  no `create` on persistent volumes
 * When unset:        compliant
 * Ruling:            a Role cannot reach persistent volumes, which have no namespace: not applicable
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { grants, roleRule } from "../../resources/role";

export const roleVolumesCreationLimited = definePolicy({
    name: "role-volumes-creation-limited",
    description: "Cluster roles should not let their holders make persistent volumes.",
    remediationSteps: "Grant persistent volume claims, and let the drivers of AKS make the volumes.",
    severity: "medium",
    practice: 3,
    equivalents: ["cis-aks-1.8:4.1.9"],
    advisory: "drivers of volumes make them",
    checks: [
        check(roleRule, function* (rule) {
            if (!rule.isClusterWide) return notApplicable("a Role cannot reach what has no namespace");
            if (!grants(rule, { apiGroups: [""], resources: ["persistentvolumes"], verbs: ["create"] })) return;
            yield `\`${rule.property.at("verbs").path}\` is a grant to make persistent volumes, folders of nodes among them; set it to reading verbs.`;
        }),
    ],
});
