import * as azuread from "@pulumi/azuread";
import * as containerservice from "@pulumi/azure-native/containerservice/index.js";
import * as resources from "@pulumi/azure-native/resources/index.js";
import * as pulumi from "@pulumi/pulumi";

// What many quick starts of 2019 came to: a service principal with a password, an API server open to the world, local
// administrators, and the dashboard.
const group = new resources.ResourceGroup("legacy");

const application = new azuread.Application("legacy", { displayName: "legacy" });
new azuread.ServicePrincipal("legacy", { clientId: application.clientId });

const cluster = new containerservice.ManagedCluster("legacy", {
    resourceGroupName: group.name,
    dnsPrefix: "legacy",
    enableRBAC: false,
    servicePrincipalProfile: {
        clientId: application.clientId,
        secret: new pulumi.Config().requireSecret("clientSecret"),
    },
    apiServerAccessProfile: { authorizedIPRanges: ["0.0.0.0/0"] },
    addonProfiles: {
        kubeDashboard: { enabled: true },
        httpApplicationRouting: { enabled: true },
    },
    agentPoolProfiles: [
        { name: "agentpool", mode: "System", count: 3, vmSize: "Standard_DS2_v2", enableNodePublicIP: true },
    ],
});

export const clusterName = cluster.name;
