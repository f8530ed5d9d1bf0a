/**
 * Who runs commands in a pod has its service account, its secrets and its data, and leaves no trace in the image.
 *
 * Checked property:  Role and ClusterRole `rules[*]`
 * Compliant values:  no `create` or `get` on `pods/exec` and `pods/attach`, no `update` or `patch` on
 *                    `pods/ephemeralcontainers`, on all pods
 * When unset:        compliant
 */
import { quote } from "../../message";
import { namesItsObjects } from "../../relations/named-objects";
import { check, definePolicy, each } from "../../policy";
import { grants, roleRule } from "../../resources/role";

/** A command is run by POST, or by GET with a web socket. */
const rights = [
    { resource: "pods/exec", verbs: ["create", "get"] },
    { resource: "pods/attach", verbs: ["create", "get"] },
    { resource: "pods/ephemeralcontainers", verbs: ["update", "patch"] },
];

export const rolePodExecLimited = definePolicy({
    name: "role-pod-exec-limited",
    description: "Roles should not let their holders run commands in pods.",
    remediationSteps: "Grant it for the time of a search for a fault only, or for named pods.",
    severity: "medium",
    practice: 3,
    equivalents: ["trivy:KSV-0053", "trivy:KSV-0054"],
    advisory: "operators of databases and whoever searches for a fault run commands in pods",
    checks: [
        check(roleRule, function* (rule) {
            if (namesItsObjects(rule)) return;
            yield* each(rights, function* ({ resource, verbs }) {
                if (!grants(rule, { apiGroups: [""], resources: [resource], verbs })) return;
                yield `\`${rule.property.at("resources").path}\` is a grant of ${quote(resource)}, by which its holder runs commands in every pod; set it to other resources.`;
            });
        }),
    ],
});
