import { roleTokenCreationLimited } from "../../../../policy-pack/policies/role/role-token-creation-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const rule = (resource: string, ...verbs: unknown[]) => ({ apiGroups: [""], resources: [resource], verbs });
const message =
    "`rules[0].resourceNames` is unset, and its holder can then act as every service account; set it to the names of the service accounts that are needed.";

testPolicy(roleTokenCreationLimited, {
    compliant: {
        "a named service account": role([{ ...rule("serviceaccounts/token", "create"), resourceNames: ["shop"] }]),
        "making service accounts": role([rule("serviceaccounts", "create")]),
        "a verb that makes no token": role([rule("serviceaccounts/token", "get")]),
    },
    violating: {
        "every service account of a namespace": { ...role([rule("serviceaccounts/token", "create")]), message },
        "every service account": {
            ...object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules: [rule("*/token", "create")] }),
            message,
        },
        "no names": { ...role([{ ...rule("serviceaccounts/token", "create"), resourceNames: [] }]), message },
    },
    undetermined: {
        "an unknown verb": {
            ...role([rule("serviceaccounts/token", UNKNOWN)]),
            undetermined: ["`rules[0].verbs[0]` is not known before the update"],
        },
    },
});
