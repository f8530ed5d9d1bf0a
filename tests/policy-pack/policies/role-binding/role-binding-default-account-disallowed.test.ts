import { roleBindingDefaultAccountDisallowed } from "../../../../policy-pack/policies/role-binding/role-binding-default-account-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const binding = (kind: string, subjects: unknown) =>
    object("rbac.authorization.k8s.io/v1", kind, { roleRef: { kind: "ClusterRole", name: "view" }, subjects });
const account = (name: unknown, kind: unknown = "ServiceAccount") => ({ kind, name, namespace: "shop" });
const message = (path: string) =>
    `\`${path}.name\` is \`default\`, as which every pod runs that names no other account; set it to an account of the application.`;

testPolicy(roleBindingDefaultAccountDisallowed, {
    compliant: {
        "an account of the application": binding("RoleBinding", [account("shop")]),
        "a group that is called default": binding("ClusterRoleBinding", [account("default", "Group")]),
        nobody: binding("RoleBinding", null),
    },
    violating: {
        "the default account": { ...binding("RoleBinding", [account("default")]), message: message("subjects[0]") },
        "the default account, beside another, everywhere": {
            ...binding("ClusterRoleBinding", [account("shop"), account("default")]),
            message: message("subjects[1]"),
        },
        "a binding in a list": {
            ...object("rbac.authorization.k8s.io/v1", "RoleBindingList", {
                items: [{ subjects: [account("default")] }],
            }),
            message: message("items[0].subjects[0]"),
        },
    },
    undetermined: {
        "an unknown account, and one that is known": {
            ...binding("RoleBinding", [account(UNKNOWN), account("default")]),
            violations: [message("subjects[1]")],
            undetermined: ["`subjects[0].name` is not known before the update"],
        },
    },
});
