import { keyVaultNetworkAccessLimited } from "../../../../policy-pack/policies/key-vault/key-vault-network-access-limited";
import { classicVault, vault } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

/** Advice to have no public endpoint at all. */
const also = ["key-vault-public-network-access-disabled"];

testPolicy(keyVaultNetworkAccessLimited, {
    compliant: {
        "no public endpoint": vault(),
        "no public endpoint, and a firewall that is not known": vault({ "networkAcls.defaultAction": UNKNOWN }),
        "no public endpoint, in another case": vault({ publicNetworkAccess: "disabled" }),
        "no public endpoint (classic)": classicVault(),
        "a firewall": {
            ...vault({
                publicNetworkAccess: "Enabled",
                networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.0/24" }] },
            }),
            also,
        },
        "a firewall in front of an endpoint of which nothing is said": {
            ...vault({ publicNetworkAccess: undefined, networkAcls: { defaultAction: "Deny" } }),
            also,
        },
        "a firewall (classic)": {
            ...classicVault({
                publicNetworkAccessEnabled: true,
                networkAcls: { defaultAction: "Deny", ipRules: ["203.0.113.0/24"] },
            }),
            also,
        },
        "a firewall with a network as wide as configured": {
            ...vault({
                publicNetworkAccess: "Enabled",
                networkAcls: { defaultAction: "Deny", ipRules: [{ value: "20.0.0.0/8" }] },
            }),
            config: { minimumPrefixLength: 8 },
            also,
        },
        "rules that count for nothing": vault({
            networkAcls: { defaultAction: "Allow", ipRules: [{ value: "0.0.0.0/0" }] },
        }),
        "a firewall, and an endpoint that is not known": vault({
            publicNetworkAccess: UNKNOWN,
            networkAcls: { defaultAction: "Deny" },
        }),
    },
    violating: {
        "a public endpoint without a firewall": {
            ...vault({ publicNetworkAccess: "Enabled" }),
            message:
                "`properties.networkAcls.defaultAction` is unset, and every address then reaches the vault; set it to `Deny`.",
            also,
        },
        "nothing set": {
            ...vault({ publicNetworkAccess: undefined }),
            message:
                "`properties.networkAcls.defaultAction` is unset, and every address then reaches the vault; set it to `Deny`.",
            also,
        },
        "a firewall that allows": {
            ...vault({ publicNetworkAccess: "Enabled", networkAcls: { defaultAction: "Allow" } }),
            message: "`properties.networkAcls.defaultAction` is `Allow`; set it to `Deny`.",
            also,
        },
        "a firewall that lets the internet pass": {
            ...vault({
                publicNetworkAccess: "Enabled",
                networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.0/24" }, { value: "0.0.0.0/0" }] },
            }),
            message:
                "`properties.networkAcls.ipRules[1].value` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            also,
        },
        "a firewall that lets both halves of the internet pass": {
            ...vault({
                publicNetworkAccess: "Enabled",
                networkAcls: {
                    defaultAction: "Deny",
                    ipRules: [{ value: "0.0.0.0/1" }, { value: "128.0.0.0/1" }, { value: "198.18.0.0/16" }],
                },
            }),
            message: [
                "`properties.networkAcls.ipRules[0].value` is `0.0.0.0/1`, which is wider than /16; set it to networks of /16 or narrower.",
                "`properties.networkAcls.ipRules[1].value` is `128.0.0.0/1`, which is wider than /16; set it to networks of /16 or narrower.",
            ],
            also,
        },
        "nothing set (classic)": {
            ...classicVault({ publicNetworkAccessEnabled: undefined }),
            message:
                "`networkAcls.defaultAction` is unset, and every address then reaches the vault; set it to `Deny`.",
            also,
        },
        "a firewall that lets the internet pass (classic)": {
            ...classicVault({
                publicNetworkAccessEnabled: true,
                networkAcls: { defaultAction: "Deny", ipRules: ["0.0.0.0/0"] },
            }),
            message:
                "`networkAcls.ipRules[0]` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            also,
        },
        "a flag in place of a word": {
            ...vault({ publicNetworkAccess: false }),
            message: "`properties.publicNetworkAccess` is a boolean; set it to a string.",
            also,
        },
    },
    undetermined: {
        "an endpoint that is not known, without a firewall": {
            ...vault({ publicNetworkAccess: UNKNOWN }),
            undetermined: ["`properties.publicNetworkAccess` is not known before the update"],
        },
        "a firewall that is not known": {
            ...vault({ publicNetworkAccess: "Enabled", networkAcls: UNKNOWN }),
            undetermined: ["`properties.networkAcls` is not known before the update"],
            also,
        },
        "a network that is not known": {
            ...vault({
                publicNetworkAccess: "Enabled",
                networkAcls: { defaultAction: "Deny", ipRules: [{ value: UNKNOWN }, { value: "0.0.0.0/0" }] },
            }),
            undetermined: ["`properties.networkAcls.ipRules[0].value` is not known before the update"],
            violations: [
                "`properties.networkAcls.ipRules[1].value` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            ],
            also,
        },
    },
});
