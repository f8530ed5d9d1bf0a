import { keyVaultSoftDeleteEnabled } from "../../../../policy-pack/policies/key-vault/key-vault-soft-delete-enabled";
import { classicVault, vault } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(keyVaultSoftDeleteEnabled, {
    compliant: {
        unset: vault(),
        "`true`": vault({ enableSoftDelete: true }),
        "unset (classic)": classicVault(),
    },
    violating: {
        "`false`": {
            ...vault({ enableSoftDelete: false }),
            message: "`properties.enableSoftDelete` is `false`, and what was deleted is then lost; set it to `true`.",
        },
        "`false` of version 3 (classic)": {
            ...classicVault({ softDeleteEnabled: false }),
            message: "`softDeleteEnabled` is `false`, and what was deleted is then lost; set it to `true`.",
        },
        "a string": {
            ...vault({ enableSoftDelete: "true" }),
            message: "`properties.enableSoftDelete` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...vault({ enableSoftDelete: UNKNOWN }),
            undetermined: ["`properties.enableSoftDelete` is not known before the update"],
        },
    },
});
