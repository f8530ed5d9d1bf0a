import { roleBindingEveryoneDisallowed } from "../../../../policy-pack/policies/role-binding/role-binding-everyone-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const binding = (kind: string, roleRef: unknown, subjects: unknown = []) =>
    object("rbac.authorization.k8s.io/v1", kind, { roleRef, subjects });
const view = { kind: "ClusterRole", name: "view" };

testPolicy(roleBindingEveryoneDisallowed, {
    compliant: {
        "an Entra ID group": binding("ClusterRoleBinding", view, [
            { kind: "Group", name: "2f1c5e3a-0000-4000-8000-000000000000" },
        ]),
        "the service accounts of one namespace": binding("RoleBinding", view, [
            { kind: "Group", name: "system:serviceaccounts:shop" },
        ]),
        "discovery for everyone": binding("ClusterRoleBinding", { kind: "ClusterRole", name: "system:discovery" }, [
            { kind: "Group", name: "system:authenticated" },
        ]),
        nobody: binding("ClusterRoleBinding", view, null),
    },
    violating: {
        "anonymous callers, all who can sign in and every pod": {
            ...binding("ClusterRoleBinding", view, [
                { kind: "User", name: "system:anonymous" },
                { kind: "Group", name: "system:unauthenticated" },
                { kind: "Group", name: "system:authenticated" },
                { kind: "Group", name: "system:serviceaccounts" },
            ]),
            message: [
                "`subjects[0].name` is `system:anonymous`, which is everyone; set it to a group or a service account.",
                "`subjects[1].name` is `system:unauthenticated`, which is everyone; set it to a group or a service account.",
                "`subjects[2].name` is `system:authenticated`, which is everyone; set it to a group or a service account.",
                "`subjects[3].name` is `system:serviceaccounts`, which is everyone; set it to a group or a service account.",
            ],
        },
        "malformed subjects": {
            ...binding("ClusterRoleBinding", view, "system:anonymous"),
            message: "`subjects` is a string; set it to a list.",
            also: ["role-binding-dashboard-unprivileged", "role-binding-default-account-disallowed"],
        },
    },
    undetermined: {
        "an unknown subject": {
            ...binding("ClusterRoleBinding", view, [
                { kind: "Group", name: UNKNOWN },
                { kind: "User", name: "system:anonymous" },
            ]),
            violations: [
                "`subjects[1].name` is `system:anonymous`, which is everyone; set it to a group or a service account.",
            ],
            undetermined: ["`subjects[0].name` is not known before the update"],
        },
        "an unknown role for everyone": {
            ...binding("ClusterRoleBinding", { kind: "ClusterRole", name: UNKNOWN }, [
                { kind: "User", name: "system:anonymous" },
            ]),
            undetermined: ["`roleRef.name` is not known before the update"],
        },
    },
});
