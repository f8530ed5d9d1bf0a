import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { policies } from "../../policy-pack/policies";
import { advisedAlone, advisedWithoutOwnKeys, itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const location = "westeurope";
const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub";
const subnets = `${group}/providers/Microsoft.Network/virtualNetworks/hub/subnets`;
const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/kit/providers";
const existingNetwork = {
    nodeSubnetId: `${subnets}/nodes`,
    systemNodeSubnetId: `${subnets}/system-nodes`,
    apiServerSubnetId: `${subnets}/api-server`,
    privateEndpointSubnetId: `${subnets}/endpoints`,
};

/** Clusters that users build, and the advisory policies that say what each choice costs. */
const clusters: Record<string, { args: aksguard.AutomaticClusterArgs; advised?: string[] }> = {
    "private, without any further argument": { args: { location } },
    "public, limited to networks": {
        args: { location, authorizedIpRanges: ["203.0.113.0/24"] },
        advised: ["cluster-api-server-private"],
    },
    "behind a firewall of its own": { args: { location, egress: "Firewall" } },
    "behind a firewall": { args: { location, firewallPrivateIpAddress: "10.1.0.4" } },
    "in a network that exists, with a registry": {
        args: { resourceGroupName: "given", existingNetwork, registry: {} },
        advised: ["registry-image-scanning-enabled"],
    },
};

const program = (args: aksguard.AutomaticClusterArgs) => () => {
    const cluster = new aksguard.AutomaticCluster("kit", args);
    assert.ok(cluster.provider);
};

describe("contract of AKS Automatic clusters and policies", function () {
    this.timeout(60_000);

    for (const [title, { args, advised = [] }] of Object.entries(clusters)) {
        it(`no policy objects to a cluster ${title}`, async () => {
            const expected = [...advised, ...advisedAlone, ...advisedWithoutOwnKeys];
            assert.deepEqual(await objectionsTo(program(args)), expected.sort());
            for (const name of expected) {
                assert.equal(policies.find((policy) => policy.name === name)?.enforcementLevel, "advisory", name);
            }
        });
    }

    /** What AKS Automatic presets is compliant where it is left out: a policy objects to another value only. */
    itGuardsOrHoldsEachValue({
        program: program({ location }),
        type: "azure-native_containerservice_v20260401:containerservice:ManagedCluster",
        opposites: {
            "autoUpgradeProfile.upgradeChannel": "none",
            "autoUpgradeProfile.nodeOSUpgradeChannel": "None",
            "addonProfiles.omsagent.config.useAADAuth": "false",
            "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation": "false",
            "networkProfile.outboundType": "loadBalancer",
            "networkProfile.networkPlugin": "kubenet",
            "networkProfile.networkPolicy": "none",
            "networkProfile.loadBalancerSku": "basic",
            "nodeResourceGroupProfile.restrictionLevel": "Unrestricted",
            "sku.tier": "Free",
            "identity.type": "None",
        },
        guarded: {
            "apiServerAccessProfile.disableRunCommand": ["cluster-run-command-disabled"],
            "apiServerAccessProfile.enablePrivateCluster": [
                "cluster-api-server-private",
                "cluster-authorized-ip-ranges-set",
            ],
            "apiServerAccessProfile.enablePrivateClusterPublicFQDN": ["cluster-private-public-fqdn-disabled"],
            "apiServerAccessProfile.enableVnetIntegration": ["cluster-api-server-vnet-integration-enabled"],
            "apiServerAccessProfile.privateDNSZone": ["cluster-private-dns-zone-valid"],
            "networkProfile.outboundType": ["cluster-outbound-type-controlled"],
            "aadProfile.managed": ["cluster-entra-integration-managed"],
            "aadProfile.enableAzureRBAC": ["cluster-administrators-from-entra", "cluster-azure-rbac-enabled"],
            disableLocalAccounts: ["cluster-local-accounts-disabled"],
            enableRBAC: ["cluster-rbac-enabled"],
            "identity.type": ["cluster-managed-identity-used"],
            "oidcIssuerProfile.enabled": ["cluster-oidc-issuer-enabled"],
            "securityProfile.workloadIdentity.enabled": ["cluster-workload-identity-enabled"],
            "autoUpgradeProfile.upgradeChannel": ["cluster-upgrade-channel-enabled"],
            "autoUpgradeProfile.nodeOSUpgradeChannel": [
                "cluster-node-os-upgrade-channel-enabled",
                "cluster-node-reboots-planned",
            ],
            "securityProfile.defender.securityMonitoring.enabled": ["cluster-defender-sensor-enabled"],
            "securityProfile.defender.logAnalyticsWorkspaceResourceId": ["cluster-defender-sensor-enabled"],
            "addonProfiles.azurepolicy.enabled": ["cluster-azure-policy-add-on-enabled"],
            "addonProfiles.omsagent.config.useAADAuth": ["cluster-container-insights-aad-auth-enabled"],
            "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation": [
                "cluster-secrets-store-rotation-enabled",
            ],
            "addonProfiles.azureKeyvaultSecretsProvider.enabled": ["cluster-secrets-store-enabled"],
            "addonProfiles.omsagent.enabled": ["cluster-monitoring-enabled"],
            "networkProfile.loadBalancerSku": ["cluster-load-balancer-standard"],
            "networkProfile.networkPlugin": ["cluster-network-plugin-azure"],
            "networkProfile.networkPolicy": ["cluster-network-policy-engine-enabled"],
            "nodeResourceGroupProfile.restrictionLevel": ["cluster-node-resource-group-locked"],
            "securityProfile.imageCleaner.enabled": ["cluster-image-cleaner-enabled"],
            "sku.tier": ["cluster-tier-paid"],
        },
        held: {
            resourceGroupName: "kit",
            location: "westeurope",
            dnsPrefix: "kit",
            "sku.name": "Automatic",
            "hostedSystemProfile.enabled": true,
            "hostedSystemProfile.nodeSubnetID": `${recorded}/Microsoft.Network/virtualNetworks/recorded/subnets/kit-nodes`,
            "hostedSystemProfile.systemNodeSubnetID": `${recorded}/Microsoft.Network/virtualNetworks/recorded/subnets/kit-system-nodes`,
            "nodeProvisioningProfile.mode": "Auto",
            "nodeProvisioningProfile.defaultNodePools": "Auto",
            "identity.userAssignedIdentities[0]": `${recorded}/Microsoft.ManagedIdentity/userAssignedIdentities/kit-control-plane`,
            "apiServerAccessProfile.subnetId": `${recorded}/Microsoft.Network/virtualNetworks/recorded/subnets/kit-api-server`,
            "securityProfile.imageCleaner.intervalHours": 168,
            "addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID": `${recorded}/azure-native/operationalinsights/Workspace/kit`,
            "addonProfiles.azureKeyvaultSecretsProvider.config.rotationPollInterval": "2m",
            "ingressProfile.webAppRouting.enabled": true,
            "ingressProfile.webAppRouting.nginx.defaultIngressControllerType": "None",
            "workloadAutoScalerProfile.keda.enabled": true,
            "workloadAutoScalerProfile.verticalPodAutoscaler.enabled": true,
            "networkProfile.networkPluginMode": "overlay",
            "networkProfile.networkDataplane": "cilium",
            "networkProfile.podCidr": "10.244.0.0/16",
            "networkProfile.serviceCidr": "10.0.0.0/16",
            "networkProfile.dnsServiceIP": "10.0.0.10",
        },
    });
});
