/**
 * Without its logs, nobody can say later who pushed the image that runs, nor who signed in to do so.
 *
 * Checked property:  DiagnosticSetting `logs` of a registry
 * Compliant values:  `ContainerRegistryLoginEvents` and `ContainerRegistryRepositoryEvents`, enabled; or a group that has
 *                    them (`audit`, `allLogs`)
 * When unset:        not applicable (the setting sends metrics only)
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { missingLogs, whyNotOf, type LoggedKind, type RequiredLog } from "../../azure/required-logs";
import { diagnosticSetting } from "../../resources/diagnostic-setting";

const registry: LoggedKind = {
    noun: "registry",
    id: /\/Microsoft\.ContainerRegistry\/registries\/[^/]+\/?$/i,
    categories: /^containerregistry/,
};

const required: readonly RequiredLog[] = [
    { categories: ["ContainerRegistryLoginEvents"], lost: "who signed in" },
    { categories: ["ContainerRegistryRepositoryEvents"], lost: "who pushed and pulled" },
];

export const diagnosticSettingRegistryLogsEnabled = definePolicy({
    name: "diagnostic-setting-registry-logs-enabled",
    description: "Diagnostic settings of container registries must send the audit logs.",
    remediationSteps:
        "Enable the log categories `ContainerRegistryLoginEvents` and `ContainerRegistryRepositoryEvents`.",
    severity: "medium",
    practice: 8,
    equivalents: ["psrule:AZR-000535"],
    checks: [
        check(diagnosticSetting, function* (setting) {
            const reason = whyNotOf(registry, setting);
            if (reason !== undefined) return notApplicable(reason);
            yield* missingLogs(setting, required);
            return undefined;
        }),
    ],
});
