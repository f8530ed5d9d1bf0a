import { clusterDefenderSensorEnabled } from "../../../../policy-pack/policies/cluster/cluster-defender-sensor-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const enabled = "securityProfile.defender.securityMonitoring.enabled";
const workspaceId = "securityProfile.defender.logAnalyticsWorkspaceResourceId";

testPolicy(clusterDefenderSensorEnabled, {
    compliant: {
        "a sensor with its workspace": cluster({ [enabled]: true, [workspaceId]: "/workspace" }),
        "a workspace of the same program": cluster({ [workspaceId]: UNKNOWN }),
        "the spelling of preview versions": cluster({
            "securityProfile.defender": undefined,
            "securityProfile.azureDefender": { enabled: true, logAnalyticsWorkspaceResourceId: "/workspace" },
        }),
        "a workspace (classic)": classicCluster({ "microsoftDefender.logAnalyticsWorkspaceId": "/workspace" }),
        "a workspace of the same program (classic)": classicCluster({
            "microsoftDefender.logAnalyticsWorkspaceId": UNKNOWN,
        }),
    },
    violating: {
        unset: {
            ...cluster({ "securityProfile.defender": undefined }),
            message: `\`${enabled}\` is unset, and nothing watches the nodes for threats; set it to \`true\`.`,
        },
        "`false`": {
            ...cluster({ [enabled]: false, [workspaceId]: undefined }),
            message: `\`${enabled}\` is \`false\`; set it to \`true\`.`,
        },
        "no workspace": {
            ...cluster({ [workspaceId]: undefined }),
            message: `\`${workspaceId}\` is unset, and AKS runs no sensor that cannot report; set it to the id of a Log Analytics workspace.`,
        },
        "an empty workspace": {
            ...cluster({ [workspaceId]: "" }),
            message: `\`${workspaceId}\` is unset, and AKS runs no sensor that cannot report; set it to the id of a Log Analytics workspace.`,
        },
        "a string": {
            ...cluster({ [enabled]: "true" }),
            message: `\`${enabled}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
        "unset (classic)": {
            ...classicCluster({ microsoftDefender: undefined }),
            message:
                "`microsoftDefender.logAnalyticsWorkspaceId` is unset, and nothing watches the nodes for threats; set it to the id of a Log Analytics workspace.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ [enabled]: UNKNOWN }),
            undetermined: [`\`${enabled}\` is not known before the update`],
        },
    },
});
