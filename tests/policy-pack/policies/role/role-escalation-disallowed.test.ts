import { roleEscalationDisallowed } from "../../../../policy-pack/policies/role/role-escalation-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });

testPolicy(roleEscalationDisallowed, {
    compliant: {
        "reading roles": role([
            { apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles"], verbs: ["get", "list"] },
        ]),
        "binding pods": role([{ apiGroups: [""], resources: ["pods"], verbs: ["bind", "escalate", "impersonate"] }]),
        "another API group": role([{ apiGroups: ["example.com"], resources: ["roles"], verbs: ["bind"] }]),
        "all verbs on something harmless": {
            ...role([{ apiGroups: ["apps"], resources: ["controllerrevisions"], verbs: ["*"] }]),
            also: ["role-wildcards-disallowed"],
        },
        "unknown verbs on something harmless": role([
            { apiGroups: ["apps"], resources: ["deployments"], verbs: UNKNOWN },
        ]),
    },
    violating: {
        bind: {
            ...role([
                { apiGroups: ["rbac.authorization.k8s.io"], resources: ["clusterrolebindings"], verbs: ["bind"] },
            ]),
            message:
                "`rules[0].verbs` is a grant of `bind` on roles, clusterroles, rolebindings, clusterrolebindings, by which its holder takes any right; set it to other verbs.",
        },
        escalate: {
            ...role([{ apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles"], verbs: ["get", "escalate"] }]),
            message:
                "`rules[0].verbs` is a grant of `escalate` on roles, clusterroles, by which its holder takes any right; set it to other verbs.",
        },
        impersonate: {
            ...clusterRole([{ apiGroups: [""], resources: ["groups"], verbs: ["impersonate"] }]),
            message:
                "`rules[0].verbs` is a grant of `impersonate` on users, groups, serviceaccounts, uids, by which its holder takes any right; set it to other verbs.",
        },
        "all verbs on roles": {
            ...role([{ apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles"], verbs: ["*"] }]),
            message: [
                "`rules[0].verbs` is a grant of `bind` on roles, clusterroles, rolebindings, clusterrolebindings, by which its holder takes any right; set it to other verbs.",
                "`rules[0].verbs` is a grant of `escalate` on roles, clusterroles, by which its holder takes any right; set it to other verbs.",
            ],
            also: ["role-wildcards-disallowed"],
        },
    },
    undetermined: {
        "unknown verbs on roles": {
            ...role([{ apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles"], verbs: [UNKNOWN] }]),
            undetermined: ["`rules[0].verbs[0]` is not known before the update"],
        },
    },
});
