import { diagnosticSettingAuditLogsEnabled } from "../../../../policy-pack/policies/diagnostic-setting/diagnostic-setting-audit-logs-enabled";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

const providers = "/subscriptions/id/resourceGroups/rg/providers";
const cluster = `${providers}/Microsoft.ContainerService/managedClusters/prod`;
const vault = `${providers}/Microsoft.KeyVault/vaults/prod`;

const on = (category: string) => ({ category, enabled: true });
const group = (categoryGroup: string) => ({ categoryGroup, enabled: true });

function setting(logs: unknown, resourceUri: string = cluster): Registered {
    return { type: "azure-native:monitor:DiagnosticSetting", props: { resourceUri, workspaceId: "/workspace", logs } };
}

function classicSetting(props: object): Registered {
    return {
        type: "azure:monitoring/diagnosticSetting:DiagnosticSetting",
        props: { targetResourceId: cluster, logAnalyticsWorkspaceId: "/workspace", ...props },
    };
}

const noAudit =
    "`logs` is without `kube-audit-admin`, and nobody can say later who changed what; set it to a list in which that category is enabled.";
const noGuard =
    "`logs` is without `guard`, and nobody can say later who signed in; set it to a list in which that category is enabled.";

testPolicy(diagnosticSettingAuditLogsEnabled, {
    compliant: {
        "`kube-audit-admin` and `guard`": setting([on("kube-audit-admin"), on("guard")]),
        "`kube-audit` and `guard`": setting([on("guard"), on("kube-audit")]),
        "the group of audit logs": setting([group("audit")]),
        "the group of all logs": setting([group("allLogs")]),
        "a cluster of the same program": setting([on("kube-audit-admin"), on("guard")], UNKNOWN),
        "another case of the id": setting([on("kube-audit"), on("guard")], cluster.toLowerCase()),
        "the token of azure-native 1 and 2": {
            ...setting([on("kube-audit"), on("guard")]),
            type: "azure-native:insights:DiagnosticSetting",
        },
        "enabled logs (classic)": classicSetting({
            enabledLogs: [{ category: "kube-audit-admin" }, { category: "guard" }],
        }),
        "logs (classic)": classicSetting({ logs: [on("kube-audit-admin"), { category: "guard" }] }),
    },
    violating: {
        "other logs": { ...setting([on("kube-apiserver")]), message: [noAudit, noGuard] },
        "other logs of a cluster of the same program": {
            ...setting([on("cluster-autoscaler")], UNKNOWN),
            message: [noAudit, noGuard],
        },
        "no `guard`": { ...setting([on("kube-audit")]), message: noGuard },
        "no `guard` (the token of azure-native 1 and 2)": {
            ...setting([on("kube-audit")]),
            type: "azure-native:insights:DiagnosticSetting",
            message: noGuard,
        },
        "a log that is off": {
            ...setting([{ category: "kube-audit-admin", enabled: false }, on("guard")]),
            message: "`logs[0].enabled` is `false`, and nobody can say later who changed what; set it to `true`.",
        },
        "a log that says nothing": {
            ...setting([on("kube-audit"), { category: "guard" }]),
            message: "`logs[1].enabled` is unset, and nobody can say later who signed in; set it to `true`.",
        },
        "a group that is off": {
            ...setting([{ categoryGroup: "audit", enabled: false }]),
            message: [noAudit, noGuard],
        },
        "a group that is off, of a cluster of the same program": {
            ...setting([{ categoryGroup: "audit", enabled: false }, on("guard")], UNKNOWN),
            message: noAudit,
        },
        "other logs (classic)": {
            ...classicSetting({ enabledLogs: [{ category: "kube-apiserver" }] }),
            message: [noAudit.replace("logs", "enabledLogs"), noGuard.replace("logs", "enabledLogs")],
        },
    },
    undetermined: {
        "an unknown category": {
            ...setting([on("kube-audit"), on(UNKNOWN)]),
            undetermined: ["`logs[1].category` is not known before the update"],
        },
        "a group that is off, of nobody knows what": {
            ...setting([{ categoryGroup: "audit", enabled: false }], UNKNOWN),
            undetermined: ["`resourceUri` is not known before the update"],
        },
        "a group without audit logs, of nobody knows what": {
            ...setting([group("other"), { categoryGroup: "allLogs" }], UNKNOWN),
            undetermined: ["`resourceUri` is not known before the update"],
        },
        "unknown logs": {
            ...setting(UNKNOWN),
            undetermined: ["`logs` is not known before the update"],
        },
    },
    notApplicable: {
        "another resource": { ...setting([on("AuditEvent")], vault), reason: "the resource is no cluster" },
        "a resource below a cluster": {
            ...setting([on("kube-apiserver")], `${cluster}/agentPools/system`),
            reason: "the resource is no cluster",
        },
        "another resource with unknown logs": { ...setting(UNKNOWN, vault), reason: "the resource is no cluster" },
        "another resource of the same program": {
            ...setting([on("AuditEvent")], UNKNOWN),
            reason: "the categories are not those of a cluster",
        },
        "a group, and a category of another resource of the same program": {
            ...setting([group("audit"), on("AuditEvent")], UNKNOWN),
            reason: "the categories are not those of a cluster",
        },
        "a group of a resource of the same program": {
            ...setting([{ categoryGroup: "other", enabled: false }, group("AllLogs")], UNKNOWN),
            reason: "the categories are those of any resource",
        },
        "metrics only": { ...setting(null), reason: "the setting sends no logs" },
        "metrics only (classic)": { ...classicSetting({}), reason: "the setting sends no logs" },
    },
});
