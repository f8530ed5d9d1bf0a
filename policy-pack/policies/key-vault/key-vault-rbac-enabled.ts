/**
 * Access policies of a vault can be changed by everybody who may change the vault, and no role assignment shows them.
 *
 * Checked property:  Vault `properties.enableRbacAuthorization`
 * Compliant values:  `true`
 * When unset:        violation (access policies decide by default), but compliant from API version 2026-02-01 on, which makes
 *                    new vaults with roles
 */
import { mustBe } from "../../message";
import { check, definePolicy } from "../../policy";
import { vault } from "../../resources/vault";

export const keyVaultRbacEnabled = definePolicy({
    name: "key-vault-rbac-enabled",
    description: "Key vaults must be authorized by Azure RBAC.",
    remediationSteps: "Enable RBAC authorization and assign roles such as Key Vault Secrets User.",
    severity: "medium",
    practice: 10,
    equivalents: ["azure-policy:12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5", "psrule:AZR-000388"],
    checks: [
        check(vault, function* ({ enableRbacAuthorization }) {
            yield* mustBe(enableRbacAuthorization, true, { unset: "and access policies then decide who reads" });
        }),
    ],
});
