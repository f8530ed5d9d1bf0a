/**
 * Without audit logs, nobody can say later who did what in a cluster, nor find out while it happens.
 *
 * Checked property:  DiagnosticSetting `logs` of a cluster
 * Compliant values:  `guard`, and `kube-audit-admin` or `kube-audit`, enabled; or a group that has them (`audit`, `allLogs`)
 * When unset:        not applicable (the setting sends metrics only)
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { missingLogs, whyNotOf, type LoggedKind, type RequiredLog } from "../../azure/required-logs";
import { diagnosticSetting } from "../../resources/diagnostic-setting";

const cluster: LoggedKind = {
    noun: "cluster",
    id: /\/managedClusters\/[^/]+\/?$/i,
    categories: /^(?:kube-.*|guard|cluster-autoscaler|cloud-controller-manager|csi-.*|fleet-.*|karpenter-.*)$/,
};

const required: readonly RequiredLog[] = [
    { categories: ["kube-audit-admin", "kube-audit"], lost: "who changed what" },
    { categories: ["guard"], lost: "who signed in" },
];

export const diagnosticSettingAuditLogsEnabled = definePolicy({
    name: "diagnostic-setting-audit-logs-enabled",
    description: "Diagnostic settings of AKS clusters must send the audit logs.",
    remediationSteps: "Enable the log categories `kube-audit-admin` (or `kube-audit`) and `guard`.",
    severity: "high",
    practice: 7,
    equivalents: ["azure-policy:245fc9df-fa96-4414-9a0b-3738c2f7341c", "psrule:AZR-000022", "cis-aks-1.8:2.1.1"],
    checks: [
        check(diagnosticSetting, function* (setting) {
            const reason = whyNotOf(cluster, setting);
            if (reason !== undefined) return notApplicable(reason);
            yield* missingLogs(setting, required);
            return undefined;
        }),
    ],
});
