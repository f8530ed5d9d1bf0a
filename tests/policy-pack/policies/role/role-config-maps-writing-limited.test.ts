import { roleConfigMapsWritingLimited } from "../../../../policy-pack/policies/role/role-config-maps-writing-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const rule = (...verbs: unknown[]) => ({ apiGroups: [""], resources: ["configmaps"], verbs });
const message =
    "`rules[0].resourceNames` is unset, and every config map can then be written; set it to the names of the config maps that are needed.";

testPolicy(roleConfigMapsWritingLimited, {
    compliant: {
        "reading config maps": role([rule("get", "list", "watch")]),
        "a named config map": role([{ ...rule("update"), resourceNames: ["leader"] }]),
        "other resources": role([{ ...rule("update"), resources: ["events"] }]),
    },
    violating: Object.fromEntries(
        ["create", "update", "patch", "delete", "deletecollection"].map((verb) => [
            verb,
            { ...role([rule("get", verb)]), message },
        ]),
    ),
    undetermined: {
        "unknown names": {
            ...role([{ ...rule("update"), resourceNames: UNKNOWN }]),
            undetermined: ["`rules[0].resourceNames` is not known before the update"],
        },
    },
});
