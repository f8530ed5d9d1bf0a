import { diagnosticSettingSinkSet } from "../../../../policy-pack/policies/diagnostic-setting/diagnostic-setting-sink-set";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

function setting(props: object): Registered {
    return {
        type: "azure-native:monitor:DiagnosticSetting",
        props: { resourceUri: "/resource", metrics: [{ category: "AllMetrics", enabled: true }], ...props },
    };
}

function classicSetting(props: object): Registered {
    return {
        type: "azure:monitoring/diagnosticSetting:DiagnosticSetting",
        props: { targetResourceId: "/resource", metrics: [{ category: "AllMetrics" }], ...props },
    };
}

const nothing =
    "is unset, as is every other place to send to, and nothing is kept; set it to the id of a Log Analytics workspace.";

testPolicy(diagnosticSettingSinkSet, {
    compliant: {
        "a workspace": setting({ workspaceId: "/workspace" }),
        "a workspace of the same program": setting({ workspaceId: UNKNOWN }),
        "a storage account": setting({ storageAccountId: "/account" }),
        "an event hub": setting({ eventHubAuthorizationRuleId: "/rule" }),
        "a service bus": setting({ serviceBusRuleId: "/rule" }),
        "a partner": setting({ marketplacePartnerId: "/partner" }),
        "a place beside one that is empty": setting({ workspaceId: "", storageAccountId: "/account" }),
        "a workspace (classic)": classicSetting({ logAnalyticsWorkspaceId: "/workspace" }),
        "a storage account (classic)": classicSetting({ storageAccountId: "/account" }),
        "an event hub (classic)": classicSetting({ eventhubAuthorizationRuleId: "/rule" }),
        "a partner (classic)": classicSetting({ partnerSolutionId: "/partner" }),
    },
    violating: {
        unset: { ...setting({}), message: `\`workspaceId\` ${nothing}` },
        empty: { ...setting({ workspaceId: "" }), message: `\`workspaceId\` ${nothing}` },
        null: { ...setting({ workspaceId: null }), message: `\`workspaceId\` ${nothing}` },
        "the token of azure-native 1 and 2": {
            ...setting({}),
            type: "azure-native:insights:DiagnosticSetting",
            message: `\`workspaceId\` ${nothing}`,
        },
        "unset (classic)": { ...classicSetting({}), message: `\`logAnalyticsWorkspaceId\` ${nothing}` },
        "a number": { ...setting({ workspaceId: 7 }), message: "`workspaceId` is a number; set it to a string." },
    },
});
