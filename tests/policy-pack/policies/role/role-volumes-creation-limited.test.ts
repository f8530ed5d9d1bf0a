import { roleVolumesCreationLimited } from "../../../../policy-pack/policies/role/role-volumes-creation-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });
const rule = (resource: unknown, ...verbs: string[]) => ({ apiGroups: [""], resources: [resource], verbs });
const message =
    "`rules[0].verbs` is a grant to make persistent volumes, folders of nodes among them; set it to reading verbs.";

testPolicy(roleVolumesCreationLimited, {
    compliant: {
        "reading volumes": clusterRole([rule("persistentvolumes", "get", "list", "watch")]),
        "updating volumes": clusterRole([rule("persistentvolumes", "update")]),
        "making claims": clusterRole([rule("persistentvolumeclaims", "create")]),
    },
    violating: {
        "making volumes": { ...clusterRole([rule("persistentvolumes", "create")]), message },
        "among other verbs": { ...clusterRole([rule("persistentvolumes", "get", "create")]), message },
    },
    undetermined: {
        "an unknown resource": {
            ...clusterRole([rule(UNKNOWN, "create")]),
            undetermined: ["`rules[0].resources[0]` is not known before the update"],
        },
    },
    notApplicable: {
        "a role of one namespace": {
            ...object("rbac.authorization.k8s.io/v1", "Role", { rules: [rule("persistentvolumes", "create")] }),
            reason: "a Role cannot reach what has no namespace",
        },
    },
});
