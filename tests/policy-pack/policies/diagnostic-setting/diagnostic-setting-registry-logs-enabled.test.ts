import { diagnosticSettingRegistryLogsEnabled } from "../../../../policy-pack/policies/diagnostic-setting/diagnostic-setting-registry-logs-enabled";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

const providers = "/subscriptions/id/resourceGroups/rg/providers";
const registry = `${providers}/Microsoft.ContainerRegistry/registries/images`;

const on = (category: string) => ({ category, enabled: true });
const signIns = on("ContainerRegistryLoginEvents");
const events = on("ContainerRegistryRepositoryEvents");

function setting(logs: unknown, resourceUri: string = registry): Registered {
    return { type: "azure-native:monitor:DiagnosticSetting", props: { resourceUri, workspaceId: "/workspace", logs } };
}

function classicSetting(props: object): Registered {
    return {
        type: "azure:monitoring/diagnosticSetting:DiagnosticSetting",
        props: { targetResourceId: registry, logAnalyticsWorkspaceId: "/workspace", ...props },
    };
}

const enabled = "set it to a list in which that category is enabled.";
const noSignIns = `\`logs\` is without \`ContainerRegistryLoginEvents\`, and nobody can say later who signed in; ${enabled}`;
const noEvents = `\`logs\` is without \`ContainerRegistryRepositoryEvents\`, and nobody can say later who pushed and pulled; ${enabled}`;

testPolicy(diagnosticSettingRegistryLogsEnabled, {
    compliant: {
        "both categories": setting([signIns, events]),
        "another case": setting([on("containerregistryloginevents"), events], registry.toUpperCase()),
        "the group of audit logs": setting([{ categoryGroup: "audit", enabled: true }]),
        "a registry of the same program": setting([signIns, events], UNKNOWN),
        "both categories (classic)": classicSetting({
            enabledLogs: [
                { category: "ContainerRegistryLoginEvents" },
                { category: "ContainerRegistryRepositoryEvents" },
            ],
        }),
    },
    violating: {
        "one category": { ...setting([signIns]), message: noEvents },
        "another category": { ...setting([on("AuditEvent")]), message: [noSignIns, noEvents] },
        "one category of a registry of the same program": { ...setting([events], UNKNOWN), message: noSignIns },
        "a category that is off": {
            ...setting([{ ...signIns, enabled: false }, events]),
            message: "`logs[0].enabled` is `false`, and nobody can say later who signed in; set it to `true`.",
        },
        "a category that says nothing": {
            ...setting([signIns, { category: "ContainerRegistryRepositoryEvents" }]),
            message: "`logs[1].enabled` is unset, and nobody can say later who pushed and pulled; set it to `true`.",
        },
        "one category (classic)": {
            ...classicSetting({ enabledLogs: [{ category: "ContainerRegistryLoginEvents" }] }),
            message: noEvents.replace("`logs`", "`enabledLogs`"),
        },
    },
    undetermined: {
        "an unknown switch": {
            ...setting([{ ...signIns, enabled: UNKNOWN }, events]),
            undetermined: ["`logs[0].enabled` is not known before the update"],
        },
    },
    notApplicable: {
        "another resource": {
            ...setting([on("AuditEvent")], `${providers}/Microsoft.KeyVault/vaults/kit`),
            reason: "the resource is no registry",
        },
        "metrics only": { ...setting(null), reason: "the setting sends no logs" },
        "a group of a resource that is not known": {
            ...setting([{ categoryGroup: "audit", enabled: true }], UNKNOWN),
            reason: "the categories are those of any resource",
        },
        "other categories of a resource that is not known": {
            ...setting([on("AuditEvent")], UNKNOWN),
            reason: "the categories are not those of a registry",
        },
    },
});
