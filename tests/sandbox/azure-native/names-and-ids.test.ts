import assert from "node:assert/strict";

import { textOf } from "../../../sandbox/providers/property";
import {
    armType,
    encloses,
    namingStrategy,
    parentId,
    parseResourceId,
    resourceId,
} from "../../../sandbox/azure-native/arm-path";
import { resourcePaths } from "../../../sandbox/azure-native/resource-types";
import { parseToken } from "../../../sandbox/azure-native/token";
import { Arm, withGroup } from "./arm";

const path = (key: string) => resourcePaths[key] ?? assert.fail(key);

describe("the type tokens of azure-native", () => {
    for (const token of [
        "azure-native:containerservice:ManagedCluster",
        "azure-native:containerservice/v20240901:ManagedCluster",
        "azure-native:containerservice/v20240102preview:ManagedCluster",
        "azure-native_containerservice_v20250701:containerservice:ManagedCluster",
        "azure-native_containerservice_v20250701:containerservice/v20250701:ManagedCluster",
    ]) {
        it(`${token} is a cluster`, () => {
            assert.equal(parseToken(token)?.key, "containerservice:ManagedCluster");
        });
    }
    it("are not those of another provider", () => {
        assert.equal(parseToken("azure:containerservice/kubernetesCluster:KubernetesCluster"), undefined);
    });
});

