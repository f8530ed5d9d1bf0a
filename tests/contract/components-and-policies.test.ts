import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { policies } from "../../policy-pack/policies";
import { advisedAlone, advisedWithoutOwnKeys, itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const location = "westeurope";
const group = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub";
const subnets = `${group}/providers/Microsoft.Network/virtualNetworks/hub/subnets`;
const authorizedIpRanges = ["203.0.113.0/24"];

/** What every cluster is advised that is given no zones, and no features that a subscription must register. */
const advisedOfNodes = ["node-pool-host-encryption-enabled", "node-pool-ssh-disabled", "node-pool-zones-spread"];

const hardenedNodes = { zones: ["1", "2", "3"], hostEncryption: true, sshDisabled: true };

/** Clusters that users build, the advisory policies that say what each choice costs, and those that have nothing to say. */
const clusters: Record<string, { args: aksguard.ClusterArgs; advised?: string[]; satisfied?: string[] }> = {
    "private, without any further argument": { args: { location } },
    "public, limited to networks": {
        args: { location, authorizedIpRanges },
        advised: ["cluster-api-server-private"],
    },
    "private, by a private endpoint": {
        args: { location, apiServerConnection: "PrivateLink" },
        advised: ["cluster-api-server-vnet-integration-enabled"],
    },
    "public, outside of the network": {
        args: { location, authorizedIpRanges, apiServerConnection: "PrivateLink" },
        advised: ["cluster-api-server-private", "cluster-api-server-vnet-integration-enabled"],
    },
    "behind a firewall of its own": { args: { location, egress: "Firewall" } },
    "without a way out, with a registry": {
        args: { location, egress: "None", registry: {} },
        advised: ["registry-image-scanning-enabled"],
    },
    "with kured": {
        args: { location, nodeUpdates: "Kured" },
        advised: ["namespace-pod-security-privileged-absent", "pod-image-digest-used"],
    },
    "with own keys": {
        args: {
            location,
            kms: {
                keyId: "https://keys.vault.azure.net/keys/etcd/1",
                keyVaultId: `${group}/providers/Microsoft.KeyVault/vaults/keys`,
            },
            diskEncryptionSetId: `${group}/providers/Microsoft.Compute/diskEncryptionSets/disks`,
        },
        satisfied: advisedWithoutOwnKeys,
    },
    "with hardened nodes": {
        args: { location, systemNodePool: hardenedNodes, nodePools: [{ name: "workload", ...hardenedNodes }] },
        satisfied: advisedOfNodes,
    },
    "small and free": {
        args: { location, tier: "Free", systemNodePool: { minCount: 1 }, nodePools: [] },
        advised: ["cluster-tier-paid", "node-pool-node-count-sufficient", "node-pool-system-tainted"],
    },
    "behind a gateway": {
        args: {
            location,
            ingress: {
                gateway: "ApplicationGateway",
                keyVaultId: `${group}/providers/Microsoft.KeyVault/vaults/keys`,
                certificates: { shop: "https://keys.vault.azure.net/secrets/shop" },
            },
        },
    },
    "behind a firewall": { args: { location, firewallPrivateIpAddress: "10.1.0.4" } },
    "in a network that exists": {
        args: {
            resourceGroupName: "given",
            existingNetwork: {
                nodeSubnetId: `${subnets}/nodes`,
                apiServerSubnetId: `${subnets}/api-server`,
                outboundType: "userDefinedRouting",
            },
            privateDnsZoneId: `${group}/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io`,
        },
    },
    "with everything named": {
        args: {
            location,
            tier: "Premium",
            kubernetesVersion: "1.35",
            tags: { team: "platform" },
            systemNodePool: { zones: ["1", "2", "3"], minCount: 3 },
            nodePools: [{ name: "one", labels: { disk: "ssd" }, taints: ["gpu=true:NoSchedule"] }, { name: "two" }],
            groups: [{ name: "admins", role: "ClusterAdmin" }],
            grants: [
                {
                    name: "pipeline",
                    principalId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
                    principalType: "ServicePrincipal",
                    role: "Writer",
                    namespace: "shop",
                },
            ],
        },
    },
};

const program = (args: aksguard.ClusterArgs) => () => {
    const cluster = new aksguard.Cluster("kit", args);
    new aksguard.WorkloadIdentity("shop", {
        resourceGroupName: cluster.resourceGroupName,
        oidcIssuerUrl: cluster.oidcIssuerUrl,
        namespace: "shop",
        serviceAccountName: "shop",
        location,
    });
    assert.ok(cluster.provider);
};

/** The value that undoes a practice, where it is more than the other of two. */
const opposites: Record<string, unknown> = {
    "autoUpgradeProfile.upgradeChannel": "none",
    "autoUpgradeProfile.nodeOSUpgradeChannel": "None",
    "addonProfiles.omsagent.config.useAADAuth": "false",
    "networkProfile.outboundType": "loadBalancer",
    "networkProfile.networkPlugin": "kubenet",
    "networkProfile.networkPolicy": "none",
    "networkProfile.loadBalancerSku": "basic",
    "nodeResourceGroupProfile.restrictionLevel": "Unrestricted",
    "sku.tier": "Free",
    "identity.type": "None",
    "agentPoolProfiles[0].type": "AvailabilitySet",
    "agentPoolProfiles[0].osSKU": "CBLMariner",
    "agentPoolProfiles[0].minCount": 1,
    type: "AvailabilitySet",
    osSKU: "CBLMariner",
    minCount: 1,
};

/** Values of a pool that policies guard. */
const guardedOfPool: Record<string, string[]> = {
    enableNodePublicIP: ["node-pool-public-ip-disabled"],
    enableAutoScaling: ["node-pool-autoscaling-enabled", "node-pool-node-count-sufficient"],
    minCount: ["node-pool-node-count-sufficient"],
    osSKU: ["node-pool-os-sku-supported"],
    "securityProfile.enableSecureBoot": ["node-pool-trusted-launch-enabled"],
    "securityProfile.enableVTPM": ["node-pool-trusted-launch-enabled"],
    type: ["node-pool-availability-set-absent"],
    "upgradeSettings.maxSurge": ["node-pool-max-surge-set"],
};

/** The same inside of another object. */
function within(path: string, values: Record<string, string[]>): Record<string, string[]> {
    return Object.fromEntries(Object.entries(values).map(([name, policies]) => [`${path}.${name}`, policies]));
}

/** Values of a cluster that policies guard. */
const guardedOfCluster: Record<string, string[]> = {
    "apiServerAccessProfile.disableRunCommand": ["cluster-run-command-disabled"],
    "apiServerAccessProfile.enablePrivateCluster": ["cluster-api-server-private", "cluster-authorized-ip-ranges-set"],
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
    "addonProfiles.kubeDashboard.enabled": ["cluster-dashboard-add-on-disabled"],
    "addonProfiles.httpApplicationRouting.enabled": ["cluster-http-application-routing-disabled"],
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
    "agentPoolProfiles[0].nodeTaints[0]": ["node-pool-system-tainted"],
    ...within("agentPoolProfiles[0]", guardedOfPool),
};

const armIds = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/kit/providers";

/** Values of a cluster that no policy guards: wiring, and choices of which another one breaks no practice. */
const heldOfCluster: Record<string, unknown> = {
    resourceGroupName: "kit",
    location: "westeurope",
    dnsPrefix: "kit",
    "sku.name": "Base",
    supportPlan: "KubernetesOfficial",
    "securityProfile.imageCleaner.intervalHours": 168,
    "addonProfiles.azurepolicy.config.version": "v2",
    "addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID": `${armIds}/azure-native/operationalinsights/Workspace/kit`,
    "addonProfiles.azureKeyvaultSecretsProvider.config.rotationPollInterval": "2m",
    "identity.userAssignedIdentities[0]": `${armIds}/Microsoft.ManagedIdentity/userAssignedIdentities/kit-control-plane`,
    "identityProfile.kubeletidentity.resourceId": `${armIds}/Microsoft.ManagedIdentity/userAssignedIdentities/kit-kubelet`,
    "identityProfile.kubeletidentity.clientId": "kit-kubelet-client",
    "identityProfile.kubeletidentity.objectId": "kit-kubelet-principal",
    "apiServerAccessProfile.subnetId": `${armIds}/Microsoft.Network/virtualNetworks/recorded/subnets/kit-api-server`,
    "networkProfile.networkPluginMode": "overlay",
    "networkProfile.networkDataplane": "cilium",
    "networkProfile.podCidr": "10.244.0.0/16",
    "networkProfile.serviceCidr": "10.0.0.0/16",
    "networkProfile.dnsServiceIP": "10.0.0.10",
    "agentPoolProfiles[0].name": "system",
    "agentPoolProfiles[0].mode": "System",
    "agentPoolProfiles[0].vmSize": "Standard_D4ds_v5",
    "agentPoolProfiles[0].osType": "Linux",
    "agentPoolProfiles[0].enableEncryptionAtHost": false,
    "agentPoolProfiles[0].enableFIPS": false,
    "agentPoolProfiles[0].maxCount": 5,
    "agentPoolProfiles[0].vnetSubnetID": `${armIds}/Microsoft.Network/virtualNetworks/recorded/subnets/kit-nodes`,
    "agentPoolProfiles[0].upgradeSettings.drainTimeoutInMinutes": 30,
    "agentPoolProfiles[0].upgradeSettings.nodeSoakDurationInMinutes": 0,
    "agentPoolProfiles[0].upgradeSettings.undrainableNodeBehavior": "Cordon",
};

const heldOfNodePool: Record<string, unknown> = {
    resourceGroupName: "kit",
    resourceName: "kit",
    agentPoolName: "workload",
    mode: "User",
    vmSize: "Standard_D4ds_v5",
    osType: "Linux",
    enableEncryptionAtHost: false,
    enableFIPS: false,
    maxCount: 5,
    vnetSubnetID: `${armIds}/Microsoft.Network/virtualNetworks/recorded/subnets/kit-nodes`,
    "upgradeSettings.drainTimeoutInMinutes": 30,
    "upgradeSettings.nodeSoakDurationInMinutes": 0,
    "upgradeSettings.undrainableNodeBehavior": "Cordon",
};

describe("contract of components and policies", function () {
    this.timeout(60_000);

    for (const [title, { args, advised = [], satisfied = [] }] of Object.entries(clusters)) {
        it(`no policy objects to a cluster ${title}`, async () => {
            const expected = [...advisedAlone, ...advisedWithoutOwnKeys, ...advisedOfNodes].filter(
                (name) => !satisfied.includes(name),
            );
            assert.deepEqual(await objectionsTo(program(args)), [...expected, ...advised].sort());
        });
    }

    it("advises, and never demands, where an argument relaxes a practice", () => {
        const relaxations = new Set([
            ...advisedAlone,
            ...advisedWithoutOwnKeys,
            ...advisedOfNodes,
            ...Object.values(clusters).flatMap(({ advised = [] }) => advised),
        ]);
        for (const name of relaxations) {
            assert.equal(policies.find((policy) => policy.name === name)?.enforcementLevel, "advisory", name);
        }
    });

    describe("each value of a cluster", () => {
        const tables = [
            { type: "azure-native:containerservice:ManagedCluster", guarded: guardedOfCluster, held: heldOfCluster },
            { type: "azure-native:containerservice:AgentPool", guarded: guardedOfPool, held: heldOfNodePool },
        ];
        for (const table of tables) {
            itGuardsOrHoldsEachValue({ ...table, program: program({ location }), opposites });
        }
    });
});
