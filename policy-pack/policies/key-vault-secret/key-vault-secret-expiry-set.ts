/**
 * A secret without an end is good for ever for whoever got hold of it, and nobody is told that it grew old.
 *
 * Checked property:  Secret `properties.attributes.expires`
 * Compliant values:  a date
 * When unset:        violation (secrets have no end by default)
 * Ruling:            not applicable to certificates, which have an end of their own
 */
import { check, definePolicy, notApplicable } from "../../policy";
import { vaultSecret } from "../../resources/vault-secret";

const certificates = ["application/x-pkcs12", "application/x-pem-file"];

export const keyVaultSecretExpirySet = definePolicy({
    name: "key-vault-secret-expiry-set",
    description: "Secrets in key vaults must end.",
    remediationSteps: "Give the secret an end, and replace it before.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["azure-policy:98728c90-32c7-4049-8429-847dc0f4fe37", "checkov:CKV_AZURE_41", "trivy:AZU-0017"],
    checks: [
        check(vaultSecret, function* ({ expires, contentType }) {
            if (expires.isGiven) return undefined;
            if (certificates.includes(contentType.effective.toLowerCase())) {
                return notApplicable("the secret is a certificate, which has an end of its own");
            }
            yield `\`${expires.path}\` is unset, and the secret is good for ever; set it to its end.`;
            return undefined;
        }),
    ],
});
