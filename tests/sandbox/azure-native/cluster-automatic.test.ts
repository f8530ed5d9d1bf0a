import assert from "node:assert/strict";
import type { PropertyMap } from "../../../sandbox/providers/property";
import { textOf, valueAt } from "../../../sandbox/providers/property";
import { Arm } from "./arm";
import { foundation, type Foundation } from "./hardened-cluster";

const type = "azure-native_containerservice_v20260401:containerservice:ManagedCluster";

interface Automatic extends Foundation {
    systemNodes: { id: string };
    cluster: PropertyMap;
}

/** A network of the customer's own, and inputs that AKS accepts. */
async function automatic(changes: PropertyMap = {}): Promise<Automatic> {
    const base = await foundation();
    const systemNodes = await base.arm.create("azure-native:network:Subnet", {
        resourceGroupName: "rg",
        virtualNetworkName: "vnet",
        subnetName: "system-nodes",
        addressPrefix: "10.10.5.0/26",
        natGateway: base.nodes.inputs.natGateway ?? null,
    });
    const cluster: PropertyMap = {
        resourceGroupName: "rg",
        resourceName: "automatic",
        dnsPrefix: "automatic",
        sku: { name: "Automatic", tier: "Standard" },
        identity: { type: "UserAssigned", userAssignedIdentities: [base.controlPlane.id] },
        apiServerAccessProfile: { subnetId: base.apiServer.id, enablePrivateCluster: true },
        hostedSystemProfile: { enabled: true, nodeSubnetID: base.nodes.id, systemNodeSubnetID: systemNodes.id },
        networkProfile: { outboundType: "userAssignedNATGateway" },
        ...changes,
    };
    return { ...base, systemNodes, cluster };
}

