import { keyVaultKeyExpirySet } from "../../../../policy-pack/policies/key-vault-key/key-vault-key-expiry-set";
import { classicVaultKey, vaultKey } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const also = ["key-vault-key-rotation-enabled"];
const forEver = "and the key is good for ever; set it to its end, or let the key be rotated.";
const bare = { "properties.rotationPolicy": undefined };

testPolicy(keyVaultKeyExpirySet, {
    compliant: {
        "an end": { ...vaultKey({ ...bare, "properties.attributes.expires": 1893456000 }), also },
        "an end that is not known": { ...vaultKey({ ...bare, "properties.attributes.expires": UNKNOWN }), also },
        "a rotation": vaultKey(),
        "an end of new versions": {
            ...vaultKey({ "properties.rotationPolicy": { attributes: { expiryTime: "P2Y" } } }),
            also,
        },
        "an end, and a policy that is not known": vaultKey({
            "properties.rotationPolicy": UNKNOWN,
            "properties.attributes.expires": 1893456000,
        }),
        "an end (classic)": {
            ...classicVaultKey({ rotationPolicy: undefined, expirationDate: "2030-01-01T00:00:00Z" }),
            also,
        },
        "an end of new versions (classic)": {
            ...classicVaultKey({ rotationPolicy: { expireAfter: "P90D" } }),
            also,
        },
        "a rotation (classic)": classicVaultKey(),
    },
    violating: {
        unset: { ...vaultKey(bare), message: `\`properties.attributes.expires\` is unset, ${forEver}`, also },
        null: {
            ...vaultKey({ ...bare, "properties.attributes.expires": null }),
            message: `\`properties.attributes.expires\` is unset, ${forEver}`,
            also,
        },
        "unset (classic)": {
            ...classicVaultKey({ rotationPolicy: undefined }),
            message: `\`expirationDate\` is unset, ${forEver}`,
            also,
        },
        "a text for attributes": {
            ...vaultKey({ ...bare, "properties.attributes": "2030" }),
            message: "`properties.attributes` is a string; set it to an object.",
            also,
        },
    },
    undetermined: {
        "an unknown rotation policy": {
            ...vaultKey({ "properties.rotationPolicy": UNKNOWN }),
            undetermined: ["`properties.rotationPolicy` is not known before the update"],
        },
        "unknown attributes": {
            ...vaultKey({ ...bare, "properties.attributes": UNKNOWN }),
            undetermined: ["`properties.attributes` is not known before the update"],
            also,
        },
    },
});
