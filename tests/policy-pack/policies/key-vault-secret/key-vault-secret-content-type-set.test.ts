import { keyVaultSecretContentTypeSet } from "../../../../policy-pack/policies/key-vault-secret/key-vault-secret-content-type-set";
import { classicVaultSecret, vaultSecret } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const nobody = "and nobody can see what the secret is; set it to a word for that.";

testPolicy(keyVaultSecretContentTypeSet, {
    compliant: {
        "a word": vaultSecret(),
        "a word (classic)": classicVaultSecret(),
    },
    violating: {
        unset: {
            ...vaultSecret({ "properties.contentType": undefined }),
            message: `\`properties.contentType\` is unset, ${nobody}`,
        },
        "an empty text": {
            ...vaultSecret({ "properties.contentType": "" }),
            message: `\`properties.contentType\` is unset, ${nobody}`,
        },
        "a blank": {
            ...vaultSecret({ "properties.contentType": " " }),
            message: `\`properties.contentType\` is unset, ${nobody}`,
        },
        "unset (classic)": {
            ...classicVaultSecret({ contentType: undefined }),
            message: `\`contentType\` is unset, ${nobody}`,
        },
        "a boolean": {
            ...vaultSecret({ "properties.contentType": true }),
            message: "`properties.contentType` is a boolean; set it to a string.",
        },
    },
    undetermined: {
        "an unknown type": {
            ...vaultSecret({ "properties.contentType": UNKNOWN }),
            undetermined: ["`properties.contentType` is not known before the update"],
        },
    },
});
