import { keyVaultKeyRotationEnabled } from "../../../../policy-pack/policies/key-vault-key/key-vault-key-rotation-enabled";
import { classicVaultKey, vaultKey } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const actions = "properties.rotationPolicy.lifetimeActions";
const lack = "without a time for a new version, and nobody makes a new version of the key";
const nobody = "and nobody makes a new version of the key; set it to a rotation, every year for example.";
const also = ["key-vault-key-expiry-set"];

testPolicy(keyVaultKeyRotationEnabled, {
    compliant: {
        "a rotation after some time": vaultKey(),
        "a rotation before the end": vaultKey({
            [actions]: [{ action: { type: "Rotate" }, trigger: { timeBeforeExpiry: "P30D" } }],
        }),
        "a notification too": vaultKey({
            [actions]: [
                { action: { type: "notify" }, trigger: { timeBeforeExpiry: "P30D" } },
                { action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } },
            ],
        }),
        "a time that is not known": vaultKey({
            [actions]: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: UNKNOWN } }],
        }),
        "a rotation (classic)": classicVaultKey(),
        "a rotation before the end (classic)": classicVaultKey({
            "rotationPolicy.automatic": { timeBeforeExpiry: "P30D" },
        }),
    },
    violating: {
        unset: {
            ...vaultKey({ "properties.rotationPolicy": undefined }),
            message: `\`${actions}\` is unset, ${nobody}`,
            also,
        },
        empty: {
            ...vaultKey({ [actions]: [] }),
            message: `\`${actions}\` is ${lack}; set it to a rotation, every year for example.`,
            also,
        },
        "a notification alone": {
            ...vaultKey({ [actions]: [{ action: { type: "notify" }, trigger: { timeBeforeExpiry: "P30D" } }] }),
            message: `\`${actions}\` is without a time for a new version, ${nobody}`,
            also,
        },
        "an action without a type": {
            ...vaultKey({ [actions]: [{ trigger: { timeAfterCreate: "P1Y" } }] }),
            message: `\`${actions}\` is without a time for a new version, ${nobody}`,
            also,
        },
        "a rotation without a time": {
            ...vaultKey({ [actions]: [{ action: { type: "rotate" } }] }),
            message: `\`${actions}\` is without a time for a new version, ${nobody}`,
            also,
        },
        "unset (classic)": {
            ...classicVaultKey({ rotationPolicy: undefined }),
            message: `\`rotationPolicy.automatic\` is unset, ${nobody}`,
            also,
        },
        "no time (classic)": {
            ...classicVaultKey({ "rotationPolicy.automatic": {}, "rotationPolicy.expireAfter": "P90D" }),
            message: `\`rotationPolicy.automatic\` is without a time for a new version, ${nobody}`,
        },
        "a number for an action": {
            ...vaultKey({ [actions]: [{ action: { type: 0 }, trigger: {} }] }),
            message: `\`${actions}[0].action.type\` is a number; set it to a string.`,
            also,
        },
    },
    undetermined: {
        "an unknown policy": {
            ...vaultKey({ "properties.rotationPolicy": UNKNOWN }),
            undetermined: ["`properties.rotationPolicy` is not known before the update"],
        },
    },
});
