import { keyVaultSecretExpirySet } from "../../../../policy-pack/policies/key-vault-secret/key-vault-secret-expiry-set";
import { classicVaultSecret, vaultSecret } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const forEver = "and the secret is good for ever; set it to its end.";
const certificate = { reason: "the secret is a certificate, which has an end of its own" };

testPolicy(keyVaultSecretExpirySet, {
    compliant: {
        "an end": vaultSecret(),
        "an end that is not known": vaultSecret({ "properties.attributes.expires": UNKNOWN }),
        "an end, of a type that is not known": vaultSecret({ "properties.contentType": UNKNOWN }),
        "an end (classic)": classicVaultSecret(),
    },
    violating: {
        unset: {
            ...vaultSecret({ "properties.attributes": undefined }),
            message: `\`properties.attributes.expires\` is unset, ${forEver}`,
        },
        "unset (classic)": {
            ...classicVaultSecret({ expirationDate: undefined }),
            message: `\`expirationDate\` is unset, ${forEver}`,
        },
        "a text for attributes": {
            ...vaultSecret({ "properties.attributes": "2030" }),
            message: "`properties.attributes` is a string; set it to an object.",
        },
    },
    undetermined: {
        "no end, of a type that is not known": {
            ...vaultSecret({ "properties.attributes": undefined, "properties.contentType": UNKNOWN }),
            undetermined: ["`properties.contentType` is not known before the update"],
        },
        "unknown attributes": {
            ...vaultSecret({ "properties.attributes": UNKNOWN }),
            undetermined: ["`properties.attributes` is not known before the update"],
        },
    },
    notApplicable: {
        "a certificate with its key": {
            ...vaultSecret({ "properties.attributes": undefined, "properties.contentType": "application/x-PKCS12" }),
            ...certificate,
        },
        "a certificate as text (classic)": {
            ...classicVaultSecret({ expirationDate: undefined, contentType: "application/x-pem-file" }),
            ...certificate,
        },
    },
});
