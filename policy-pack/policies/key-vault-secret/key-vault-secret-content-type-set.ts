/**
 * Who must replace a secret at night is glad to read what it is.
 *
 * Checked property:  Secret `properties.contentType`
 * Compliant values:  any text
 * When unset:        violation (secrets say nothing of themselves by default)
 */
import { check, definePolicy } from "../../policy";
import { vaultSecret } from "../../resources/vault-secret";

export const keyVaultSecretContentTypeSet = definePolicy({
    name: "key-vault-secret-content-type-set",
    description: "Secrets in key vaults should say what they are.",
    remediationSteps: "Set the content type of the secret, for example `password`.",
    severity: "low",
    practice: "beyond",
    equivalents: ["azure-policy:75262d3e-ba4a-4f43-85f8-9f72c090e5e3", "trivy:AZU-0015"],
    advisory: "it helps people, and protects nothing",
    checks: [
        check(vaultSecret, function* ({ contentType }) {
            if (contentType.effective.trim() !== "") return;
            yield `\`${contentType.path}\` is unset, and nobody can see what the secret is; set it to a word for that.`;
        }),
    ],
});
