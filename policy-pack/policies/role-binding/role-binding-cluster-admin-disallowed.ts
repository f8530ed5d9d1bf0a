/**
 * cluster-admin may do everything, in every namespace, and is rarely what is needed.
 *
 * Checked property:  RoleBinding and ClusterRoleBinding `roleRef`
 * Compliant values:  any role but the ClusterRole `cluster-admin`
 * When unset:        compliant (the API server refuses a binding without a role)
 */
import { check, definePolicy } from "../../policy";
import { roleBinding } from "../../resources/role";

export const roleBindingClusterAdminDisallowed = definePolicy({
    name: "role-binding-cluster-admin-disallowed",
    description: "Role bindings must not grant cluster-admin.",
    remediationSteps: "Bind a role with the rights that are needed; let Azure RBAC decide who is administrator.",
    severity: "high",
    practice: 3,
    equivalents: ["azure-policy:a3dc4946-dba6-43e6-950d-f96532848c9f", "cis-aks-1.8:4.1.1"],
    checks: [
        check(roleBinding, function* ({ roleKind, roleName }) {
            if (roleName.string() !== "cluster-admin" || roleKind.string() === "Role") return;
            yield `\`${roleName.path}\` is \`cluster-admin\`, which may do everything; set it to a role with the rights that are needed.`;
        }),
    ],
});
