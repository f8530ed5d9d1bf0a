/**
 * With the keys of the workspace, whoever reads the agent's secret can write false logs; Azure takes nothing by them since
 * 2026-09-30.
 *
 * Checked property:  ManagedCluster `addonProfiles.omsagent.config.useAADAuth`
 * Compliant values:  `"true"` where the add-on is enabled
 * When unset:        violation (the agent signs in by the keys of the workspace)
 */
import { mustBe } from "../../message";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { managedCluster, type ContainerInsights } from "../../resources/managed-cluster";

export const clusterContainerInsightsAadAuthEnabled = definePolicy({
    name: "cluster-container-insights-aad-auth-enabled",
    description: "Container Insights must sign in by Entra ID, not by the keys of its workspace.",
    remediationSteps: "Enable Entra ID authentication of the monitoring add-on, and associate a data collection rule.",
    severity: "medium",
    practice: 7,
    equivalents: [],
    checks: [
        check(managedCluster, function* ({ containerInsights }) {
            const agents: ContainerInsights[] = [];
            yield* each(containerInsights, function* (agent) {
                if (!agent.isEnabled) return;
                agents.push(agent);
                yield* mustBe(agent.useAADAuth, true, {
                    unset: "and the agent then signs in by the keys of its workspace, which Azure refuses",
                });
            });
            return agents.length > 0 ? undefined : notApplicable("the cluster has no Container Insights");
        }),
    ],
});
