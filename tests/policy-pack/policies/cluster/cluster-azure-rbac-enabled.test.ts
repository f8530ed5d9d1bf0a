import { clusterAzureRbacEnabled } from "../../../../policy-pack/policies/cluster/cluster-azure-rbac-enabled";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterAzureRbacEnabled, {
    compliant: {
        "Azure RBAC": cluster(),
        "unset on AKS Automatic": cluster({ "aadProfile.enableAzureRBAC": undefined, "sku.name": "Automatic" }),
        "Azure RBAC (classic)": classicCluster(),
    },
    violating: {
        "Kubernetes RBAC": {
            ...cluster({ "aadProfile.enableAzureRBAC": false, "aadProfile.adminGroupObjectIDs": ["group"] }),
            message: "`aadProfile.enableAzureRBAC` is `false`; set it to `true`.",
        },
        unset: {
            ...cluster({ "aadProfile.enableAzureRBAC": undefined, "aadProfile.adminGroupObjectIDs": ["group"] }),
            message:
                "`aadProfile.enableAzureRBAC` is unset, and rights are then kept inside of the cluster only; set it to `true`.",
        },
        "unset (classic)": {
            ...classicCluster({
                azureActiveDirectoryRoleBasedAccessControl: { adminGroupObjectIds: ["group"] },
            }),
            message:
                "`azureActiveDirectoryRoleBasedAccessControl.azureRbacEnabled` is unset, and rights are then kept inside of the cluster only; set it to `true`.",
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "aadProfile.enableAzureRBAC": UNKNOWN }),
            undetermined: ["`aadProfile.enableAzureRBAC` is not known before the update"],
        },
    },
    notApplicable: {
        "a cluster without Entra ID": {
            ...cluster({ aadProfile: undefined }),
            reason: "the cluster has no Entra ID integration",
            also: ["cluster-entra-integration-managed"],
        },
    },
});
