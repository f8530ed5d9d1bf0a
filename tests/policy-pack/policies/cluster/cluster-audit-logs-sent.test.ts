import { clusterAuditLogsSent } from "../../../../policy-pack/policies/cluster/cluster-audit-logs-sent";
import { classicCluster, cluster } from "../../fixtures";
import { sentLogsCases } from "../../sent-logs-cases";
import { testStackPolicy } from "../../stack-policy-tester";

testStackPolicy(
    clusterAuditLogsSent,
    sentLogsCases({
        native: cluster(),
        classic: classicCluster(),
        armType: "Microsoft.ContainerService/managedClusters",
        nameProperty: "resourceName",
        kind: "ManagedCluster",
        message:
            "`subject` is without a DiagnosticSetting that sends its logs, and nobody can say later who changed what; set it to one with `kube-audit-admin` and `guard`.",
    }),
);
