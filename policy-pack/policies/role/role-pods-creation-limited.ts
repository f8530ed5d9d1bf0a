/**
 * Who makes pods reads every secret of their namespace and acts as each of its service accounts.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `create`, `update` or `patch` on pods and their controllers, on all of them
 * When unset:        compliant
 */
import { namesItsObjects } from "../../relations/named-objects";
import { check, definePolicy, some } from "../../policy";
import { grants, roleRule } from "../../resources/role";

const verbs = ["create", "update", "patch"];
const workloads = [
    { apiGroups: [""], resources: ["pods", "replicationcontrollers"] },
    { apiGroups: ["apps"], resources: ["deployments", "statefulsets", "daemonsets", "replicasets"] },
    { apiGroups: ["batch"], resources: ["jobs", "cronjobs"] },
];

export const rolePodsCreationLimited = definePolicy({
    name: "role-pods-creation-limited",
    description: "Roles should not let their holders make pods.",
    remediationSteps: "Let a pipeline make pods, in the namespaces of its application only.",
    severity: "low",
    practice: 3,
    equivalents: ["trivy:KSV-0048", "cis-aks-1.8:4.1.4"],
    advisory: "pipelines and operators are there to make pods",
    checks: [
        check(roleRule, function* (rule) {
            if (namesItsObjects(rule)) return;
            if (some(...workloads.map((rights) => () => grants(rule, { ...rights, verbs })))) {
                yield `\`${rule.property.at("verbs").path}\` is a grant to make pods, by which its holder acts as every service account there; set it to reading verbs.`;
            }
        }),
    ],
});
