/**
 * Who controls admission webhooks reads and changes every object on its way into the cluster, secrets too.
 *
 * Checked property:  ClusterRole `rules[*]`
 * Compliant values:  no `create`, `update`, `patch` on validating or mutating webhook configurations
 * When unset:        compliant
 * Ruling:            a Role cannot reach webhook configurations, which have no namespace: not applicable
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { grants, roleRule } from "../../resources/role";

export const roleAdmissionWebhooksDisallowed = definePolicy({
    name: "role-admission-webhooks-disallowed",
    description: "Cluster roles must not grant control over admission webhooks.",
    remediationSteps: "Let only the installation of a webhook write its configuration.",
    severity: "medium",
    practice: 3,
    equivalents: ["checkov:CKV_K8S_155", "cis-aks-1.8:4.1.12"],
    checks: [
        check(roleRule, function* (rule) {
            if (!rule.isClusterWide) return notApplicable("a Role cannot reach what has no namespace");
            const granted = grants(rule, {
                apiGroups: ["admissionregistration.k8s.io"],
                resources: ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
                verbs: ["create", "update", "patch"],
            });
            if (granted) {
                yield `\`${rule.property.at("verbs").path}\` is a grant to write admission webhooks, by which its holder sees and changes every object; set it to reading verbs.`;
            }
        }),
    ],
});
