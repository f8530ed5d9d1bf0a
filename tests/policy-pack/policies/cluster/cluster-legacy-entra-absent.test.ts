import { clusterLegacyEntraAbsent } from "../../../../policy-pack/policies/cluster/cluster-legacy-entra-absent";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterLegacyEntraAbsent, {
    compliant: {
        "the managed integration": cluster(),
        "no integration": { ...cluster({ aadProfile: undefined }), also: ["cluster-entra-integration-managed"] },
        "the managed integration (classic)": classicCluster(),
    },
    violating: {
        "applications, known or not, whose secret is never printed": {
            ...cluster({
                "aadProfile.clientAppID": "client",
                "aadProfile.serverAppID": UNKNOWN,
                "aadProfile.serverAppSecret": "hunter2",
            }),
            message: [
                "`aadProfile.clientAppID` is set, and belongs to an integration that is retired; leave it unset.",
                "`aadProfile.serverAppID` is set, and belongs to an integration that is retired; leave it unset.",
                "`aadProfile.serverAppSecret` is set, and belongs to an integration that is retired; leave it unset.",
            ],
        },
        "an application (classic version 5)": {
            ...classicCluster({
                "azureActiveDirectoryRoleBasedAccessControl.managed": true,
                "azureActiveDirectoryRoleBasedAccessControl.clientAppId": "client",
            }),
            message:
                "`azureActiveDirectoryRoleBasedAccessControl.clientAppId` is set, and belongs to an integration that is retired; leave it unset.",
        },
        "an application (classic version 4)": {
            ...classicCluster({
                azureActiveDirectoryRoleBasedAccessControl: undefined,
                "roleBasedAccessControl.azureActiveDirectory": {
                    managed: true,
                    azureRbacEnabled: true,
                    serverAppSecret: "hunter2",
                },
            }),
            message:
                "`roleBasedAccessControl.azureActiveDirectory.serverAppSecret` is set, and belongs to an integration that is retired; leave it unset.",
        },
    },
    undetermined: {
        "an unknown profile": {
            ...cluster({ aadProfile: UNKNOWN }),
            undetermined: ["`aadProfile` is not known before the update"],
        },
    },
});
