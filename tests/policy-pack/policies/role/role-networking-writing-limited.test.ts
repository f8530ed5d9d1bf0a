import { roleNetworkingWritingLimited } from "../../../../policy-pack/policies/role/role-networking-writing-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const rule = (apiGroup: unknown, resource: string, ...verbs: string[]) => ({
    apiGroups: [apiGroup],
    resources: [resource],
    verbs,
});
const message = "`rules[0].verbs` is a grant to change where traffic goes; set it to reading verbs.";

testPolicy(roleNetworkingWritingLimited, {
    compliant: {
        "reading services": role([rule("", "services", "get", "list", "watch")]),
        "the status of ingresses": role([rule("networking.k8s.io", "ingresses/status", "update")]),
        "a named service": role([{ ...rule("", "services", "patch"), resourceNames: ["shop"] }]),
        "another API group": role([rule("serving.knative.dev", "services", "create")]),
    },
    violating: {
        "making services": { ...role([rule("", "services", "create")]), message },
        "updating endpoints": { ...role([rule("", "endpoints", "update")]), message },
        "patching endpoint slices": { ...role([rule("discovery.k8s.io", "endpointslices", "patch")]), message },
        "deleting network policies": { ...role([rule("networking.k8s.io", "networkpolicies", "delete")]), message },
        "deleting all network policies": {
            ...role([rule("networking.k8s.io", "networkpolicies", "deletecollection")]),
            message,
        },
        "making ingresses": { ...role([rule("networking.k8s.io", "ingresses", "create")]), message },
        "making ingresses of the old group, in every namespace": {
            ...object("rbac.authorization.k8s.io/v1", "ClusterRole", {
                rules: [rule("extensions", "ingresses", "create")],
            }),
            message,
        },
    },
    undetermined: {
        "an unknown API group": {
            ...role([rule(UNKNOWN, "services", "create")]),
            undetermined: ["`rules[0].apiGroups[0]` is not known before the update"],
        },
    },
});
