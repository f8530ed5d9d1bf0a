import assert from "node:assert/strict";
import { output, type Input } from "@pulumi/pulumi";
import { ApiServerConnection, type ClusterArgs } from "../../../components";
import { managedClusterArgs, type ClusterFoundation } from "../../../components/cluster/managed-cluster-args";

const foundation: ClusterFoundation = {
    resourceGroupName: "group",
    location: "westeurope",
    dnsPrefix: "prod",
    nodeSubnetId: "nodes-id",
    apiServerSubnetId: "api-server-id",
    outboundType: "userAssignedNATGateway",
    egressIpAddresses: ["203.0.113.99"],
    privateDnsZoneId: "zone-id",
    workspaceId: "workspace-id",
    controlPlaneIdentityId: "control-plane-id",
    kubeletIdentity: { resourceId: "kubelet-id", clientId: "kubelet-client", objectId: "kubelet-object" },
};

const argsOf = (args: ClusterArgs, changes: Partial<ClusterFoundation> = {}) =>
    managedClusterArgs(args, { ...foundation, ...changes });

describe("managedClusterArgs", () => {
    /** The whole value: whoever changes a line of it changes every user's cluster, and sees it here. */
    it("is private and hardened without any argument", () => {
        const pool = {
            type: "VirtualMachineScaleSets",
            vmSize: "Standard_D4ds_v5",
            osType: "Linux",
            osSKU: "AzureLinux",
            orchestratorVersion: undefined,
            osDiskSizeGB: undefined,
            availabilityZones: undefined,
            enableAutoScaling: true,
            minCount: 2,
            maxCount: 5,
            enableNodePublicIP: false,
            enableEncryptionAtHost: false,
            enableFIPS: false,
            securityProfile: { enableSecureBoot: true, enableVTPM: true, sshAccess: undefined },
            vnetSubnetID: "nodes-id",
            upgradeSettings: {
                maxSurge: "33%",
                drainTimeoutInMinutes: 30,
                nodeSoakDurationInMinutes: 0,
                undrainableNodeBehavior: "Cordon",
            },
        };
        assert.deepEqual(argsOf({}), {
            resourceGroupName: "group",
            location: "westeurope",
            tags: undefined,
            dnsPrefix: "prod",
            sku: { name: "Base", tier: "Standard" },
            supportPlan: "KubernetesOfficial",
            kubernetesVersion: undefined,
            autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
            identity: { type: "UserAssigned", userAssignedIdentities: ["control-plane-id"] },
            identityProfile: {
                kubeletidentity: {
                    resourceId: "kubelet-id",
                    clientId: "kubelet-client",
                    objectId: "kubelet-object",
                },
            },
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
                azureKeyVaultKms: undefined,
            },
            addonProfiles: {
                kubeDashboard: { enabled: false },
                httpApplicationRouting: { enabled: false },
                azurepolicy: { enabled: true, config: { version: "v2" } },
                omsagent: {
                    enabled: true,
                    config: { logAnalyticsWorkspaceResourceID: "workspace-id", useAADAuth: "true" },
                },
                azureKeyvaultSecretsProvider: {
                    enabled: true,
                    config: { enableSecretRotation: "true", rotationPollInterval: "2m" },
                },
            },
            diskEncryptionSetID: undefined,
            nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
            bootstrapProfile: undefined,
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
            agentPoolProfiles: [
                {
                    ...pool,
                    mode: "System",
                    name: "system",
                    nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"],
                    tags: undefined,
                },
            ],
        });
    });

    it("limits a public API server to the ranges", () => {
        const { apiServerAccessProfile } = argsOf({ authorizedIpRanges: ["203.0.113.0/24"] });
        assert.deepEqual(apiServerAccessProfile, {
            enableVnetIntegration: true,
            subnetId: "api-server-id",
            disableRunCommand: true,
            enablePrivateCluster: false,
            authorizedIPRanges: ["203.0.113.0/24"],
        });
    });

    it("lets in the nodes themselves where they come over the internet", async () => {
        const { apiServerAccessProfile } = argsOf({
            authorizedIpRanges: ["203.0.113.0/24"],
            apiServerConnection: ApiServerConnection.PrivateLink,
        });
        const { authorizedIPRanges, ...others } = apiServerAccessProfile as { authorizedIPRanges: Input<string>[] };
        assert.deepEqual(others, { disableRunCommand: true, enablePrivateCluster: false });
        assert.equal(authorizedIPRanges[0], "203.0.113.0/24", "a plain range stays known at preview");
        const ranges = await new Promise((resolve) => {
            output(authorizedIPRanges).apply(resolve);
        });
        assert.deepEqual(ranges, ["203.0.113.0/24", "203.0.113.99/32"]);
    });

    it("keeps a private API server out of a subnet with connection PrivateLink", () => {
        const { apiServerAccessProfile } = argsOf({ apiServerConnection: ApiServerConnection.PrivateLink });
        assert.deepEqual(apiServerAccessProfile, {
            disableRunCommand: true,
            enablePrivateCluster: true,
            enablePrivateClusterPublicFQDN: false,
            privateDNSZone: "zone-id",
        });
    });

    it("derives the address of the DNS from the network of the services", () => {
        const { networkProfile } = argsOf({ serviceCidr: "192.168.0.0/20" });
        assert.equal((networkProfile as { dnsServiceIP: string }).dnsServiceIP, "192.168.0.10");
    });

    it("lets workloads onto the system pool where there is no other", () => {
        const [pool] = argsOf({ nodePools: [] }).agentPoolProfiles as { nodeTaints?: string[] }[];
        assert.equal(pool?.nodeTaints, undefined);
    });

    it("takes patches only where a minor version is pinned, and where support is long", () => {
        const channel = (args: ClusterArgs) =>
            (argsOf(args).autoUpgradeProfile as { upgradeChannel: string }).upgradeChannel;
        assert.equal(channel({ kubernetesVersion: "1.35" }), "patch");
        assert.equal(channel({ tier: "Premium" }), "patch");
        assert.equal(channel({ upgradeChannel: "rapid" }), "rapid");
        assert.equal(argsOf({ tier: "Premium" }).supportPlan, "AKSLongTermSupport");
    });

    it("leaves nodes to themselves where kured restarts them", () => {
        const channel = (args: ClusterArgs) =>
            (argsOf(args).autoUpgradeProfile as { nodeOSUpgradeChannel: string }).nodeOSUpgradeChannel;
        assert.equal(channel({ nodeUpdates: "Kured" }), "Unmanaged");
        assert.equal(channel({ nodeUpdates: "SecurityPatch" }), "SecurityPatch");
    });

    it("encrypts etcd by a key in a closed vault, or in one that every network reaches", () => {
        const kms = { keyId: "https://vault.vault.azure.net/keys/etcd/1", keyVaultId: "vault-id" };
        const profile = (args: ClusterArgs) =>
            (argsOf(args).securityProfile as { azureKeyVaultKms: unknown }).azureKeyVaultKms;
        assert.deepEqual(profile({ kms }), {
            enabled: true,
            keyId: kms.keyId,
            keyVaultNetworkAccess: "Private",
            keyVaultResourceId: "vault-id",
        });
        assert.deepEqual(profile({ kms: { ...kms, keyVaultAccess: "Public" } }), {
            enabled: true,
            keyId: kms.keyId,
            keyVaultNetworkAccess: "Public",
            keyVaultResourceId: undefined,
        });
    });

    it("starts nodes from a registry in the network where there is no way out", () => {
        const { bootstrapProfile } = argsOf({}, { bootstrapRegistryId: "registry-id" });
        assert.deepEqual(bootstrapProfile, { artifactSource: "Cache", containerRegistryId: "registry-id" });
    });

    it("has the ingress controller of the gateway as an add-on", () => {
        const { addonProfiles } = argsOf({}, { applicationGatewayId: "gateway-id" });
        assert.deepEqual((addonProfiles as Record<string, unknown>)["ingressApplicationGateway"], {
            enabled: true,
            config: { applicationGatewayId: "gateway-id" },
        });
    });
});
