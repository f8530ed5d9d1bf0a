import { roleWildcardsDisallowed } from "../../../../policy-pack/policies/role/role-wildcards-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });

const aggregated = (...clusterRoleSelectors: object[]) =>
    object("rbac.authorization.k8s.io/v1", "ClusterRole", { aggregationRule: { clusterRoleSelectors }, rules: [] });

testPolicy(roleWildcardsDisallowed, {
    compliant: {
        "named rights": role([{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get"] }]),
        "a wildcard for a subresource": role([{ apiGroups: ["apps"], resources: ["*/scale"], verbs: ["get"] }]),
        "an empty list": role([{ apiGroups: [], resources: [], verbs: [] }]),
        "a role of the rules of others, by their labels": aggregated(
            { matchLabels: { "example.com/to": "shop" } },
            { matchExpressions: [{ key: "example.com/to", operator: "Exists" }] },
        ),
        "paths below a path": clusterRole([{ nonResourceURLs: ["/healthz/*"], verbs: ["get"] }]),
    },
    violating: {
        "every kind of wildcard, in the second rule of a cluster role": {
            ...clusterRole([
                { apiGroups: ["apps"], resources: ["deployments"], verbs: ["get"] },
                { apiGroups: ["example.com", "*"], resources: ["*"], verbs: ["watch", "*"] },
            ]),
            message: [
                "`rules[1].apiGroups[1]` is `*`, which grants what is added later too; set it to what is needed.",
                "`rules[1].resources[0]` is `*`, which grants what is added later too; set it to what is needed.",
                "`rules[1].verbs[1]` is `*`, which grants what is added later too; set it to what is needed.",
            ],
            also: [
                "role-admission-webhooks-disallowed",
                "role-bindings-writing-limited",
                "role-certificate-approval-disallowed",
                "role-config-maps-writing-limited",
                "role-escalation-disallowed",
                "role-networking-writing-limited",
                "role-node-proxy-disallowed",
                "role-pod-exec-limited",
                "role-pods-creation-limited",
                "role-secrets-access-limited",
                "role-token-creation-limited",
                "role-volumes-creation-limited",
            ],
        },
        "a role of the rules of all others": {
            ...aggregated({}, { matchLabels: {} }, { matchLabels: null, matchExpressions: [] }),
            message: [0, 1, 2].map(
                (index) =>
                    `\`aggregationRule.clusterRoleSelectors[${index}]\` is without labels, which grants the rules of every cluster role; set it to the labels of the roles that are needed.`,
            ),
        },
        "every path": {
            ...clusterRole([{ nonResourceURLs: ["*", "/*"], verbs: ["get"] }]),
            message: [
                "`rules[0].nonResourceURLs[0]` is `*`, which grants what is added later too; set it to what is needed.",
                "`rules[0].nonResourceURLs[1]` is `/*`, which grants what is added later too; set it to what is needed.",
            ],
        },
        "a role in a list": {
            ...object("rbac.authorization.k8s.io/v1", "RoleList", {
                items: [{ rules: [{ apiGroups: ["apps"], resources: ["controllerrevisions"], verbs: ["*"] }] }],
            }),
            message:
                "`items[0].rules[0].verbs[0]` is `*`, which grants what is added later too; set it to what is needed.",
        },
        "a patch of an old version": {
            ...object("rbac.authorization.k8s.io/v1beta1", "ClusterRolePatch", {
                rules: [{ apiGroups: ["apps"], resources: ["*"], verbs: ["get"] }],
            }),
            message: "`rules[0].resources[0]` is `*`, which grants what is added later too; set it to what is needed.",
        },
        "a malformed rule": {
            ...role(["*"]),
            message: "`rules[0]` is a string; set it to an object.",
            also: [
                "pod-security-policy-absent",
                "role-bindings-writing-limited",
                "role-config-maps-writing-limited",
                "role-escalation-disallowed",
                "role-networking-writing-limited",
                "role-pod-exec-limited",
                "role-pods-creation-limited",
                "role-secrets-access-limited",
                "role-token-creation-limited",
            ],
        },
    },
    undetermined: {
        "unknown labels of other roles": {
            ...aggregated({ matchLabels: UNKNOWN }),
            undetermined: ["`aggregationRule.clusterRoleSelectors[0].matchLabels` is not known before the update"],
        },
        "unknown verbs and resources: both are named": {
            ...role([{ apiGroups: ["apps"], resources: UNKNOWN, verbs: [UNKNOWN, "*"] }]),
            violations: ["`rules[0].verbs[1]` is `*`, which grants what is added later too; set it to what is needed."],
            undetermined: [
                "`rules[0].resources` is not known before the update",
                "`rules[0].verbs[0]` is not known before the update",
            ],
        },
    },
    notApplicable: {
        "no rules": { ...role([]), reason: "has no Role" },
        null: { ...role(null), reason: "has no Role" },
    },
});
