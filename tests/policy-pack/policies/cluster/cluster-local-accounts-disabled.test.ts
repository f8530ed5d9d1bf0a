import { clusterLocalAccountsDisabled } from "../../../../policy-pack/policies/cluster/cluster-local-accounts-disabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterLocalAccountsDisabled, {
    compliant: {
        "disabled local accounts": cluster(),
        "unset on AKS Automatic": cluster({ disableLocalAccounts: undefined, "sku.name": "Automatic" }),
        "disabled local accounts (classic)": classicCluster(),
    },
    violating: {
        "enabled local accounts": {
            ...cluster({ disableLocalAccounts: false }),
            message: "`disableLocalAccounts` is `false`; set it to `true`.",
        },
        unset: {
            ...cluster({ disableLocalAccounts: undefined }),
            message: "`disableLocalAccounts` is unset, and local accounts are then enabled; set it to `true`.",
        },
        null: {
            ...cluster({ disableLocalAccounts: null }),
            message: "`disableLocalAccounts` is unset, and local accounts are then enabled; set it to `true`.",
        },
        "false on AKS Automatic": {
            ...cluster({ disableLocalAccounts: false, "sku.name": "Automatic" }),
            message: "`disableLocalAccounts` is `false`; set it to `true`.",
        },
        "a string": {
            ...cluster({ disableLocalAccounts: "true" }),
            message: "`disableLocalAccounts` is a string; set it to `true` or `false`, without quotes.",
        },
        "enabled local accounts (classic)": {
            ...classicCluster({ localAccountDisabled: false }),
            message: "`localAccountDisabled` is `false`; set it to `true`.",
        },
        "unset (classic)": {
            ...classicCluster({ localAccountDisabled: undefined }),
            message: "`localAccountDisabled` is unset, and local accounts are then enabled; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ disableLocalAccounts: UNKNOWN }),
            undetermined: ["`disableLocalAccounts` is not known before the update"],
        },
        "an unset value beside an unknown SKU": {
            ...cluster({ disableLocalAccounts: undefined, "sku.name": UNKNOWN }),
            undetermined: ["`sku.name` is not known before the update"],
        },
    },
    notApplicable: {
        "another type": {
            type: "azure-native:resources:ResourceGroup",
            props: {},
            reason: "judges only ManagedCluster",
        },
    },
});
