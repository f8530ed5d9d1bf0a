import { clusterWorkloadIdentityEnabled } from "../../../../policy-pack/policies/cluster/cluster-workload-identity-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterWorkloadIdentityEnabled, {
    compliant: {
        "`true`": cluster({ "securityProfile.workloadIdentity.enabled": true }),
        "unset on AKS Automatic": cluster({
            "securityProfile.workloadIdentity.enabled": undefined,
            "sku.name": "Automatic",
        }),
        "the compliant value (classic)": classicCluster({ workloadIdentityEnabled: true }),
    },
    violating: {
        "`false`": {
            ...cluster({ "securityProfile.workloadIdentity.enabled": false }),
            message: "`securityProfile.workloadIdentity.enabled` is `false`; set it to `true`.",
        },
        "a string": {
            ...cluster({ "securityProfile.workloadIdentity.enabled": "true" }),
            message:
                "`securityProfile.workloadIdentity.enabled` is a string; set it to `true` or `false`, without quotes.",
        },
        unset: {
            ...cluster({ "securityProfile.workloadIdentity.enabled": undefined }),
            message:
                "`securityProfile.workloadIdentity.enabled` is unset, and pods then need secrets to sign in to Azure; set it to `true`.",
        },
        null: {
            ...cluster({ "securityProfile.workloadIdentity.enabled": null }),
            message:
                "`securityProfile.workloadIdentity.enabled` is unset, and pods then need secrets to sign in to Azure; set it to `true`.",
        },
        "`false` on AKS Automatic": {
            ...cluster({ "securityProfile.workloadIdentity.enabled": false, "sku.name": "Automatic" }),
            message: "`securityProfile.workloadIdentity.enabled` is `false`; set it to `true`.",
        },
        "the wrong value (classic)": {
            ...classicCluster({ workloadIdentityEnabled: false }),
            message: "`workloadIdentityEnabled` is `false`; set it to `true`.",
        },
        "unset (classic)": {
            ...classicCluster({ workloadIdentityEnabled: undefined }),
            message:
                "`workloadIdentityEnabled` is unset, and pods then need secrets to sign in to Azure; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "securityProfile.workloadIdentity.enabled": UNKNOWN }),
            undetermined: ["`securityProfile.workloadIdentity.enabled` is not known before the update"],
        },
    },
});
