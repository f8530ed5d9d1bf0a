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
            osDiskSizeGB: undefined,
            availabilityZones: undefined,
            enableAutoScaling: true,
            minCount: 2,
            maxCount: 5,
            enableNodePublicIP: false,
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
            kubernetesVersion: undefined,
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
            securityProfile: { workloadIdentity: { enabled: true } },
            addonProfiles: {
                kubeDashboard: { enabled: false },
                httpApplicationRouting: { enabled: false },
            },
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
});
