/**
 * Rights of everyone are rights of every attacker: anonymous callers, all who can sign in, or every pod.
 *
 * Checked property:  RoleBinding and ClusterRoleBinding `subjects[*].name`
 * Compliant values:  no `system:anonymous`, `system:unauthenticated`, `system:authenticated`, `system:serviceaccounts`
 * When unset:        compliant (nobody is bound)
 * Ruling:            the roles that Kubernetes itself gives to everyone pass: discovery and who am I
 */
import { quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { roleBinding } from "../../resources/role";

const everyone = ["system:anonymous", "system:unauthenticated", "system:authenticated", "system:serviceaccounts"];
const harmlessRoles = ["system:public-info-viewer", "system:discovery", "system:basic-user"];

export const roleBindingEveryoneDisallowed = definePolicy({
    name: "role-binding-everyone-disallowed",
    description: "Role bindings must not grant rights to everyone.",
    remediationSteps: "Bind the role to Entra ID groups or to single service accounts.",
    severity: "high",
    practice: 3,
    equivalents: [],
    checks: [
        check(roleBinding, function* ({ roleName, subjects }) {
            yield* each(subjects.elements(), function* (subject) {
                const name = subject.at("name").string() ?? "";
                if (!everyone.includes(name) || harmlessRoles.includes(roleName.string() ?? "")) return;
                yield `\`${subject.at("name").path}\` is ${quote(name)}, which is everyone; set it to a group or a service account.`;
            });
        }),
    ],
});
