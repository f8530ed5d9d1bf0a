/**
 * The audit logs of a cluster exist only where a diagnostic setting sends them somewhere.
 *
 * Checked property:  DiagnosticSetting `resourceUri`, `logs`, of a ManagedCluster of the stack
 * Compliant values:  one names the cluster and sends logs; diagnostic-setting-audit-logs-enabled judges which ones
 * When unset:        violation (AKS keeps no audit logs by itself)
 */
import { diagnosticSetting } from "../../resources/diagnostic-setting";
import { managedCluster } from "../../resources/managed-cluster";
import { logsAreSent, settingOf } from "../../relations/sent-logs";
import { defineStackPolicy } from "../../stack-policy";

const settingOfCluster = settingOf(managedCluster);

export const clusterAuditLogsSent = defineStackPolicy({
    name: "cluster-audit-logs-sent",
    description: "AKS clusters must send their audit logs.",
    remediationSteps: "Give the cluster a diagnostic setting that sends `kube-audit-admin` and `guard` to a workspace.",
    severity: "high",
    practice: 7,
    equivalents: ["azure-policy:245fc9df-fa96-4414-9a0b-3738c2f7341c", "psrule:AZR-000022", "cis-aks-1.8:2.1.1"],
    subject: managedCluster,
    related: [diagnosticSetting],
    *judge(_, cluster, stack) {
        yield* logsAreSent(cluster, stack, settingOfCluster, {
            lost: "who changed what",
            advised: "`kube-audit-admin` and `guard`",
        });
    },
});
