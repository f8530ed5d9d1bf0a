import { registryNetworkAccessLimited } from "../../../../policy-pack/policies/registry/registry-network-access-limited";
import { classicRegistry, registry } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

/** Advice to have no public endpoint at all. */
const also = ["registry-public-network-access-disabled"];

testPolicy(registryNetworkAccessLimited, {
    compliant: {
        "no public endpoint": registry(),
        "no public endpoint, and a firewall that is not known": registry({ "networkRuleSet.defaultAction": UNKNOWN }),
        "no public endpoint, in another case": registry({ publicNetworkAccess: "disabled" }),
        "no public endpoint (classic)": classicRegistry(),
        "a firewall": {
            ...registry({
                publicNetworkAccess: "Enabled",
                networkRuleSet: { defaultAction: "Deny", ipRules: [{ iPAddressOrRange: "203.0.113.0/24" }] },
            }),
            also,
        },
        "a firewall in front of an endpoint of which nothing is said": {
            ...registry({ publicNetworkAccess: undefined, networkRuleSet: { defaultAction: "Deny" } }),
            also,
        },
        "a firewall (classic)": {
            ...classicRegistry({
                publicNetworkAccessEnabled: true,
                networkRuleSet: { defaultAction: "Deny", ipRules: [{ ipRange: "203.0.113.0/24" }] },
            }),
            also,
        },
        "a firewall with a network as wide as configured": {
            ...registry({
                publicNetworkAccess: "Enabled",
                networkRuleSet: { defaultAction: "Deny", ipRules: [{ iPAddressOrRange: "20.0.0.0/8" }] },
            }),
            config: { minimumPrefixLength: 8 },
            also,
        },
        "rules that count for nothing": registry({
            networkRuleSet: { defaultAction: "Allow", ipRules: [{ iPAddressOrRange: "0.0.0.0/0" }] },
        }),
        "a firewall, and an endpoint that is not known": registry({
            publicNetworkAccess: UNKNOWN,
            networkRuleSet: { defaultAction: "Deny" },
        }),
    },
    violating: {
        "a public endpoint without a firewall": {
            ...registry({ publicNetworkAccess: "Enabled" }),
            message:
                "`networkRuleSet.defaultAction` is unset, and every address then reaches the registry; set it to `Deny`.",
            also,
        },
        "nothing set": {
            ...registry({ publicNetworkAccess: undefined }),
            message:
                "`networkRuleSet.defaultAction` is unset, and every address then reaches the registry; set it to `Deny`.",
            also,
        },
        "a firewall that allows": {
            ...registry({ publicNetworkAccess: "Enabled", networkRuleSet: { defaultAction: "Allow" } }),
            message: "`networkRuleSet.defaultAction` is `Allow`; set it to `Deny`.",
            also,
        },
        "a firewall that lets the internet pass": {
            ...registry({
                publicNetworkAccess: "Enabled",
                networkRuleSet: {
                    defaultAction: "Deny",
                    ipRules: [{ iPAddressOrRange: "203.0.113.0/24" }, { iPAddressOrRange: "0.0.0.0/0" }],
                },
            }),
            message:
                "`networkRuleSet.ipRules[1].iPAddressOrRange` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            also,
        },
        "a firewall that lets both halves of the internet pass": {
            ...registry({
                publicNetworkAccess: "Enabled",
                networkRuleSet: {
                    defaultAction: "Deny",
                    ipRules: [
                        { iPAddressOrRange: "0.0.0.0/1" },
                        { iPAddressOrRange: "128.0.0.0/1" },
                        { iPAddressOrRange: "::/1" },
                        { iPAddressOrRange: "198.18.0.0/16" },
                    ],
                },
            }),
            message: [
                "`networkRuleSet.ipRules[0].iPAddressOrRange` is `0.0.0.0/1`, which is wider than /16; set it to networks of /16 or narrower.",
                "`networkRuleSet.ipRules[1].iPAddressOrRange` is `128.0.0.0/1`, which is wider than /16; set it to networks of /16 or narrower.",
                "`networkRuleSet.ipRules[2].iPAddressOrRange` is `::/1`, which is wider than /48; set it to networks of /48 or narrower.",
            ],
            also,
        },
        "nothing set (classic)": {
            ...classicRegistry({ publicNetworkAccessEnabled: undefined }),
            message:
                "`networkRuleSet.defaultAction` is unset, and every address then reaches the registry; set it to `Deny`.",
            also,
        },
        "a firewall that lets the internet pass (classic)": {
            ...classicRegistry({
                publicNetworkAccessEnabled: true,
                networkRuleSet: { defaultAction: "Deny", ipRules: [{ ipRange: "0.0.0.0/0" }] },
            }),
            message:
                "`networkRuleSet.ipRules[0].ipRange` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            also,
        },
        "a flag in place of a word": {
            ...registry({ publicNetworkAccess: false }),
            message: "`publicNetworkAccess` is a boolean; set it to a string.",
            also,
        },
    },
    undetermined: {
        "an endpoint that is not known, without a firewall": {
            ...registry({ publicNetworkAccess: UNKNOWN }),
            undetermined: ["`publicNetworkAccess` is not known before the update"],
        },
        "a firewall that is not known": {
            ...registry({ publicNetworkAccess: "Enabled", networkRuleSet: UNKNOWN }),
            undetermined: ["`networkRuleSet` is not known before the update"],
            also,
        },
        "a network that is not known": {
            ...registry({
                publicNetworkAccess: "Enabled",
                networkRuleSet: {
                    defaultAction: "Deny",
                    ipRules: [{ iPAddressOrRange: UNKNOWN }, { iPAddressOrRange: "0.0.0.0/0" }],
                },
            }),
            undetermined: ["`networkRuleSet.ipRules[0].iPAddressOrRange` is not known before the update"],
            violations: [
                "`networkRuleSet.ipRules[1].iPAddressOrRange` is `0.0.0.0/0`, which is the whole internet; set it to networks of /16 or narrower.",
            ],
            also,
        },
    },
});
