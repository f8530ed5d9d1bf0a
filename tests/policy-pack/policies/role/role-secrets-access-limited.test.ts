import { roleSecretsAccessLimited } from "../../../../policy-pack/policies/role/role-secrets-access-limited";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });

testPolicy(roleSecretsAccessLimited, {
    compliant: {
        "a named secret": role([{ apiGroups: [""], resources: ["secrets"], verbs: ["get"], resourceNames: ["tls"] }]),
        "writing secrets": role([{ apiGroups: [""], resources: ["secrets"], verbs: ["create"] }]),
        "reading config maps": role([{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }]),
    },
    violating: {
        "every secret of a namespace": {
            ...role([{ apiGroups: [""], resources: ["secrets"], verbs: ["list"] }]),
            message:
                "`rules[0].resourceNames` is unset, and every secret can then be read; set it to the names of the secrets that are needed.",
        },
        "every secret, beside other resources": {
            ...clusterRole([{ apiGroups: ["apps", ""], resources: ["pods", "secrets"], verbs: ["watch"] }]),
            message:
                "`rules[0].resourceNames` is unset, and every secret can then be read; set it to the names of the secrets that are needed.",
        },
    },
    undetermined: {
        "unknown names": {
            ...role([{ apiGroups: [""], resources: ["secrets"], verbs: ["get"], resourceNames: UNKNOWN }]),
            undetermined: ["`rules[0].resourceNames` is not known before the update"],
        },
    },
});
