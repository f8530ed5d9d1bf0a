import assert from "node:assert/strict";
import {
    automaticManagedClusterArgs,
    type AutomaticFoundation,
} from "../../../components/automatic-cluster/managed-cluster-args";

const foundation: AutomaticFoundation = {
    resourceGroupName: "group",
    location: "westeurope",
    dnsPrefix: "prod",
    nodeSubnetId: "nodes-id",
    systemNodeSubnetId: "system-nodes-id",
    apiServerSubnetId: "api-server-id",
    outboundType: "userAssignedNATGateway",
    privateDnsZoneId: "zone-id",
    workspaceId: "workspace-id",
    controlPlaneIdentityId: "control-plane-id",
};

describe("automaticManagedClusterArgs", () => {
    /** The whole value: whoever changes a line of it changes every user's cluster, and sees it here. */
    it("states what AKS Automatic presets, and is private", () => {
        assert.deepEqual(automaticManagedClusterArgs({}, foundation), {
            resourceGroupName: "group",
            location: "westeurope",
            tags: undefined,
            dnsPrefix: "prod",
            sku: { name: "Automatic", tier: "Standard" },
            identity: { type: "UserAssigned", userAssignedIdentities: ["control-plane-id"] },
            hostedSystemProfile: {
                enabled: true,
                nodeSubnetID: "nodes-id",
                systemNodeSubnetID: "system-nodes-id",
            },
            nodeProvisioningProfile: { mode: "Auto", defaultNodePools: "Auto" },
            autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
            apiServerAccessProfile: {
                enableVnetIntegration: true,
                subnetId: "api-server-id",
                disableRunCommand: true,
                enablePrivateCluster: true,
                enablePrivateClusterPublicFQDN: false,
                privateDNSZone: "zone-id",
            },
            enableRBAC: true,
            aadProfile: { managed: true, enableAzureRBAC: true },
            disableLocalAccounts: true,
            oidcIssuerProfile: { enabled: true },
            securityProfile: {
                workloadIdentity: { enabled: true },
                defender: { logAnalyticsWorkspaceResourceId: "workspace-id", securityMonitoring: { enabled: true } },
                imageCleaner: { enabled: true, intervalHours: 168 },
            },
            addonProfiles: {
                azurepolicy: { enabled: true },
                omsagent: {
                    enabled: true,
                    config: { logAnalyticsWorkspaceResourceID: "workspace-id", useAADAuth: "true" },
                },
                azureKeyvaultSecretsProvider: {
                    enabled: true,
                    config: { enableSecretRotation: "true", rotationPollInterval: "2m" },
                },
            },
            ingressProfile: { webAppRouting: { enabled: true, nginx: { defaultIngressControllerType: "None" } } },
            workloadAutoScalerProfile: { keda: { enabled: true }, verticalPodAutoscaler: { enabled: true } },
            nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
            networkProfile: {
                networkPlugin: "azure",
                networkPluginMode: "overlay",
                networkDataplane: "cilium",
                networkPolicy: "cilium",
                loadBalancerSku: "standard",
                outboundType: "userAssignedNATGateway",
                podCidr: "10.244.0.0/16",
                serviceCidr: "10.0.0.0/16",
                dnsServiceIP: "10.0.0.10",
            },
        });
    });

    it("limits a public API server to the ranges, and keeps its place in the network", () => {
        const { apiServerAccessProfile } = automaticManagedClusterArgs(
            { authorizedIpRanges: ["203.0.113.0/24"] },
            foundation,
        );
        assert.deepEqual(apiServerAccessProfile, {
            enableVnetIntegration: true,
            subnetId: "api-server-id",
            disableRunCommand: true,
            enablePrivateCluster: false,
            authorizedIPRanges: ["203.0.113.0/24"],
        });
    });
});
