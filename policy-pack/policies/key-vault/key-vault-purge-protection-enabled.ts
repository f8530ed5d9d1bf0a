/**
 * Without purge protection, who deletes a vault can also destroy what was in it: certificates, and the keys without which
 * encrypted disks and secrets are lost.
 *
 * Checked property:  Vault `properties.enablePurgeProtection`
 * Compliant values:  `true`
 * When unset:        violation (what was deleted can be purged by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { vault } from "../../resources/vault";

export const keyVaultPurgeProtectionEnabled = definePolicy({
    name: "key-vault-purge-protection-enabled",
    description: "Key vaults must be protected against purging.",
    remediationSteps: "Enable purge protection, which cannot be taken back.",
    severity: "medium",
    practice: 10,
    equivalents: [
        "azure-policy:0b60c0b2-2dc2-4e1c-b5c9-abbed971de53",
        "psrule:AZR-000125",
        "checkov:CKV_AZURE_42",
        "checkov:CKV_AZURE_110",
        "trivy:AZU-0016",
    ],
    checks: [
        check(vault, function* ({ enablePurgeProtection }) {
            yield* mustBe(enablePurgeProtection, true, { unset: "and what was deleted can then be destroyed" });
        }),
    ],
});
