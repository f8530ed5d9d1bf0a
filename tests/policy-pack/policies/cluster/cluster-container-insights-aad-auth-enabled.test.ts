import { clusterContainerInsightsAadAuthEnabled } from "../../../../policy-pack/policies/cluster/cluster-container-insights-aad-auth-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const agent = (config: unknown, enabled: unknown = true) => cluster({ "addonProfiles.omsagent": { enabled, config } });
const useAADAuth = "addonProfiles.omsagent.config.useAADAuth";
const byKeys = "and the agent then signs in by the keys of its workspace, which Azure refuses";
const none = { reason: "the cluster has no Container Insights" };

testPolicy(clusterContainerInsightsAadAuthEnabled, {
    compliant: {
        '`"true"`': agent({ useAADAuth: "true" }),
        '`"True"`': agent({ useAADAuth: "True" }),
        "another spelling of the add-on": cluster({
            "addonProfiles.omsAgent": { enabled: true, config: { useAADAuth: "true" } },
        }),
        "the compliant value (classic)": classicCluster({
            omsAgent: { logAnalyticsWorkspaceId: "/workspace", msiAuthForMonitoringEnabled: true },
        }),
    },
    violating: {
        unset: {
            ...agent({ logAnalyticsWorkspaceResourceID: "/workspace" }),
            message: `\`${useAADAuth}\` is unset, ${byKeys}; set it to \`"true"\`.`,
        },
        '`"false"`': {
            ...agent({ useAADAuth: "false" }),
            message: `\`${useAADAuth}\` is \`"false"\`; set it to \`"true"\`.`,
        },
        "a boolean": {
            ...agent({ useAADAuth: true }),
            message: `\`${useAADAuth}\` is a boolean; set it to a string.`,
        },
        "another text": {
            ...agent({ useAADAuth: "yes" }),
            message: `\`${useAADAuth}\` is a string; set it to \`"true"\` or \`"false"\`.`,
        },
        "unset (classic)": {
            ...classicCluster({ omsAgent: { logAnalyticsWorkspaceId: "/workspace" } }),
            message: `\`omsAgent.msiAuthForMonitoringEnabled\` is unset, ${byKeys}; set it to \`true\`.`,
        },
        "the add-on of version 4 (classic)": {
            ...classicCluster({ "addonProfile.omsAgent": { enabled: true } }),
            message: `\`addonProfile.omsAgent.msiAuthForMonitoringEnabled\` is unset, ${byKeys}; set it to \`true\`.`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...agent({ useAADAuth: UNKNOWN }),
            undetermined: [`\`${useAADAuth}\` is not known before the update`],
        },
        "an add-on of which it is unknown whether it is on": {
            ...agent({ useAADAuth: "false" }, UNKNOWN),
            undetermined: ["`addonProfiles.omsagent.enabled` is not known before the update"],
        },
    },
    notApplicable: {
        "a cluster without it": { ...cluster({ "addonProfiles.omsagent": undefined }), ...none },
        "an add-on that is off": { ...agent({ useAADAuth: "false" }, false), ...none },
        "a cluster without it (classic)": { ...classicCluster(), ...none },
    },
});
