import { keyVaultPurgeProtectionEnabled } from "../../../../policy-pack/policies/key-vault/key-vault-purge-protection-enabled";
import { classicVault, vault } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(keyVaultPurgeProtectionEnabled, {
    compliant: {
        "`true`": vault({ enablePurgeProtection: true }),
        "`true` (classic)": classicVault({ purgeProtectionEnabled: true }),
    },
    violating: {
        "`false`": {
            ...vault({ enablePurgeProtection: false }),
            message: "`properties.enablePurgeProtection` is `false`; set it to `true`.",
        },
        "`false` (classic)": {
            ...classicVault({ purgeProtectionEnabled: false }),
            message: "`purgeProtectionEnabled` is `false`; set it to `true`.",
        },
        unset: {
            ...vault({ enablePurgeProtection: undefined }),
            message:
                "`properties.enablePurgeProtection` is unset, and what was deleted can then be destroyed; set it to `true`.",
        },
        null: {
            ...vault({ enablePurgeProtection: null }),
            message:
                "`properties.enablePurgeProtection` is unset, and what was deleted can then be destroyed; set it to `true`.",
        },
        "unset (classic)": {
            ...classicVault({ purgeProtectionEnabled: undefined }),
            message: "`purgeProtectionEnabled` is unset, and what was deleted can then be destroyed; set it to `true`.",
        },
        "a string": {
            ...vault({ enablePurgeProtection: "true" }),
            message: "`properties.enablePurgeProtection` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...vault({ enablePurgeProtection: UNKNOWN }),
            undetermined: ["`properties.enablePurgeProtection` is not known before the update"],
        },
    },
});
