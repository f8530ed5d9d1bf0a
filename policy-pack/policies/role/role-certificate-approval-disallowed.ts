/**
 * Who approves certificate signing requests can make a client certificate for anyone, and no audit log tells it apart.
 *
 * Checked property:  ClusterRole `rules[*]`
 * Compliant values:  no `update` or `patch` on `certificatesigningrequests/approval`, no `approve` on `signers`
 * When unset:        compliant
 * Ruling:            a Role cannot reach signing requests, which have no namespace: not applicable
 */
import { check, definePolicy, notApplicable, some } from "../../policy";
import { grants, roleRule } from "../../resources/role";

const apiGroups = ["certificates.k8s.io"];

export const roleCertificateApprovalDisallowed = definePolicy({
    name: "role-certificate-approval-disallowed",
    description: "Cluster roles must not grant the approval of certificate signing requests.",
    remediationSteps: "Leave approval to the controllers of AKS.",
    severity: "medium",
    practice: 3,
    equivalents: ["checkov:CKV_K8S_156", "cis-aks-1.8:4.1.11"],
    checks: [
        check(roleRule, function* (rule) {
            if (!rule.isClusterWide) return notApplicable("a Role cannot reach what has no namespace");
            const approval = ["certificatesigningrequests/approval"];
            const granted = some(
                () => grants(rule, { apiGroups, resources: approval, verbs: ["update", "patch"] }),
                () => grants(rule, { apiGroups, resources: ["signers"], verbs: ["approve"] }),
            );
            if (granted) {
                yield `\`${rule.property.at("verbs").path}\` is a grant to approve certificate signing requests, by which its holder signs in as anyone; set it to reading verbs.`;
            }
        }),
    ],
});
