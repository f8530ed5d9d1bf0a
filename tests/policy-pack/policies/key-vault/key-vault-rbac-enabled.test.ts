import { keyVaultRbacEnabled } from "../../../../policy-pack/policies/key-vault/key-vault-rbac-enabled";
import { classicVault, vault } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(keyVaultRbacEnabled, {
    compliant: {
        "unset in an API version that makes vaults with roles": {
            ...vault({ enableRbacAuthorization: undefined }),
            type: "azure-native_keyvault_v20260201:keyvault:Vault",
        },
        "`true` in version 5 (classic)": classicVault({
            rbacAuthorizationEnabled: undefined,
            enableRbacAuthorization: true,
        }),
        "`true`": vault({ enableRbacAuthorization: true }),
        "`true` (classic)": classicVault({ rbacAuthorizationEnabled: true }),
    },
    violating: {
        "`false` in an API version that makes vaults with roles": {
            ...vault({ enableRbacAuthorization: false }),
            type: "azure-native:keyvault/v20260401preview:Vault",
            message: "`properties.enableRbacAuthorization` is `false`; set it to `true`.",
        },
        "`false` in version 5 (classic)": {
            ...classicVault({ rbacAuthorizationEnabled: undefined, enableRbacAuthorization: false }),
            message: "`enableRbacAuthorization` is `false`; set it to `true`.",
        },
        "`false`": {
            ...vault({ enableRbacAuthorization: false }),
            message: "`properties.enableRbacAuthorization` is `false`; set it to `true`.",
        },
        "`false` (classic)": {
            ...classicVault({ rbacAuthorizationEnabled: false }),
            message: "`rbacAuthorizationEnabled` is `false`; set it to `true`.",
        },
        unset: {
            ...vault({ enableRbacAuthorization: undefined }),
            message:
                "`properties.enableRbacAuthorization` is unset, and access policies then decide who reads; set it to `true`.",
        },
        null: {
            ...vault({ enableRbacAuthorization: null }),
            message:
                "`properties.enableRbacAuthorization` is unset, and access policies then decide who reads; set it to `true`.",
        },
        "unset (classic)": {
            ...classicVault({ rbacAuthorizationEnabled: undefined }),
            message:
                "`rbacAuthorizationEnabled` is unset, and access policies then decide who reads; set it to `true`.",
        },
        "a string": {
            ...vault({ enableRbacAuthorization: "true" }),
            message: "`properties.enableRbacAuthorization` is a string; set it to `true` or `false`, without quotes.",
            also: ["key-vault-permissions-narrow"],
        },
    },
    undetermined: {
        "an unknown value": {
            ...vault({ enableRbacAuthorization: UNKNOWN }),
            undetermined: ["`properties.enableRbacAuthorization` is not known before the update"],
        },
    },
});
