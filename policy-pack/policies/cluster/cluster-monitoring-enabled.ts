/**
 * A cluster that nobody watches fails, or is broken into, unnoticed.
 *
 * Checked property:  ManagedCluster `addonProfiles.omsagent.enabled` and `azureMonitorProfile`
 * Compliant values:  one of them: the add-on, managed Prometheus (`metrics`), Container Insights of preview versions (`containerInsights`)
 * When unset:        violation (AKS monitors nothing by default)
 * Ruling:            managed Prometheus passes, which tools that know the add-on only refuse
 */
import { check, definePolicy, some } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterMonitoringEnabled = definePolicy({
    name: "cluster-monitoring-enabled",
    description: "AKS clusters should be monitored by Azure Monitor.",
    remediationSteps: "Enable the monitoring add-on with a Log Analytics workspace, or managed Prometheus.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["psrule:AZR-000041", "checkov:CKV_AZURE_4", "trivy:AZU-0040"],
    advisory: "it costs by what it collects, and a cluster may be watched by something else",
    checks: [
        check(managedCluster, function* (cluster) {
            const hasAgent = () => some(...[...cluster.containerInsights].map((agent) => () => agent.isEnabled));
            if (some(hasAgent, ...cluster.monitors)) return;
            const { monitoringAddOn } = cluster;
            const found = monitoringAddOn.isGiven ? "disabled" : "unset";
            yield `\`${monitoringAddOn.path}\` is ${found}, and nobody then sees what happens on the nodes; set it to an add-on that is enabled, with a Log Analytics workspace.`;
        }),
    ],
});
