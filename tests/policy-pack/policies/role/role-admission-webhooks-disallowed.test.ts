import { roleAdmissionWebhooksDisallowed } from "../../../../policy-pack/policies/role/role-admission-webhooks-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });

testPolicy(roleAdmissionWebhooksDisallowed, {
    compliant: {
        "reading webhooks": clusterRole([
            {
                apiGroups: ["admissionregistration.k8s.io"],
                resources: ["mutatingwebhookconfigurations"],
                verbs: ["get"],
            },
        ]),
        "writing admission policies": clusterRole([
            {
                apiGroups: ["admissionregistration.k8s.io"],
                resources: ["validatingadmissionpolicies"],
                verbs: ["update"],
            },
        ]),
    },
    violating: {
        "patching a mutating webhook": {
            ...clusterRole([
                {
                    apiGroups: ["admissionregistration.k8s.io"],
                    resources: ["mutatingwebhookconfigurations"],
                    verbs: ["patch"],
                },
            ]),
            message:
                "`rules[0].verbs` is a grant to write admission webhooks, by which its holder sees and changes every object; set it to reading verbs.",
        },
        "creating a validating webhook": {
            ...clusterRole([
                {
                    apiGroups: ["admissionregistration.k8s.io"],
                    resources: ["validatingwebhookconfigurations"],
                    verbs: ["create"],
                },
            ]),
            message:
                "`rules[0].verbs` is a grant to write admission webhooks, by which its holder sees and changes every object; set it to reading verbs.",
        },
        "everything in the API group": {
            ...clusterRole([{ apiGroups: ["admissionregistration.k8s.io"], resources: ["*"], verbs: ["update"] }]),
            message:
                "`rules[0].verbs` is a grant to write admission webhooks, by which its holder sees and changes every object; set it to reading verbs.",
            also: ["role-wildcards-disallowed"],
        },
    },
    undetermined: {
        "unknown resources": {
            ...clusterRole([{ apiGroups: ["admissionregistration.k8s.io"], resources: UNKNOWN, verbs: ["update"] }]),
            undetermined: ["`rules[0].resources` is not known before the update"],
        },
    },
    notApplicable: {
        "a role of one namespace": {
            ...role([{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get"] }]),
            reason: "a Role cannot reach what has no namespace",
        },
    },
});
