/**
 * A dashboard with the rights of an administrator makes an administrator of whoever reaches it.
 *
 * Checked property:  RoleBinding and ClusterRoleBinding `roleRef` beside `subjects[*]`
 * Compliant values:  no `cluster-admin`, `admin` or `edit` for a service account of the dashboard
 * When unset:        compliant (nobody is bound)
 */
import { dashboardName } from "../../dashboard";
import { quote } from "../../message";
import { check, definePolicy, each, some } from "../../policy";
import { roleBinding } from "../../resources/role";

const privileged = ["cluster-admin", "admin", "edit"];

export const roleBindingDashboardUnprivileged = definePolicy({
    name: "role-binding-dashboard-unprivileged",
    description: "Service accounts of the Kubernetes dashboard must not have the rights of an administrator.",
    remediationSteps: "Remove the binding, and the dashboard with it.",
    severity: "critical",
    practice: 5,
    equivalents: [],
    checks: [
        check(roleBinding, function* ({ roleName, subjects }) {
            yield* each(subjects.elements(), function* (subject) {
                const isDashboard = some(
                    () => subject.at("namespace").string() === dashboardName,
                    () => (subject.at("name").string() ?? "").includes(dashboardName),
                );
                const role = isDashboard ? (roleName.string() ?? "") : "";
                if (!privileged.includes(role)) return;
                yield `\`${subject.path}\` is an account of the Kubernetes dashboard, which then has ${quote(role)}; set it to no account of the dashboard.`;
            });
        }),
    ],
});
