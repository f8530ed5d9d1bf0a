import { rolePodExecLimited } from "../../../../policy-pack/policies/role/role-pod-exec-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });
const rule = (resource: unknown, ...verbs: string[]) => ({ apiGroups: [""], resources: [resource], verbs });
const message = (resource: string, index = 0) =>
    `\`rules[${index}].resources\` is a grant of \`${resource}\`, by which its holder runs commands in every pod; set it to other resources.`;

testPolicy(rolePodExecLimited, {
    compliant: {
        "the logs of pods": role([rule("pods/log", "get")]),
        "reading pods": role([rule("pods", "get", "list", "watch")]),
        "deleting what cannot be deleted": role([rule("pods/exec", "delete")]),
        "another verb on ephemeral containers": role([rule("pods/ephemeralcontainers", "get")]),
        "a named pod": role([{ ...rule("pods/exec", "create"), resourceNames: ["shop-0"] }]),
        "another API group": role([{ ...rule("pods/exec", "create"), apiGroups: ["metrics.k8s.io"] }]),
    },
    violating: {
        "commands by POST": { ...role([rule("pods/exec", "create")]), message: message("pods/exec") },
        "commands by a web socket": { ...clusterRole([rule("pods/exec", "get")]), message: message("pods/exec") },
        "attaching, in the second rule": {
            ...clusterRole([rule("pods", "get"), rule("pods/attach", "create")]),
            message: message("pods/attach", 1),
        },
        "attaching by a web socket": { ...role([rule("pods/attach", "get")]), message: message("pods/attach") },
        "ephemeral containers": {
            ...role([rule("pods/ephemeralcontainers", "patch")]),
            message: message("pods/ephemeralcontainers"),
        },
        "ephemeral containers by update": {
            ...role([rule("pods/ephemeralcontainers", "update")]),
            message: message("pods/ephemeralcontainers"),
        },
        "every subresource of that name, with an empty list of names": {
            ...role([{ ...rule("*/exec", "create"), resourceNames: [] }]),
            message: message("pods/exec"),
        },
    },
    undetermined: {
        "an unknown resource": {
            ...role([rule(UNKNOWN, "create")]),
            undetermined: ["`rules[0].resources[0]` is not known before the update"],
        },
    },
});