describe("ids in ARM's form", () => {
    const cases: Record<string, [inputs: Record<string, string>, id: string]> = {
        "resources:ResourceGroup": [{ resourceGroupName: "rg" }, "/subscriptions/SUB/resourceGroups/rg"],
        "network:Subnet": [
            { resourceGroupName: "rg", virtualNetworkName: "net", subnetName: "nodes" },
            "/subscriptions/SUB/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/net/subnets/nodes",
        ],
        "authorization:RoleAssignment": [
            { scope: "/subscriptions/SUB/resourceGroups/rg", roleAssignmentName: "GUID" },
            "/subscriptions/SUB/resourceGroups/rg/providers/Microsoft.Authorization/roleAssignments/GUID",
        ],
        "security:Pricing": [
            { scopeId: "subscriptions/SUB", pricingName: "Containers" },
            "/subscriptions/SUB/providers/Microsoft.Security/pricings/Containers",
        ],
        "monitor:DiagnosticSetting": [
            {
                resourceUri: "/subscriptions/SUB/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v",
                name: "audit",
            },
            "/subscriptions/SUB/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v/providers/Microsoft.Insights/diagnosticSettings/audit",
        ],
        "kubernetesconfiguration:Extension": [
            {
                resourceGroupName: "rg",
                clusterRp: "Microsoft.ContainerService",
                clusterResourceName: "managedClusters",
                clusterName: "aks",
                extensionName: "flux",
            },
            "/subscriptions/SUB/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks/providers/Microsoft.KubernetesConfiguration/extensions/flux",
        ],
    };
    for (const [key, [inputs, id]] of Object.entries(cases)) {
        it(`of ${key}, and back`, () => {
            assert.equal(resourceId(path(key), "SUB", inputs), id);
            const { subscriptionId, ...parameters } = parseResourceId(path(key), id) ?? assert.fail(id);
            assert.ok(subscriptionId === undefined || subscriptionId === "SUB");
            const trimmed = Object.fromEntries(
                Object.entries(inputs).map(([name, value]) => [name, value.replace(/^\//, "")]),
            );
            const found = Object.fromEntries(
                Object.entries(parameters).map(([name, value]) => [name, value.replace(/^\//, "")]),
            );
            assert.deepEqual(found, trimmed);
        });
    }

    it("have a type", () => {
        assert.equal(armType(path("network:Subnet")), "Microsoft.Network/virtualNetworks/subnets");
        assert.equal(armType(path("authorization:RoleAssignment")), "Microsoft.Authorization/roleAssignments");
        assert.equal(armType(path("resources:ResourceGroup")), "Microsoft.Resources/resourceGroups");
    });

    it("have a parent, up to the resource group", () => {
        const group = "/subscriptions/s/resourceGroups/rg";
        const net = `${group}/providers/Microsoft.Network/virtualNetworks/net`;
        assert.equal(parentId(`${net}/subnets/nodes`), net);
        assert.equal(parentId(net), group);
        assert.equal(parentId(group), undefined);
        assert.equal(parentId(`${net}/providers/Microsoft.Authorization/locks/l`), net);
        assert.equal(parentId("/subscriptions/s/providers/Microsoft.Security/pricings/Containers"), undefined);
    });

    it("enclose what is below them, whatever their case", () => {
        assert.ok(encloses("/subscriptions/s/resourceGroups/RG", "/subscriptions/s/resourceGroups/rg/providers/x"));
        assert.ok(!encloses("/subscriptions/s/resourceGroups/r", "/subscriptions/s/resourceGroups/rg"));
    });
});

describe("names that the program does not give", () => {
    const strategies: Record<string, "random" | "uuid" | "copy" | undefined> = {
        "resources:ResourceGroup": "random",
        "network:VirtualNetwork": "random",
        "network:Subnet": "copy",
        "authorization:RoleAssignment": "uuid",
        "containerservice:AgentPool": "copy",
        "containerservice:DeploymentSafeguard": undefined,
        "monitor:DiagnosticSetting": "random",
        "security:Pricing": "random",
        "kubernetesconfiguration:Extension": "random",
    };
    for (const [key, strategy] of Object.entries(strategies)) {
        it(`${key}: ${strategy ?? "none"}`, () => {
            assert.equal(namingStrategy(path(key)), strategy);
        });
    }

    it("are the same for the same seed, and stay", async () => {
        const arm = new Arm();
        const type = "azure-native:resources:ResourceGroup";
        const first = (await arm.check(type, {})).inputs;
        assert.match(textOf(first.resourceGroupName), /^thing[0-9a-f]{8}$/);
        assert.deepEqual((await arm.check(type, {})).inputs, first);
        assert.equal((await arm.check(type, {}, { resourceGroupName: "old" })).inputs.resourceGroupName, "old");
    });

    it("follow the engine's own configuration", async () => {
        const { provider } = new Arm();
        const type = "azure-native:resources:ResourceGroup";
        const call = { peer: "test", urn: "", type, name: "thing", news: {}, olds: {}, randomSeed: new Uint8Array() };
        const enforced = await provider.check({ ...call, autonaming: { mode: "enforce", name: "thing-prod" } });
        assert.equal(enforced.inputs.resourceGroupName, "thing-prod");
        const disabled = await provider.check({ ...call, autonaming: { mode: "disable", name: "" } });
        assert.deepEqual(
            disabled.failures.map(({ reason }) => reason),
            ["missing required property 'resourceGroupName'"],
        );
    });
});

describe("the location of a resource that has none", () => {
    const workspace = "azure-native:operationalinsights:Workspace";
    it("is the configured one", async () => {
        assert.equal((await new Arm().check(workspace, { resourceGroupName: "rg" })).inputs.location, "westeurope");
    });
    it("is that of its resource group otherwise", async () => {
        const arm = new Arm([], {});
        await arm.create("azure-native:resources:ResourceGroup", { resourceGroupName: "rg", location: "uksouth" });
        assert.equal((await arm.check(workspace, { resourceGroupName: "rg" })).inputs.location, "uksouth");
    });
    it("stays where it was", async () => {
        const arm = new Arm();
        assert.equal(
            (await arm.check(workspace, { resourceGroupName: "rg" }, { location: "uksouth" })).inputs.location,
            "uksouth",
        );
    });
    it("is wrong for a private DNS zone, as azure-native does not know that those have none", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const inputs = { resourceGroupName: "rg", privateZoneName: "private.westeurope.azmk8s.io" };
        await assert.rejects(
            arm.create("azure-native:privatedns:PrivateZone", inputs),
            /Code="LocationNotAvailableForResourceType"/,
        );
    });
});
