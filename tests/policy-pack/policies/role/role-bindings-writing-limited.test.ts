import { roleBindingsWritingLimited } from "../../../../policy-pack/policies/role/role-bindings-writing-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const rule = (resource: string, ...verbs: unknown[]) => ({
    apiGroups: ["rbac.authorization.k8s.io"],
    resources: [resource],
    verbs,
});
const message =
    "`rules[0].verbs` is a grant to write bindings, by which its holder hands on every right of theirs; set it to reading verbs.";

testPolicy(roleBindingsWritingLimited, {
    compliant: {
        "reading bindings": role([rule("rolebindings", "get", "list", "watch")]),
        "deleting bindings": role([rule("rolebindings", "delete")]),
        "a named binding": role([{ ...rule("rolebindings", "update"), resourceNames: ["shop"] }]),
        "writing roles": role([rule("roles", "create")]),
    },
    violating: {
        "making bindings": { ...role([rule("rolebindings", "create")]), message },
        "updating bindings of clusters": { ...role([rule("clusterrolebindings", "update")]), message },
        "patching bindings": {
            ...object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules: [rule("rolebindings", "get", "patch")] }),
            message,
        },
    },
    undetermined: {
        "an unknown verb": {
            ...role([rule("rolebindings", UNKNOWN)]),
            undetermined: ["`rules[0].verbs[0]` is not known before the update"],
        },
    },
});
