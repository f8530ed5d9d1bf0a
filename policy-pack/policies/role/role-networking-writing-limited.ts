/**
 * Who writes services, ingresses and network policies sends the traffic of others where they like.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `create`, `update`, `patch` or `delete` on services, endpoints, ingresses and network policies,
 *                    on all of them
 * When unset:        compliant
 */
import { namesItsObjects } from "../../relations/named-objects";
import { check, definePolicy, some } from "../../policy";
import { grants, roleRule } from "../../resources/role";

const verbs = ["create", "update", "patch", "delete", "deletecollection"];
const networking = [
    { apiGroups: [""], resources: ["services", "endpoints"] },
    { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"] },
    { apiGroups: ["networking.k8s.io", "extensions"], resources: ["ingresses", "networkpolicies"] },
];

export const roleNetworkingWritingLimited = definePolicy({
    name: "role-networking-writing-limited",
    description: "Roles should not let their holders change where traffic goes.",
    remediationSteps: "Let a pipeline write services, ingresses and network policies.",
    severity: "medium",
    practice: 3,
    equivalents: ["trivy:KSV-0056"],
    advisory: "pipelines deploy applications with their services, and operators make services of their own",
    checks: [
        check(roleRule, function* (rule) {
            if (namesItsObjects(rule)) return;
            if (some(...networking.map((rights) => () => grants(rule, { ...rights, verbs })))) {
                yield `\`${rule.property.at("verbs").path}\` is a grant to change where traffic goes; set it to reading verbs.`;
            }
        }),
    ],
});
