import { diagnosticSettingVaultLogsEnabled } from "../../../../policy-pack/policies/diagnostic-setting/diagnostic-setting-vault-logs-enabled";
import { testPolicy, UNKNOWN, type Registered } from "../../policy-tester";

const providers = "/subscriptions/id/resourceGroups/rg/providers";
const vault = `${providers}/Microsoft.KeyVault/vaults/kit`;

const on = (category: string) => ({ category, enabled: true });
const policies = on("AzurePolicyEvaluationDetails");

function setting(logs: unknown, resourceUri: string = vault): Registered {
    return { type: "azure-native:monitor:DiagnosticSetting", props: { resourceUri, workspaceId: "/workspace", logs } };
}

function classicSetting(props: object): Registered {
    return {
        type: "azure:monitoring/diagnosticSetting:DiagnosticSetting",
        props: { targetResourceId: vault, logAnalyticsWorkspaceId: "/workspace", ...props },
    };
}

const message =
    "`logs` is without `AuditEvent`, and nobody can say later who read what; set it to a list in which that category is enabled.";

testPolicy(diagnosticSettingVaultLogsEnabled, {
    compliant: {
        "the category": setting([on("AuditEvent")]),
        "the group of all logs": setting([{ categoryGroup: "allLogs", enabled: true }]),
        "a vault of the same program": setting([on("auditevent"), policies], UNKNOWN),
        "the category (classic)": classicSetting({ enabledLogs: [{ category: "AuditEvent" }] }),
    },
    violating: {
        "another category": { ...setting([policies]), message },
        "another category of a vault of the same program": { ...setting([policies], UNKNOWN), message },
        "a group that is off": { ...setting([{ categoryGroup: "audit", enabled: false }]), message },
        "the category, off (classic)": {
            ...classicSetting({ logs: [{ category: "AuditEvent", enabled: false }] }),
            message: "`logs[0].enabled` is `false`, and nobody can say later who read what; set it to `true`.",
        },
    },
    undetermined: {
        "unknown logs": { ...setting(UNKNOWN), undetermined: ["`logs` is not known before the update"] },
    },
    notApplicable: {
        "a key that lies in a vault": {
            ...setting([policies], `${vault}/keys/etcd`),
            reason: "the resource is no vault",
        },
        "the category of a resource that is not known": {
            ...setting([on("AuditEvent")], UNKNOWN),
            reason: "the categories are not those of a vault",
        },
    },
});
