import { roleCertificateApprovalDisallowed } from "../../../../policy-pack/policies/role/role-certificate-approval-disallowed";
import { object } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const role = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "Role", { rules });
const clusterRole = (rules: unknown) => object("rbac.authorization.k8s.io/v1", "ClusterRole", { rules });

testPolicy(roleCertificateApprovalDisallowed, {
    compliant: {
        "reading requests": clusterRole([
            { apiGroups: ["certificates.k8s.io"], resources: ["certificatesigningrequests"], verbs: ["get"] },
        ]),
        "making requests": clusterRole([
            { apiGroups: ["certificates.k8s.io"], resources: ["certificatesigningrequests"], verbs: ["create"] },
        ]),
        "reading approvals": clusterRole([
            { apiGroups: ["certificates.k8s.io"], resources: ["certificatesigningrequests/approval"], verbs: ["get"] },
        ]),
    },
    violating: {
        approval: {
            ...clusterRole([
                {
                    apiGroups: ["certificates.k8s.io"],
                    resources: ["certificatesigningrequests/approval"],
                    verbs: ["update"],
                },
            ]),
            message:
                "`rules[0].verbs` is a grant to approve certificate signing requests, by which its holder signs in as anyone; set it to reading verbs.",
        },
        "approval by a wildcard for the subresource": {
            ...clusterRole([{ apiGroups: ["certificates.k8s.io"], resources: ["*/approval"], verbs: ["patch"] }]),
            message:
                "`rules[0].verbs` is a grant to approve certificate signing requests, by which its holder signs in as anyone; set it to reading verbs.",
        },
        "approval for signers": {
            ...clusterRole([{ apiGroups: ["certificates.k8s.io"], resources: ["signers"], verbs: ["approve"] }]),
            message:
                "`rules[0].verbs` is a grant to approve certificate signing requests, by which its holder signs in as anyone; set it to reading verbs.",
        },
    },
    undetermined: {
        "an unknown verb": {
            ...clusterRole([{ apiGroups: ["certificates.k8s.io"], resources: ["signers"], verbs: [UNKNOWN] }]),
            undetermined: ["`rules[0].verbs[0]` is not known before the update"],
        },
    },
    notApplicable: {
        "a role of one namespace": {
            ...role([{ apiGroups: ["apps"], resources: ["deployments"], verbs: ["get"] }]),
            reason: "a Role cannot reach what has no namespace",
        },
    },
});
