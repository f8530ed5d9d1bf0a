import { roleBindingClusterAdminDisallowed } from "../../../../policy-pack/policies/role-binding/role-binding-cluster-admin-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const binding = (kind: string, roleRef: unknown, subjects: unknown = []) =>
    object("rbac.authorization.k8s.io/v1", kind, { roleRef, subjects });
const clusterAdmin = { kind: "ClusterRole", name: "cluster-admin" };
const view = { kind: "ClusterRole", name: "view" };

testPolicy(roleBindingClusterAdminDisallowed, {
    compliant: {
        "another role": binding("ClusterRoleBinding", view),
        "a Role that is called cluster-admin": binding("RoleBinding", { kind: "Role", name: "cluster-admin" }),
        unset: binding("RoleBinding", null),
    },
    violating: {
        "cluster-admin everywhere": {
            ...binding("ClusterRoleBinding", clusterAdmin),
            message:
                "`roleRef.name` is `cluster-admin`, which may do everything; set it to a role with the rights that are needed.",
        },
        "cluster-admin in a namespace": {
            ...binding("RoleBinding", clusterAdmin),
            message:
                "`roleRef.name` is `cluster-admin`, which may do everything; set it to a role with the rights that are needed.",
        },
        "a binding in a list": {
            ...object("rbac.authorization.k8s.io/v1", "ClusterRoleBindingList", { items: [{ roleRef: clusterAdmin }] }),
            message:
                "`items[0].roleRef.name` is `cluster-admin`, which may do everything; set it to a role with the rights that are needed.",
        },
        "a malformed reference": {
            ...binding("RoleBinding", "cluster-admin"),
            message: "`roleRef` is a string; set it to an object.",
        },
    },
    undetermined: {
        "an unknown name": {
            ...binding("ClusterRoleBinding", { kind: "ClusterRole", name: UNKNOWN }),
            undetermined: ["`roleRef.name` is not known before the update"],
        },
    },
});
