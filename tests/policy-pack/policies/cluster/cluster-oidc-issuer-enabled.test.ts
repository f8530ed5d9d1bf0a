import { clusterOidcIssuerEnabled } from "../../../../policy-pack/policies/cluster/cluster-oidc-issuer-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterOidcIssuerEnabled, {
    compliant: {
        "`true`": cluster({ "oidcIssuerProfile.enabled": true }),
        "unset on AKS Automatic": cluster({ "oidcIssuerProfile.enabled": undefined, "sku.name": "Automatic" }),
        "the compliant value (classic)": classicCluster({ oidcIssuerEnabled: true }),
    },
    violating: {
        "`false`": {
            ...cluster({ "oidcIssuerProfile.enabled": false }),
            message: "`oidcIssuerProfile.enabled` is `false`; set it to `true`.",
        },
        "a string": {
            ...cluster({ "oidcIssuerProfile.enabled": "true" }),
            message: "`oidcIssuerProfile.enabled` is a string; set it to `true` or `false`, without quotes.",
        },
        unset: {
            ...cluster({ "oidcIssuerProfile.enabled": undefined }),
            message:
                "`oidcIssuerProfile.enabled` is unset, and Entra ID may then have no issuer whose tokens it trusts; set it to `true`.",
        },
        null: {
            ...cluster({ "oidcIssuerProfile.enabled": null }),
            message:
                "`oidcIssuerProfile.enabled` is unset, and Entra ID may then have no issuer whose tokens it trusts; set it to `true`.",
        },
        "`false` on AKS Automatic": {
            ...cluster({ "oidcIssuerProfile.enabled": false, "sku.name": "Automatic" }),
            message: "`oidcIssuerProfile.enabled` is `false`; set it to `true`.",
        },
        "the wrong value (classic)": {
            ...classicCluster({ oidcIssuerEnabled: false }),
            message: "`oidcIssuerEnabled` is `false`; set it to `true`.",
        },
        "unset (classic)": {
            ...classicCluster({ oidcIssuerEnabled: undefined }),
            message:
                "`oidcIssuerEnabled` is unset, and Entra ID may then have no issuer whose tokens it trusts; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "oidcIssuerProfile.enabled": UNKNOWN }),
            undetermined: ["`oidcIssuerProfile.enabled` is not known before the update"],
        },
    },
});
