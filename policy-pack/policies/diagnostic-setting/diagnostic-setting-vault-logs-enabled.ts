/**
 * Without its log, nobody can say later who read a certificate or a key out of a vault.
 *
 * Checked property:  DiagnosticSetting `logs` of a vault
 * Compliant values:  `AuditEvent`, enabled; or a group that has it (`audit`, `allLogs`)
 * When unset:        not applicable (the setting sends metrics only)
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { missingLogs, whyNotOf, type LoggedKind, type RequiredLog } from "../../azure/required-logs";
import { diagnosticSetting } from "../../resources/diagnostic-setting";

const vault: LoggedKind = {
    noun: "vault",
    id: /\/Microsoft\.KeyVault\/vaults\/[^/]+\/?$/i,
    categories: /^azurepolicyevaluationdetails$/,
};

const required: readonly RequiredLog[] = [{ categories: ["AuditEvent"], lost: "who read what" }];

export const diagnosticSettingVaultLogsEnabled = definePolicy({
    name: "diagnostic-setting-vault-logs-enabled",
    description: "Diagnostic settings of key vaults must send the audit log.",
    remediationSteps: "Enable the log category `AuditEvent`.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:cf820ca0-f99e-4f3e-84fb-66e913812d21", "psrule:AZR-000119"],
    checks: [
        check(diagnosticSetting, function* (setting) {
            const reason = whyNotOf(vault, setting);
            if (reason !== undefined) return notApplicable(reason);
            yield* missingLogs(setting, required);
            return undefined;
        }),
    ],
});
