/**
 * Every pod that names no service account runs as `default`, and gets whatever was granted to it.
 *
 * Checked property:  RoleBinding and ClusterRoleBinding `subjects[*]`
 * Compliant values:  no service account `default`
 * When unset:        compliant (nobody is bound)
 */
import { check, definePolicy, each } from "../../policy";
import { roleBinding } from "../../resources/role";

export const roleBindingDefaultAccountDisallowed = definePolicy({
    name: "role-binding-default-account-disallowed",
    description: "Role bindings must not grant rights to default service accounts.",
    remediationSteps: "Make a service account for the application, and name it in its pods.",
    severity: "medium",
    practice: 3,
    equivalents: ["checkov:CKV_K8S_42", "cis-aks-1.8:4.1.5"],
    checks: [
        check(roleBinding, function* ({ subjects }) {
            yield* each(subjects.elements(), function* (subject) {
                const name = subject.at("name");
                if (name.string() !== "default" || subject.at("kind").string() !== "ServiceAccount") return;
                yield `\`${name.path}\` is \`default\`, as which every pod runs that names no other account; set it to an account of the application.`;
            });
        }),
    ],
});
