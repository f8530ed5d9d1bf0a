import { clusterEntraIntegrationManaged } from "../../../../policy-pack/policies/cluster/cluster-entra-integration-managed";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterEntraIntegrationManaged, {
    compliant: {
        "a managed integration": cluster(),
        "no profile on AKS Automatic": cluster({ aadProfile: undefined, "sku.name": "Automatic" }),
        "an integration (classic version 6, which has no property for it)": classicCluster(),
        "a managed integration (classic version 5)": classicCluster({
            "azureActiveDirectoryRoleBasedAccessControl.managed": true,
        }),
        "a managed integration (classic version 4)": classicCluster({
            azureActiveDirectoryRoleBasedAccessControl: undefined,
            roleBasedAccessControl: { enabled: true, azureActiveDirectory: { managed: true, azureRbacEnabled: true } },
        }),
    },
    violating: {
        "no profile": {
            ...cluster({ aadProfile: undefined }),
            message: "`aadProfile` is unset, and Entra ID then identifies nobody; set it to a managed integration.",
        },
        "an integration that is not managed": {
            ...cluster({ "aadProfile.managed": false }),
            message: "`aadProfile.managed` is `false`; set it to `true`.",
        },
        unset: {
            ...cluster({ "aadProfile.managed": undefined }),
            message:
                "`aadProfile.managed` is unset, and the integration then needs applications of its own; set it to `true`.",
        },
        "a malformed profile": {
            ...cluster({ aadProfile: [] }),
            message: "`aadProfile` is a list; set it to an object.",
            also: ["cluster-administrators-from-entra", "cluster-azure-rbac-enabled", "cluster-legacy-entra-absent"],
        },
        "no integration (classic)": {
            ...classicCluster({ azureActiveDirectoryRoleBasedAccessControl: undefined }),
            message:
                "`azureActiveDirectoryRoleBasedAccessControl` is unset, and Entra ID then identifies nobody; set it to a managed integration.",
        },
        "the legacy integration (classic version 5)": {
            ...classicCluster({ "azureActiveDirectoryRoleBasedAccessControl.serverAppId": "id" }),
            message:
                "`azureActiveDirectoryRoleBasedAccessControl.managed` is unset, and the integration then needs applications of its own; set it to `true`.",
            also: ["cluster-legacy-entra-absent"],
        },
    },
    undetermined: {
        "an unknown value": {
            ...cluster({ "aadProfile.managed": UNKNOWN }),
            undetermined: ["`aadProfile.managed` is not known before the update"],
        },
        "an unknown profile": {
            ...cluster({ aadProfile: UNKNOWN }),
            undetermined: ["`aadProfile` is not known before the update"],
        },
    },
});
