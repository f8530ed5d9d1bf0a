import { roleNodeProxyDisallowed } from "../../../../policy-pack/policies/role/role-node-proxy-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });

testPolicy(roleNodeProxyDisallowed, {
    compliant: {
        "metrics of nodes": clusterRole([{ apiGroups: [""], resources: ["nodes/metrics"], verbs: ["get"] }]),
        nodes: clusterRole([{ apiGroups: [""], resources: ["nodes"], verbs: ["get"] }]),
        "the proxy of services": clusterRole([{ apiGroups: [""], resources: ["services/proxy"], verbs: ["get"] }]),
    },
    violating: {
        "the proxy of nodes": {
            ...clusterRole([{ apiGroups: [""], resources: ["nodes/proxy"], verbs: ["get"] }]),
            message:
                "`rules[0].resources` is a grant of `nodes/proxy`, which leads past the API server; set it to `nodes/metrics` or `nodes/stats`.",
        },
        "every proxy": {
            ...clusterRole([{ apiGroups: [""], resources: ["*/proxy"], verbs: ["create"] }]),
            message:
                "`rules[0].resources` is a grant of `nodes/proxy`, which leads past the API server; set it to `nodes/metrics` or `nodes/stats`.",
        },
    },
    undetermined: {
        "an unknown API group": {
            ...clusterRole([{ apiGroups: [UNKNOWN], resources: ["nodes/proxy"], verbs: ["get"] }]),
            undetermined: ["`rules[0].apiGroups[0]` is not known before the update"],
        },
    },
    notApplicable: {
        "a role of one namespace": {
            ...role([{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get"] }]),
            reason: "a Role cannot reach what has no namespace",
        },
    },
});
