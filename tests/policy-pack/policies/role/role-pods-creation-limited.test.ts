import { rolePodsCreationLimited } from "../../../../policy-pack/policies/role/role-pods-creation-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const rule = (apiGroup: string, resource: unknown, ...verbs: string[]) => ({
    apiGroups: [apiGroup],
    resources: [resource],
    verbs,
});
const message =
    "`rules[0].verbs` is a grant to make pods, by which its holder acts as every service account there; set it to reading verbs.";
const workloads = {
    "": ["pods", "replicationcontrollers"],
    apps: ["deployments", "statefulsets", "daemonsets", "replicasets"],
    batch: ["jobs", "cronjobs"],
};

testPolicy(rolePodsCreationLimited, {
    compliant: {
        "reading pods": role([rule("", "pods", "get", "list", "watch")]),
        "deleting pods": role([rule("", "pods", "delete")]),
        "evicting pods": role([rule("", "pods/eviction", "create")]),
        "a named deployment": role([{ ...rule("apps", "deployments", "patch"), resourceNames: ["shop"] }]),
        "another API group": role([rule("example.com", "deployments", "create")]),
    },
    violating: {
        ...Object.fromEntries(
            Object.entries(workloads).flatMap(([group, resources]) =>
                resources.map((resource) => [
                    `making ${resource}`,
                    { ...role([rule(group, resource, "create")]), message },
                ]),
            ),
        ),
        "updating pods": { ...role([rule("", "pods", "update")]), message },
        "patching deployments": { ...role([rule("apps", "deployments", "patch")]), message },
        "a cluster role in a list": {
            ...object("rbac.authorization.k8s.io/v1", "ClusterRoleList", {
                items: [{ rules: [rule("batch", "jobs", "create")] }],
            }),
            message: message.replace("rules", "items[0].rules"),
        },
    },
    undetermined: {
        "unknown verbs": {
            ...role([{ ...rule("batch", "jobs"), verbs: UNKNOWN }]),
            undetermined: ["`rules[0].verbs` is not known before the update"],
        },
    },
});
