import { clusterMonitoringEnabled } from "../../../../policy-pack/policies/cluster/cluster-monitoring-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const agent = { enabled: true, config: { useAADAuth: "true" } };

const message = (path: string, found: string) =>
    `\`${path}\` is ${found}, and nobody then sees what happens on the nodes; set it to an add-on that is enabled, with a Log Analytics workspace.`;

testPolicy(clusterMonitoringEnabled, {
    compliant: {
        "managed Prometheus": cluster(),
        "the add-on": cluster({ azureMonitorProfile: undefined, "addonProfiles.omsagent": agent }),
        "the add-on in another case": cluster({ azureMonitorProfile: undefined, "addonProfiles.omsAgent": agent }),
        "Container Insights of preview versions": cluster({
            azureMonitorProfile: { metrics: { enabled: false }, containerInsights: { enabled: true } },
        }),
        "the add-on, and something unknown": cluster({
            "azureMonitorProfile.metrics": UNKNOWN,
            "addonProfiles.omsagent": agent,
        }),
        "managed Prometheus, and unknown add-ons": cluster({ addonProfiles: UNKNOWN }),
        "managed Prometheus (classic)": classicCluster(),
        "the add-on (classic)": classicCluster({
            monitorMetrics: undefined,
            omsAgent: { logAnalyticsWorkspaceId: "/workspace", msiAuthForMonitoringEnabled: true },
        }),
        "the add-on (classic version 4)": classicCluster({
            monitorMetrics: undefined,
            addonProfile: { omsAgent: { enabled: true, msiAuthForMonitoringEnabled: true } },
        }),
    },
    violating: {
        unset: { ...cluster({ azureMonitorProfile: undefined }), message: message("addonProfiles.omsagent", "unset") },
        null: { ...cluster({ azureMonitorProfile: null }), message: message("addonProfiles.omsagent", "unset") },
        disabled: {
            ...cluster({ "azureMonitorProfile.metrics.enabled": false, "addonProfiles.omsAgent": { enabled: false } }),
            message: message("addonProfiles.omsAgent", "disabled"),
        },
        "an add-on without a state": {
            ...cluster({ azureMonitorProfile: {}, "addonProfiles.omsagent": {} }),
            message: message("addonProfiles.omsagent", "disabled"),
        },
        "a string": {
            ...cluster({ "azureMonitorProfile.metrics.enabled": "true" }),
            message: "`azureMonitorProfile.metrics.enabled` is a string; set it to `true` or `false`, without quotes.",
        },
        "unset (classic)": {
            ...classicCluster({ monitorMetrics: undefined }),
            message: message("omsAgent", "unset"),
        },
        "disabled (classic version 4)": {
            ...classicCluster({ monitorMetrics: undefined, addonProfile: { omsAgent: { enabled: false } } }),
            message: message("addonProfile.omsAgent", "disabled"),
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "azureMonitorProfile.metrics.enabled": UNKNOWN }),
            undetermined: ["`azureMonitorProfile.metrics.enabled` is not known before the update"],
        },
        "an unknown add-on": {
            ...cluster({ azureMonitorProfile: undefined, "addonProfiles.omsagent": UNKNOWN }),
            undetermined: ["`addonProfiles.omsagent` is not known before the update"],
        },
    },
});
