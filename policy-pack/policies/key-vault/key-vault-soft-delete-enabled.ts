/**
 * Without soft delete, one wrong command destroys certificates and keys, and all that is encrypted with them.
 *
 * Checked property:  Vault `properties.enableSoftDelete`
 * Compliant values:  `true`
 * When unset:        compliant (new vaults keep what was deleted by default)
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { vault } from "../../resources/vault";

export const keyVaultSoftDeleteEnabled = definePolicy({
    name: "key-vault-soft-delete-enabled",
    description: "Key vaults must keep what was deleted for a while.",
    remediationSteps: "Leave soft delete enabled.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d", "psrule:AZR-000124", "checkov:CKV_AZURE_111"],
    checks: [
        check(vault, function* ({ enableSoftDelete }) {
            yield* mustBe(enableSoftDelete, true, {
                wrong: "and what was deleted is then lost",
            });
        }),
    ],
});
