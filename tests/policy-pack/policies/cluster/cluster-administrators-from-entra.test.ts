import { clusterAdministratorsFromEntra } from "../../../../policy-pack/policies/cluster/cluster-administrators-from-entra";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterAdministratorsFromEntra, {
    compliant: {
        "Azure RBAC": cluster(),
        "Azure RBAC beside unknown groups": cluster({ "aadProfile.adminGroupObjectIDs": UNKNOWN }),
        "a group": {
            ...cluster({ "aadProfile.enableAzureRBAC": false, "aadProfile.adminGroupObjectIDs": ["group"] }),
            also: ["cluster-azure-rbac-enabled"],
        },
        "a group that is not known yet": {
            ...cluster({ "aadProfile.enableAzureRBAC": false, "aadProfile.adminGroupObjectIDs": [UNKNOWN] }),
            also: ["cluster-azure-rbac-enabled"],
        },
        "a group beside unknown Azure RBAC": cluster({
            "aadProfile.enableAzureRBAC": UNKNOWN,
            "aadProfile.adminGroupObjectIDs": ["group"],
        }),
        "Azure RBAC (classic)": classicCluster(),
    },
    violating: {
        "no groups": {
            ...cluster({ "aadProfile.enableAzureRBAC": false }),
            message:
                "`aadProfile.adminGroupObjectIDs` is unset, and without `aadProfile.enableAzureRBAC` nobody from Entra ID is then administrator; set it to the object ids of Entra ID groups.",
            also: ["cluster-azure-rbac-enabled"],
        },
        "an empty list": {
            ...cluster({ "aadProfile.enableAzureRBAC": false, "aadProfile.adminGroupObjectIDs": [] }),
            message:
                "`aadProfile.adminGroupObjectIDs` is empty, and without `aadProfile.enableAzureRBAC` nobody from Entra ID is then administrator; set it to the object ids of Entra ID groups.",
            also: ["cluster-azure-rbac-enabled"],
        },
        "no groups (classic)": {
            ...classicCluster({ "azureActiveDirectoryRoleBasedAccessControl.azureRbacEnabled": false }),
            message:
                "`azureActiveDirectoryRoleBasedAccessControl.adminGroupObjectIds` is unset, and without `azureActiveDirectoryRoleBasedAccessControl.azureRbacEnabled` nobody from Entra ID is then administrator; set it to the object ids of Entra ID groups.",
            also: ["cluster-azure-rbac-enabled"],
        },
    },
    undetermined: {
        "unknown groups without Azure RBAC": {
            ...cluster({ "aadProfile.enableAzureRBAC": false, "aadProfile.adminGroupObjectIDs": UNKNOWN }),
            undetermined: ["`aadProfile.adminGroupObjectIDs` is not known before the update"],
            also: ["cluster-azure-rbac-enabled"],
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
