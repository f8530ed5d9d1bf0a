/**
 * A key without an end is good for ever for whoever got hold of it.
 *
 * Checked property:  Key `properties.attributes.expires`, `properties.rotationPolicy`
 * Compliant values:  a date; or a rotation policy that makes new versions, or gives them an end
 * When unset:        violation (keys have no end by default)
 * Ruling:            a key that is rotated passes without an end: at its end, everything that it encrypts stops
 */
import { check, definePolicy, some } from "../../policy";
import { vaultKey } from "../../resources/vault-key";

export const keyVaultKeyExpirySet = definePolicy({
    name: "key-vault-key-expiry-set",
    description: "Keys in key vaults should end or be rotated.",
    remediationSteps: "Give the key a rotation policy, or an end.",
    severity: "medium",
    practice: "beyond",
    equivalents: ["azure-policy:152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0", "checkov:CKV_AZURE_40", "trivy:AZU-0014"],
    advisory: "at the end of a key, everything stops that was encrypted with it, such as the secrets in etcd",
    checks: [
        check(vaultKey, function* ({ expires, expiryTime, rotations }) {
            const ends = some(
                () => expires.isGiven,
                () => expiryTime.isGiven,
                () => [...rotations()].length > 0,
            );
            if (ends) return;
            yield `\`${expires.path}\` is unset, and the key is good for ever; set it to its end, or let the key be rotated.`;
        }),
    ],
});
