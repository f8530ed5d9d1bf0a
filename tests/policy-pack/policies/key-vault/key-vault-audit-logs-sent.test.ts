import { keyVaultAuditLogsSent } from "../../../../policy-pack/policies/key-vault/key-vault-audit-logs-sent";
import { classicVault, vault } from "../../fixtures";
import { sentLogsCases } from "../../sent-logs-cases";
import { testStackPolicy } from "../../stack-policy-tester";

testStackPolicy(
    keyVaultAuditLogsSent,
    sentLogsCases({
        native: vault(),
        classic: classicVault(),
        armType: "Microsoft.KeyVault/vaults",
        nameProperty: "vaultName",
        kind: "Vault",
        message:
            "`subject` is without a DiagnosticSetting that sends its logs, and nobody can say later who read which secret; set it to one with `AuditEvent`.",
    }),
);
