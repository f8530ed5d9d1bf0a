import { roleBindingDashboardUnprivileged } from "../../../../policy-pack/policies/role-binding/role-binding-dashboard-unprivileged";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const binding = (kind: string, roleRef: unknown, subjects: unknown = []) =>
    object("rbac.authorization.k8s.io/v1", kind, { roleRef, subjects });
const clusterAdmin = { kind: "ClusterRole", name: "cluster-admin" };
const view = { kind: "ClusterRole", name: "view" };
const dashboard = { kind: "ServiceAccount", name: "kubernetes-dashboard", namespace: "kube-system" };

testPolicy(roleBindingDashboardUnprivileged, {
    compliant: {
        "the dashboard with few rights": binding("ClusterRoleBinding", view, [dashboard]),
        "another account": {
            ...binding("ClusterRoleBinding", clusterAdmin, [
                { kind: "ServiceAccount", name: "deployer", namespace: "ci" },
            ]),
            also: ["role-binding-cluster-admin-disallowed"],
        },
    },
    violating: {
        "the dashboard as cluster-admin": {
            ...binding("ClusterRoleBinding", clusterAdmin, [dashboard]),
            message:
                "`subjects[0]` is an account of the Kubernetes dashboard, which then has `cluster-admin`; set it to no account of the dashboard.",
            also: ["role-binding-cluster-admin-disallowed"],
        },
        "the user of the dashboard's tutorial": {
            ...binding("ClusterRoleBinding", clusterAdmin, [
                { kind: "ServiceAccount", name: "admin-user", namespace: "kubernetes-dashboard" },
            ]),
            message:
                "`subjects[0]` is an account of the Kubernetes dashboard, which then has `cluster-admin`; set it to no account of the dashboard.",
            also: ["role-binding-cluster-admin-disallowed"],
        },
        "the dashboard as editor": {
            ...binding("RoleBinding", { kind: "ClusterRole", name: "edit" }, [dashboard]),
            message:
                "`subjects[0]` is an account of the Kubernetes dashboard, which then has `edit`; set it to no account of the dashboard.",
        },
    },
    undetermined: {
        "an unknown account": {
            ...binding("RoleBinding", { kind: "ClusterRole", name: "edit" }, [
                { kind: "ServiceAccount", name: UNKNOWN, namespace: UNKNOWN },
            ]),
            undetermined: ["`subjects[0].namespace` is not known before the update"],
        },
    },
});
