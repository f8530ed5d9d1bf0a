import assert from "node:assert/strict";

import { account } from "../../../sandbox/providers/account";
import { type PropertyMap, isUnknown, textOf, valueAt } from "../../../sandbox/providers/property";
import { Arm, withGroup } from "./arm";

const network = "azure-native:network";
const roleId = (guid: string) => `/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
const reader = roleId("acdd72a7-3385-48ef-bd42-f606fba81ae7");

async function withNetwork(): Promise<Arm> {
    const arm = new Arm();
    await withGroup(arm);
    await arm.create(`${network}:VirtualNetwork`, {
        resourceGroupName: "rg",
        virtualNetworkName: "net",
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    return arm;
}

const subnet = (name: string, addressPrefix: string, more: PropertyMap = {}): PropertyMap => ({
    resourceGroupName: "rg",
    virtualNetworkName: "net",
    subnetName: name,
    addressPrefix,
    ...more,
});

describe("what ARM refuses of networks", () => {
    const cases: Record<string, (arm: Arm) => Promise<unknown>> = {
        NetcfgSubnetRangeOutsideVnet: (arm) => arm.create(`${network}:Subnet`, subnet("a", "10.1.0.0/24")),
        NetcfgSubnetRangesOverlap: async (arm) => {
            await arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0/24"));
            await arm.create(`${network}:Subnet`, subnet("b", "10.0.0.128/25"));
        },
        InvalidAddressPrefixFormat: (arm) => arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0")),
        InvalidResourceReference: (arm) =>
            arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0/24", { natGateway: { id: "/nowhere" } })),
        ParentResourceNotFound: (arm) =>
            arm.create(`${network}:Subnet`, { ...subnet("a", "10.0.0.0/24"), virtualNetworkName: "other" }),
        AnotherOperationInProgress: (arm) =>
            Promise.all([
                arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0/24")),
                arm.create(`${network}:Subnet`, subnet("b", "10.0.1.0/24")),
            ]),
        InUseNetworkSecurityGroupCannotBeDeleted: async (arm) => {
            const nsg = await arm.create(`${network}:NetworkSecurityGroup`, {
                resourceGroupName: "rg",
                networkSecurityGroupName: "nsg",
            });
            await arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0/24", { networkSecurityGroup: { id: nsg.id } }));
            await arm.delete(`${network}:NetworkSecurityGroup`, nsg.id);
        },
        SecurityRuleConflict: (arm) => {
            const rule = { priority: 100, direction: "Inbound", access: "Allow", protocol: "*" };
            return arm.create(`${network}:NetworkSecurityGroup`, {
                resourceGroupName: "rg",
                securityRules: [
                    { ...rule, name: "a" },
                    { ...rule, name: "b" },
                ],
            });
        },
        CannotDeleteResource: async (arm) => {
            const inZone = { resourceGroupName: "rg", privateZoneName: "a.example", location: "global" };
            const zone = await arm.create("azure-native:privatedns:PrivateZone", inZone);
            const { id } =
                (await arm.read(
                    `${network}:VirtualNetwork`,
                    zone.id.replace("privateDnsZones/a.example", "virtualNetworks/net"),
                )) ?? {};
            await arm.create("azure-native:privatedns:VirtualNetworkLink", {
                ...inZone,
                virtualNetwork: { id: id ?? "" },
            });
            await arm.delete("azure-native:privatedns:PrivateZone", zone.id);
        },
    };
    for (const [code, attempt] of Object.entries(cases)) {
        it(code, async () => {
            const arm = await withNetwork();
            await assert.rejects(attempt(arm), new RegExp(`Code="${code}"`));
        });
    }

    it("a name that exists already", async () => {
        const arm = await withNetwork();
        const inputs = {
            resourceGroupName: "rg",
            virtualNetworkName: "net",
            addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
        };
        await assert.rejects(
            arm.create(`${network}:VirtualNetwork`, inputs),
            /cannot create already existing resource '.*\/virtualNetworks\/net'/,
        );
    });
});

describe("the subnets of a network", () => {
    it("are listed by it, whoever made them, and do not become its inputs", async () => {
        const arm = await withNetwork();
        const type = `${network}:VirtualNetwork`;
        const created = { resourceGroupName: "rg", virtualNetworkName: "net" };
        await arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0/24"));
        const { subnets } = await arm.invoke("azure-native:network:getVirtualNetwork", created);
        assert.deepEqual(
            (subnets as PropertyMap[]).map(({ name }) => name),
            ["a"],
        );
        const [resource] = arm.cloud.ofType(type);
        const { inputs = {}, outputs = {} } = resource ?? {};
        const read = await arm.read(type, resource?.id ?? "", { inputs, outputs });
        assert.equal(read?.inputs.subnets, undefined);
    });

    it("are replaced by a list that leaves one out", async () => {
        const arm = await withNetwork();
        await arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0/24"));
        const [resource] = arm.cloud.ofType(`${network}:VirtualNetwork`);
        assert.ok(resource !== undefined);
        const inputs = { ...resource.inputs, subnets: [{ name: "b", addressPrefix: "10.0.1.0/24" }] };
        await arm.update(`${network}:VirtualNetwork`, resource, inputs);
        assert.deepEqual(
            arm.cloud.ofType(`${network}:Subnet`).map(({ outputs }) => outputs.name),
            ["b"],
        );
    });
});

describe("what ARM adds to a resource", () => {
    it("an address to a static public IP, and the same one after an update", async () => {
        const arm = await withNetwork();
        const inputs = { resourceGroupName: "rg", publicIPAllocationMethod: "Static", sku: { name: "Standard" } };
        const ip = await arm.create(`${network}:PublicIPAddress`, inputs);
        assert.match(textOf(ip.outputs.ipAddress), /^20\.\d+\.\d+\.\d+$/);
        const updated = await arm.update(`${network}:PublicIPAddress`, ip, { ...inputs, tags: { a: "b" } });
        assert.equal(updated.ipAddress, ip.outputs.ipAddress);
        assert.notEqual(updated.etag, ip.outputs.etag);
    });

    it("a principal to an identity, another one after a deletion", async () => {
        const arm = await withNetwork();
        const type = "azure-native:managedidentity:UserAssignedIdentity";
        const inputs = { resourceGroupName: "rg", resourceName: "id" };
        const first = await arm.create(type, inputs);
        assert.equal(first.outputs.tenantId, account.tenantId);
        const updated = await arm.update(type, first, { ...inputs, tags: {} });
        assert.equal(updated.principalId, first.outputs.principalId);
        await arm.delete(type, first.id);
        const second = await arm.create(type, inputs);
        assert.notEqual(second.outputs.principalId, first.outputs.principalId);
    });

    it("an address to a vault, a login server to a registry, an id to a workspace", async () => {
        const arm = await withNetwork();
        const properties = { tenantId: account.tenantId, sku: { family: "A", name: "standard" } };
        const vault = await arm.create("azure-native:keyvault:Vault", {
            resourceGroupName: "rg",
            vaultName: "v123",
            properties,
        });
        assert.equal(valueAt(vault.outputs, "properties", "vaultUri"), "https://v123.vault.azure.net/");
        const registry = await arm.create("azure-native:containerregistry:Registry", {
            resourceGroupName: "rg",
            registryName: "reg01",
            sku: { name: "Premium" },
        });
        assert.equal(registry.outputs.loginServer, "reg01.azurecr.io");
        const workspace = await arm.create("azure-native:operationalinsights:Workspace", { resourceGroupName: "rg" });
        assert.match(textOf(workspace.outputs.customerId), /^[0-9a-f-]{36}$/);
    });

    it("nothing that it cannot know", async () => {
        const arm = await withNetwork();
        const { outputs } = await arm.create(`${network}:DdosProtectionPlan`, { resourceGroupName: "rg" });
        assert.equal(outputs.resourceGuid, undefined);
    });
});

describe("role assignments", () => {
    const type = "azure-native:authorization:RoleAssignment";
    const name = "11111111-2222-3333-4444-555555555555";
    const cases: Record<string, [change: PropertyMap, code: string]> = {
        "a name that is no GUID": [{ roleAssignmentName: "mine" }, "InvalidRoleAssignmentId"],
        "a principal that is no GUID": [{ principalId: "me" }, "InvalidPrincipalId"],
        "a role by name": [{ roleDefinitionId: "Reader" }, "InvalidRoleDefinitionId"],
        "another kind of principal": [{ principalType: "Group" }, "UnmatchedPrincipalType"],
        "a scope in a group that is not there": [
            { scope: "/subscriptions/x/resourceGroups/none" },
            "ResourceGroupNotFound",
        ],
    };
    const valid = (arm: Arm): PropertyMap => ({
        scope: arm.cloud.ofType("azure-native:resources:ResourceGroup")[0]?.id ?? "",
        principalId: account.objectId,
        principalType: "User",
        roleDefinitionId: reader,
        roleAssignmentName: name,
    });
    for (const [what, [change, code]] of Object.entries(cases)) {
        it(`are refused: ${what}`, async () => {
            const arm = await withNetwork();
            await assert.rejects(arm.create(type, { ...valid(arm), ...change }), new RegExp(`Code="${code}"`));
        });
    }

    it("exist once for each principal, role and scope", async () => {
        const arm = await withNetwork();
        await arm.create(type, valid(arm));
        const again = { ...valid(arm), roleAssignmentName: "99999999-2222-3333-4444-555555555555" };
        await assert.rejects(
            arm.create(type, again),
            /Status=409 Code="RoleAssignmentExists".*11111111222233334444555555555555/,
        );
    });
});

describe("federated credentials of an identity", () => {
    const type = "azure-native:managedidentity:FederatedIdentityCredential";
    const credential = (name: string, subject: string): PropertyMap => ({
        resourceGroupName: "rg",
        resourceName: "id",
        federatedIdentityCredentialResourceName: name,
        issuer: "https://issuer.example/",
        subject,
        audiences: ["api://AzureADTokenExchange"],
    });
    const withIdentity = async () => {
        const arm = await withNetwork();
        await arm.create("azure-native:managedidentity:UserAssignedIdentity", {
            resourceGroupName: "rg",
            resourceName: "id",
        });
        return arm;
    };

    it("cannot be written at once", async () => {
        const arm = await withIdentity();
        const both = Promise.all([arm.create(type, credential("a", "x")), arm.create(type, credential("b", "y"))]);
        await assert.rejects(both, /Code="ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity"/);
    });

    it("exist once for each issuer and subject", async () => {
        const arm = await withIdentity();
        await arm.create(type, credential("a", "x"));
        await assert.rejects(
            arm.create(type, credential("b", "x")),
            /already exists for this Managed Identity, in 'a'/,
        );
    });
});

describe("names that the world shares", () => {
    it("a vault keeps its name after it was deleted", async () => {
        const arm = await withNetwork();
        const type = "azure-native:keyvault:Vault";
        const inputs = {
            resourceGroupName: "rg",
            vaultName: "v123",
            properties: { tenantId: account.tenantId, sku: { family: "A", name: "standard" } },
        };
        const vault = await arm.create(type, inputs);
        await arm.delete(type, vault.id);
        await assert.rejects(arm.create(type, inputs), /Code="ConflictError".*already exists in deleted state/);
        await assert.rejects(arm.create(type, { ...inputs, vaultName: "x".repeat(25) }), /Code="VaultNameNotValid"/);
    });

    it("a registry has letters and digits only", async () => {
        const arm = await withNetwork();
        const inputs = { resourceGroupName: "rg", registryName: "my-registry", sku: { name: "Premium" } };
        await assert.rejects(
            arm.create("azure-native:containerregistry:Registry", inputs),
            /Code="InvalidResourceName"/,
        );
    });
});

describe("a preview", () => {
    it("knows the inputs, and nothing else", async () => {
        const arm = new Arm();
        const outputs = await arm.preview("azure-native:containerservice:ManagedCluster", {
            resourceGroupName: "rg",
            disableLocalAccounts: true,
            oidcIssuerProfile: { enabled: true },
            agentPoolProfiles: [{ name: "system", count: 3 }],
        });
        assert.equal(outputs.disableLocalAccounts, true);
        assert.equal(outputs.location, "westeurope");
        for (const path of [["name"], ["fqdn"], ["enableRBAC"], ["aadProfile"], ["oidcIssuerProfile", "issuerURL"]]) {
            assert.ok(isUnknown(valueAt(outputs, ...path)), path.join("."));
        }
        assert.equal(valueAt(outputs, "oidcIssuerProfile", "enabled"), true);
        const [pool] = outputs.agentPoolProfiles as PropertyMap[];
        assert.equal(pool?.count, 3);
        assert.ok(isUnknown(pool.provisioningState));
        assert.equal(outputs.resourceGroupName, undefined);
    });

    it("of an update knows the name and the location besides", async () => {
        const arm = await withNetwork();
        const type = `${network}:VirtualNetwork`;
        const [resource] = arm.cloud.ofType(type);
        assert.ok(resource !== undefined);
        const { id, inputs, outputs: olds } = resource;
        const call = { peer: "test", urn: "", type, name: "net", id, olds, inputs, preview: true };
        const outputs = await arm.provider.update(call);
        assert.equal(outputs.name, "net");
        assert.ok(isUnknown(outputs.resourceGuid));
    });
});

describe("functions", () => {
    it("tell who deploys", async () => {
        const answer = await new Arm().invoke("azure-native:authorization:getClientConfig", {});
        assert.deepEqual(Object.keys(answer).sort(), ["clientId", "objectId", "subscriptionId", "tenantId"]);
    });
    it("read resources by the names in their path", async () => {
        const arm = await withNetwork();
        const answer = await arm.invoke("azure-native:resources:getResourceGroup", { resourceGroupName: "rg" });
        assert.equal(answer.location, "westeurope");
        assert.match(textOf(answer.id), /\/resourceGroups\/rg$/);
    });
    const refusals: Record<string, [args: PropertyMap, message: RegExp]> = {
        "azure-native:authorization:getClientToken": [{}, /has no tokens of Entra ID/],
        "azure-native:resources:getResourceGroup": [
            { resourceGroup: "rg" },
            /missing required property 'resourceGroupName'; unknown property 'resourceGroup'/,
        ],
        "azure-native:web:getWebApp": [
            { resourceGroupName: "rg", name: "x" },
            /the sandbox cannot answer azure-native:web:getWebApp/,
        ],
        "azure-native:web:getNothing": [{}, /is not declared by @pulumi\/azure-native/],
        "azure-native:network:getSubnet": [
            { resourceGroupName: "rg", virtualNetworkName: "n", subnetName: "s" },
            /Status=404 Code="ResourceNotFound"/,
        ],
    };
    for (const [token, [args, message]] of Object.entries(refusals)) {
        it(`refuse ${token}`, async () => {
            await assert.rejects(new Arm().invoke(token, args), message);
        });
    }
});

describe("a resource group that is deleted", () => {
    it("takes everything in it along", async () => {
        const arm = await withNetwork();
        await arm.create(`${network}:Subnet`, subnet("a", "10.0.0.0/24"));
        const [group] = arm.cloud.ofType("azure-native:resources:ResourceGroup");
        await arm.delete("azure-native:resources:ResourceGroup", group?.id ?? "");
        assert.deepEqual(
            arm.cloud.filter(() => true),
            [],
        );
    });
});
