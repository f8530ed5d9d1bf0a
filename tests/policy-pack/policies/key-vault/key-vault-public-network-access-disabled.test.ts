import { keyVaultPublicNetworkAccessDisabled } from "../../../../policy-pack/policies/key-vault/key-vault-public-network-access-disabled";
import { classicVault, vault } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(keyVaultPublicNetworkAccessDisabled, {
    compliant: {
        "`Disabled`": vault({ publicNetworkAccess: "Disabled" }),
        "`disabled`, as the documentation of Azure writes it": vault({ publicNetworkAccess: "disabled" }),
        "`false` (classic)": classicVault({ publicNetworkAccessEnabled: false }),
    },
    violating: {
        "`Enabled`": {
            ...vault({ publicNetworkAccess: "Enabled", "networkAcls.defaultAction": "Deny" }),
            message: "`properties.publicNetworkAccess` is `Enabled`; set it to `Disabled`.",
        },
        unset: {
            ...vault({ publicNetworkAccess: undefined }),
            message:
                "`properties.publicNetworkAccess` is unset, and the vault then has a public endpoint; set it to `Disabled`.",
            also: ["key-vault-network-access-limited"],
        },
        "another word": {
            ...vault({ publicNetworkAccess: "SecuredByPerimeter", "networkAcls.defaultAction": "Deny" }),
            message: "`properties.publicNetworkAccess` is `SecuredByPerimeter`; set it to `Disabled`.",
        },
        "`true` (classic)": {
            ...classicVault({ publicNetworkAccessEnabled: true, "networkAcls.defaultAction": "Deny" }),
            message: "`publicNetworkAccessEnabled` is `true`; set it to `false`.",
        },
        "unset (classic)": {
            ...classicVault({ publicNetworkAccessEnabled: undefined }),
            message:
                "`publicNetworkAccessEnabled` is unset, and the vault then has a public endpoint; set it to `false`.",
            also: ["key-vault-network-access-limited"],
        },
    },
    undetermined: {
        "an unknown value": {
            ...vault({ publicNetworkAccess: UNKNOWN }),
            undetermined: ["`properties.publicNetworkAccess` is not known before the update"],
        },
    },
});
