/**
 * Who read a secret is in the audit log of its vault, and that exists only where a diagnostic setting sends it somewhere.
 *
 * Checked property:  DiagnosticSetting `resourceUri`, `logs`, of a Vault of the stack
 * Compliant values:  one names the vault and sends logs
 * When unset:        violation (a vault keeps no logs by itself)
 */
import { diagnosticSetting } from "../../resources/diagnostic-setting";
import { vault } from "../../resources/vault";
import { logsAreSent, settingOf } from "../../relations/sent-logs";
import { defineStackPolicy } from "../../stack-policy";

const settingOfVault = settingOf(vault);

export const keyVaultAuditLogsSent = defineStackPolicy({
    name: "key-vault-audit-logs-sent",
    description: "Key vaults should send their audit logs.",
    remediationSteps: "Give the vault a diagnostic setting that sends `AuditEvent` to a workspace.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:cf820ca0-f99e-4f3e-84fb-66e913812d21", "psrule:AZR-000119"],
    advisory: "a policy assignment of the platform team often makes these settings",
    subject: vault,
    related: [diagnosticSetting],
    *judge(_, resource, stack) {
        yield* logsAreSent(resource, stack, settingOfVault, { lost: "who read which secret", advised: "`AuditEvent`" });
    },
});
