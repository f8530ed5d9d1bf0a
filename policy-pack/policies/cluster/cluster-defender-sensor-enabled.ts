/**
 * Without the sensor, nothing sees what an intruder does on a node or in a container.
 *
 * Checked property:  ManagedCluster `securityProfile.defender`
 * Compliant values:  `securityMonitoring.enabled: true`, with `logAnalyticsWorkspaceResourceId`
 * When unset:        violation (AKS runs no sensor by default)
 */
import { isFilled } from "../../values/filled";
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { managedCluster } from "../../resources/managed-cluster";

export const clusterDefenderSensorEnabled = definePolicy({
    name: "cluster-defender-sensor-enabled",
    description: "AKS clusters must run the sensor of Microsoft Defender for Containers.",
    remediationSteps: "Enable the sensor of Microsoft Defender and give it a Log Analytics workspace.",
    severity: "high",
    practice: 7,
    equivalents: ["azure-policy:a1840de2-8088-4ea8-b153-b4c723e9cb01", "psrule:AZR-000370"],
    checks: [
        check(managedCluster, function* ({ defenderSensor }) {
            if (defenderSensor === undefined) return;
            yield* mustBe(defenderSensor, true, { unset: "and nothing watches the nodes for threats" });
        }),
        check(managedCluster, function* ({ defenderSensor, defenderWorkspaceId }) {
            if (defenderSensor?.effective === false) return;
            if (isFilled(defenderWorkspaceId)) return;
            const consequence =
                defenderSensor === undefined
                    ? "and nothing watches the nodes for threats"
                    : "and AKS runs no sensor that cannot report";
            yield `\`${defenderWorkspaceId.path}\` is unset, ${consequence}; set it to the id of a Log Analytics workspace.`;
        }),
    ],
});
