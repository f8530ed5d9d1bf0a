import { clusterManagedIdentityUsed } from "../../../../policy-pack/policies/cluster/cluster-managed-identity-used";
import { classicCluster, cluster } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

testPolicy(clusterManagedIdentityUsed, {
    compliant: {
        "a user-assigned identity": cluster(),
        "a system-assigned identity": cluster({ "identity.type": "SystemAssigned" }),
        "client id msi": cluster({ "servicePrincipalProfile.clientId": "msi" }),
        "a user-assigned identity (classic)": classicCluster(),
    },
    violating: {
        "a service principal, whose id and secret are never printed": {
            ...cluster({ servicePrincipalProfile: { clientId: "principal", secret: "hunter2" } }),
            message:
                "`servicePrincipalProfile.clientId` is the id of a service principal, whose secret expires and can leak; leave it unset and set `identity.type`.",
        },
        "no identity": {
            ...cluster({ identity: undefined }),
            message:
                "`identity.type` is unset, and AKS then needs a service principal; set it to `UserAssigned` or `SystemAssigned`.",
        },
        "identity None": {
            ...cluster({ "identity.type": "None" }),
            message:
                "`identity.type` is `None`, and AKS then needs a service principal; set it to `UserAssigned` or `SystemAssigned`.",
        },
        "a service principal (classic)": {
            ...classicCluster({
                identity: undefined,
                servicePrincipal: { clientId: "principal", clientSecret: "hunter2" },
            }),
            message: [
                "`servicePrincipal.clientId` is the id of a service principal, whose secret expires and can leak; leave it unset and set `identity.type`.",
                "`identity.type` is unset, and AKS then needs a service principal; set it to `UserAssigned` or `SystemAssigned`.",
            ],
        },
    },
    undetermined: {
        "two unknown values: both are named": {
            ...cluster({ "servicePrincipalProfile.clientId": UNKNOWN, "identity.type": UNKNOWN }),
            undetermined: [
                "`servicePrincipalProfile.clientId` is not known before the update",
                "`identity.type` is not known before the update",
            ],
        },
        "an unknown client id, but says that the identity is missing": {
            ...cluster({ "servicePrincipalProfile.clientId": UNKNOWN, identity: undefined }),
            undetermined: ["`servicePrincipalProfile.clientId` is not known before the update"],
            violations: [
                "`identity.type` is unset, and AKS then needs a service principal; set it to `UserAssigned` or `SystemAssigned`.",
            ],
        },
    },
});
