import { DiagnosticSetting } from "@pulumi/azure-native/monitor/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameUnlessAutomatic } from "../arguments/names";

/** What one resource sends to a workspace. */
export interface DiagnosticSettingParts {
    /** ARM id of the resource that has the logs. */
    resourceId: pulumi.Input<string>;
    /** ARM id of the Log Analytics workspace. */
    workspaceId: pulumi.Input<string>;
    /** Log categories of the resource's type, such as `AuditEvent` of a vault. */
    categories: readonly string[];
    /** Whether platform metrics are sent too, which costs once more what Azure Monitor keeps for nothing. Default: false. */
    metrics?: boolean;
}

const longestName = 260;

/** Sends logs where a workspace was given for them; nothing where none was. */
export function createLogs(
    name: string,
    { workspaceId, ...parts }: Omit<DiagnosticSettingParts, "workspaceId"> & Partial<DiagnosticSettingParts>,
    options: pulumi.CustomResourceOptions,
): DiagnosticSetting[] {
    return workspaceId === undefined ? [] : [createDiagnosticSetting(name, { ...parts, workspaceId }, options)];
}

/** Sends the logs of one resource to a workspace, each category into a table of its own where the service has one. */
export function createDiagnosticSetting(
    name: string,
    { resourceId, workspaceId, categories, metrics = false }: DiagnosticSettingParts,
    options: pulumi.CustomResourceOptions,
): DiagnosticSetting {
    return new DiagnosticSetting(
        name,
        {
            name: nameUnlessAutomatic(name, /^[^*<>%&:?+/#\\]{1,252}$/, longestName),
            resourceUri: resourceId,
            workspaceId,
            logAnalyticsDestinationType: "Dedicated",
            logs: categories.map((category) => ({ category, enabled: true })),
            ...(metrics ? { metrics: [{ category: "AllMetrics", enabled: true }] } : {}),
        },
        {
            ...options,
            // Many services answer with null or AzureDiagnostics whatever was set, so that every refresh would find a
            // difference: https://github.com/Azure/azure-rest-api-specs/issues/22400
            ignoreChanges: [...(options.ignoreChanges ?? []), "logAnalyticsDestinationType"],
            // Azure refuses a second setting of one resource that sends one category to one workspace.
            deleteBeforeReplace: true,
        },
    );
}