describe("AKS Automatic in the sandbox", () => {
    it("answers what it presets, and makes the kubelet identity, safeguards and delegations", async () => {
        const { arm, cluster, systemNodes } = await automatic();
        const { id, outputs } = await arm.create(type, cluster);
        const answered = [
            ["disableLocalAccounts"],
            ["oidcIssuerProfile", "enabled"],
            ["aadProfile", "enableAzureRBAC"],
            ["autoUpgradeProfile", "upgradeChannel"],
            ["networkProfile", "networkDataplane"],
            ["nodeResourceGroupProfile", "restrictionLevel"],
            ["hostedSystemProfile", "systemNodeSubnetID"],
            ["azureApiVersion"],
        ].map((path) => valueAt(outputs, ...path));
        assert.deepEqual(answered, [true, true, true, "stable", "cilium", "ReadOnly", systemNodes.id, "2026-04-01"]);
        assert.match(textOf(valueAt(outputs, "identityProfile", "kubeletidentity", "objectId")), /^[0-9a-f-]{36}$/);
        const safeguards = await arm.read(
            "azure-native:containerservice:DeploymentSafeguard",
            `${id}/providers/Microsoft.ContainerService/deploymentSafeguards/default`,
        );
        assert.equal(safeguards?.outputs.level, "Enforce");
        const subnet = await arm.read("azure-native:network:Subnet", systemNodes.id);
        assert.match(JSON.stringify(subnet?.outputs.delegations), /Microsoft\.ContainerService\/managedClusters/);
    });

    it("knows the subnet of the system nodes in a later API version only", async () => {
        const { arm, cluster } = await automatic();
        const [failure] = await arm.failures("azure-native:containerservice:ManagedCluster", cluster);
        assert.match(String(failure), /hostedSystemProfile/);
        assert.deepEqual(await arm.failures(type, cluster), []);
    });

    it("is served as a package of its own", () => {
        const parameter = { module: "containerservice", version: "v20260401" };
        const served = new Arm().provider.parameterize(Buffer.from(JSON.stringify(parameter)).toString("base64"));
        assert.equal(served.name, "azure-native_containerservice_v20260401");
        const unknown = Buffer.from(JSON.stringify({ module: "unknown", version: "v20260401" })).toString("base64");
        assert.throws(() => new Arm().provider.parameterize(unknown), /module unknown not found/);
    });

    it("takes a network that AKS makes", async () => {
        const { arm, cluster, controlPlane } = await automatic();
        const { outputs } = await arm.create(type, {
            ...cluster,
            identity: { type: "UserAssigned", userAssignedIdentities: [controlPlane.id] },
            apiServerAccessProfile: {},
            hostedSystemProfile: { enabled: true },
            networkProfile: {},
        });
        assert.equal(valueAt(outputs, "networkProfile", "outboundType"), "managedNATGateway");
    });

    const refused: Record<string, { change: (from: Automatic) => PropertyMap; message: RegExp }> = {
        "another value than the preset one": {
            change: () => ({ disableLocalAccounts: false }),
            message: /requires disableLocalAccounts to be true/,
        },
        "another tier": {
            change: () => ({ sku: { name: "Automatic", tier: "Free" } }),
            message: /requires sku\.tier to be Standard/,
        },
        "SSH keys": {
            change: () => ({
                linuxProfile: { adminUsername: "azureuser", ssh: { publicKeys: [{ keyData: "ssh-rsa AAAA" }] } },
            }),
            message: /should not include SSH key configuration/,
        },
        "no subnet of the system nodes": {
            change: () => ({ hostedSystemProfile: { enabled: true } }),
            message: /Code="EmptySubnetError"/,
        },
        "a pool in its place": {
            change: ({ nodes }) => ({
                hostedSystemProfile: { enabled: true },
                agentPoolProfiles: [{ name: "systempool", mode: "System", count: 3, vnetSubnetID: nodes.id }],
            }),
            message: /Code="EmptySubnetError"/,
        },
        "one subnet for both kinds of nodes": {
            change: ({ nodes }) => ({
                hostedSystemProfile: { enabled: true, nodeSubnetID: nodes.id, systemNodeSubnetID: nodes.id },
            }),
            message: /must be in different subnets/,
        },
        "an API server without a subnet": {
            change: () => ({ apiServerAccessProfile: { enablePrivateCluster: true } }),
            message: /Code="EmptySubnetError"/,
        },
        "a NAT gateway of AKS": {
            change: () => ({ networkProfile: { outboundType: "managedNATGateway" } }),
            message: /managedNATGateway is not supported with a custom virtual network/,
        },
        "an identity without rights on the network": {
            change: ({ kubelet }) => ({ identity: { type: "UserAssigned", userAssignedIdentities: [kubelet.id] } }),
            message: /ResourceMissingPermissionError/,
        },
        "an identity of the cluster's own": {
            change: () => ({ identity: { type: "SystemAssigned" } }),
            message: /requires a user-assigned control plane identity/,
        },
        "system nodes of AKS in another SKU": {
            change: () => ({ sku: { name: "Base", tier: "Standard" } }),
            message: /supported with the Automatic SKU only/,
        },
    };
    for (const [title, { change, message }] of Object.entries(refused)) {
        it(`refuses ${title}`, async () => {
            const from = await automatic();
            await assert.rejects(from.arm.create(type, { ...from.cluster, ...change(from) }), message);
        });
    }

    it("refuses a subnet of system nodes that is too small, or another service's", async () => {
        const from = await automatic();
        const subnet = async (name: string, addressPrefix: string, delegations: PropertyMap[]) => {
            const { id } = await from.arm.create("azure-native:network:Subnet", {
                resourceGroupName: "rg",
                virtualNetworkName: "vnet",
                subnetName: name,
                addressPrefix,
                delegations,
                natGateway: from.nodes.inputs.natGateway ?? null,
            });
            const hostedSystemProfile = { enabled: true, nodeSubnetID: from.nodes.id, systemNodeSubnetID: id };
            return from.arm.create(type, { ...from.cluster, hostedSystemProfile });
        };
        await assert.rejects(subnet("small", "10.10.6.0/27", []), /must be at least a \/26/);
        const delegations = [{ name: "other", serviceName: "Microsoft.Web/serverFarms" }];
        await assert.rejects(
            subnet("taken", "10.10.7.0/26", delegations),
            /is delegated to Microsoft\.Web\/serverFarms/,
        );
    });

    it("keeps its subnets, and does not come of a cluster of another SKU", async () => {
        const { arm, cluster, nodes } = await automatic();
        const created = await arm.create(type, cluster);
        const hostedSystemProfile = { enabled: true, nodeSubnetID: nodes.id };
        await assert.rejects(arm.update(type, created, { ...cluster, hostedSystemProfile }), /EmptySubnetError/);
        const other = await automatic();
        const { hostedSystemProfile: hosted, ...base } = other.cluster;
        const before = await other.arm.create(type, {
            ...base,
            sku: { name: "Base", tier: "Standard" },
            apiServerAccessProfile: { enableVnetIntegration: true, subnetId: other.apiServer.id },
            agentPoolProfiles: [
                { name: "system", mode: "System", count: 1, vmSize: "Standard_D4ds_v5", vnetSubnetID: other.nodes.id },
            ],
        });
        await assert.rejects(
            other.arm.update(type, before, { ...base, hostedSystemProfile: hosted ?? null }),
            /Base SKU cannot be changed into one of the Automatic SKU/,
        );
    });
});
