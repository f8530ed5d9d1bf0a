/**
 * The proxy of nodes leads to the kubelet's API, past admission control and past the API server's audit log.
 *
 * Checked property:  ClusterRole `rules[*]`
 * Compliant values:  no verb on `nodes/proxy`
 * When unset:        compliant
 * Ruling:            a Role cannot reach nodes, which have no namespace: not applicable
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { grants, roleRule } from "../../resources/role";

export const roleNodeProxyDisallowed = definePolicy({
    name: "role-node-proxy-disallowed",
    description: "Cluster roles must not grant the proxy of nodes.",
    remediationSteps: "Grant nodes/metrics or nodes/stats to what collects metrics.",
    severity: "medium",
    practice: 3,
    equivalents: ["trivy:KSV-0047", "cis-aks-1.8:4.1.10"],
    checks: [
        check(roleRule, function* (rule) {
            if (!rule.isClusterWide) return notApplicable("a Role cannot reach what has no namespace");
            const verbs = ["get", "create", "update", "patch", "delete"];
            if (grants(rule, { apiGroups: [""], resources: ["nodes/proxy"], verbs })) {
                yield `\`${rule.property.at("resources").path}\` is a grant of \`nodes/proxy\`, which leads past the API server; set it to \`nodes/metrics\` or \`nodes/stats\`.`;
            }
        }),
    ],
});
