import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { flag, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** What a resource sends of itself, in ARM's names. */
export interface DiagnosticSetting {
    /** ARM id of the resource. */
    readonly resourceUri: Property;
    /** The logs as a whole. */
    readonly logs: Property;
    /** The logs one by one. */
    readonly entries: () => readonly LogEntry[];
    /** Where it may be sent to; the first is the usual place. */
    readonly sinks: readonly [Property, ...Property[]];
}

/** One log, or a group of them. */
export interface LogEntry {
    readonly category: Property;
    readonly categoryGroup: Property;
    readonly enabled: Setting<boolean>;
}

const isNative = azureNative("monitor", "DiagnosticSetting");
/** Until azure-native 3, the module was called as ARM calls the service. */
const wasNative = azureNative("insights", "DiagnosticSetting");
const isClassic = azureClassic("monitoring", "DiagnosticSetting");

/** Diagnostic settings: DiagnosticSetting of azure-native and of the classic provider. */
export const diagnosticSetting: ResourceKind<DiagnosticSetting> = {
    name: "DiagnosticSetting",
    matches: (type) => isNative(type) || wasNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isClassic(type) ? classic(properties) : native(properties);
    },
};

function native(setting: Property): DiagnosticSetting {
    const logs = setting.at("logs");
    return {
        resourceUri: setting.at("resourceUri"),
        logs,
        entries: () => logs.elements().map(logEntry),
        sinks: [
            setting.at("workspaceId"),
            setting.at("storageAccountId"),
            setting.at("eventHubAuthorizationRuleId"),
            setting.at("serviceBusRuleId"),
            setting.at("marketplacePartnerId"),
        ],
    };
}

/** Names of versions 6 and 5, and the `logs` of versions before, which could be turned off one by one. */
function classic(setting: Property): DiagnosticSetting {
    const logs = setting.at("enabledLogs");
    return {
        resourceUri: setting.at("targetResourceId"),
        logs,
        entries: () => [
            ...logs.elements().map((log) => ({ ...logEntry(log), enabled: flag(log.at("enabled"), true) })),
            ...setting
                .at("logs")
                .elements()
                .map((log) => ({ ...logEntry(log), enabled: flag(log.at("enabled"), true) })),
        ],
        sinks: [
            setting.at("logAnalyticsWorkspaceId"),
            setting.at("storageAccountId"),
            setting.at("eventhubAuthorizationRuleId"),
            setting.at("partnerSolutionId"),
        ],
    };
}

function logEntry(log: Property): LogEntry {
    return {
        category: log.at("category"),
        categoryGroup: log.at("categoryGroup"),
        enabled: flag(log.at("enabled"), false),
    };
}
