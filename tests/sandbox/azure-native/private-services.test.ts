import assert from "node:assert/strict";

import { type PropertyMap, textOf, valueAt } from "../../../sandbox/providers/property";
import { Arm, type Created, withGroup } from "./arm";

const registryType = "azure-native:containerregistry:Registry";
const vaultType = "azure-native:keyvault:Vault";
const inGroup = { resourceGroupName: "rg" };

const registry = (change: PropertyMap = {}): PropertyMap => ({
    ...inGroup,
    registryName: "images",
    sku: { name: "Premium" },
    ...change,
});
const vault = (change: PropertyMap = {}, tier = "standard"): PropertyMap => ({
    ...inGroup,
    vaultName: "vault",
    properties: { tenantId: "t", sku: { family: "A", name: tier }, ...change },
});

async function withSubnet(): Promise<{ arm: Arm; subnet: Created; networkId: string }> {
    const arm = new Arm();
    await withGroup(arm);
    const named = { ...inGroup, virtualNetworkName: "net" };
    const network = await arm.create("azure-native:network:VirtualNetwork", {
        ...named,
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    const subnet = await arm.create("azure-native:network:Subnet", {
        ...named,
        subnetName: "endpoints",
        addressPrefix: "10.0.1.64/26",
    });
    return { arm, subnet, networkId: network.id };
}

const endpoint = (target: Created, subnet: Created, groupIds: string[]): PropertyMap => ({
    ...inGroup,
    privateEndpointName: "endpoint",
    subnet: { id: subnet.id },
    privateLinkServiceConnections: [{ name: "it", privateLinkServiceId: target.id, groupIds }],
});

describe("a registry", () => {
    const refused: Record<string, { change: PropertyMap; message: RegExp }> = {
        "closed in a lower tier": {
            change: { sku: { name: "Standard" }, publicNetworkAccess: "Disabled" },
            message: /Code="DisablingPublicNetworkAccessNotSupported" .* for the SKU Standard/,
        },
        "with a firewall in a lower tier": {
            change: { sku: { name: "Basic" }, networkRuleSet: { defaultAction: "Deny" } },
            message: /Network rules: not supported for the SKU Basic/,
        },
        "public and without exports": {
            change: { policies: { exportPolicy: { status: "disabled" } } },
            message:
                /Enabling public network access is not supported because the registry 'images' has exports disabled/,
        },
        "that purges and restores": {
            change: { policies: { retentionPolicy: { status: "enabled" }, softDeletePolicy: { status: "enabled" } } },
            message: /cannot both be enabled/,
        },
    };
    for (const [title, { change, message }] of Object.entries(refused)) {
        it(`is refused ${title}`, async () => {
            const arm = new Arm();
            await withGroup(arm);
            await assert.rejects(arm.create(registryType, registry(change)), message);
        });
    }

    it("answers with every policy, and with the names of its data", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const { outputs } = await arm.create(registryType, registry({ dataEndpointEnabled: true }));
        assert.deepEqual(outputs.dataEndpointHostNames, ["images.westeurope.data.azurecr.io"]);
        assert.equal(valueAt(outputs, "policies", "exportPolicy", "status"), "enabled");
        assert.deepEqual(outputs.networkRuleSet, { defaultAction: "Allow", ipRules: [] });
    });
});

describe("a vault", () => {
    const refused: Record<string, { change: PropertyMap; message: RegExp }> = {
        "without purge protection, said aloud": {
            change: { enablePurgeProtection: false },
            message: /"enablePurgeProtection\\" cannot be set to false/,
        },
        "without soft delete": {
            change: { enableSoftDelete: false },
            message: /"enableSoftDelete\\" cannot be set to false/,
        },
        "to be recovered that was never deleted": {
            change: { createMode: "recover" },
            message: /no deleted vault 'vault' to recover/,
        },
    };
    for (const [title, { change, message }] of Object.entries(refused)) {
        it(`is refused ${title}`, async () => {
            const arm = new Arm();
            await withGroup(arm);
            await assert.rejects(arm.create(vaultType, vault(change)), message);
        });
    }

    it("comes back after its deletion where that is asked for", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const { id } = await arm.create(vaultType, vault());
        await arm.delete(vaultType, id);
        await assert.rejects(arm.create(vaultType, vault()), /Code="ConflictError"/);
        await arm.create(vaultType, vault({ createMode: "recover" }));
        await arm.delete(vaultType, id);
        await assert.rejects(arm.create(vaultType, vault()), /Code="ConflictError"/);
    });

    it("keeps the days of its retention", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const created = await arm.create(vaultType, vault({ softDeleteRetentionInDays: 90 }));
        await assert.rejects(
            arm.update(vaultType, created, vault({ softDeleteRetentionInDays: 7 })),
            /has been set already/,
        );
    });

    it("answers with networks for addresses", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const { outputs } = await arm.create(
            vaultType,
            vault({ networkAcls: { ipRules: [{ value: "203.0.113.7" }] } }),
        );
        assert.deepEqual(valueAt(outputs, "properties", "networkAcls"), {
            bypass: "AzureServices",
            defaultAction: "Allow",
            ipRules: [{ value: "203.0.113.7/32" }],
            virtualNetworkRules: [],
        });
    });

    it("never shows a secret again, and gives each write a version", async () => {
        const arm = new Arm();
        await withGroup(arm);
        await arm.create(vaultType, vault());
        const type = "azure-native:keyvault:Secret";
        const secret = { ...inGroup, vaultName: "vault", secretName: "shop" };
        const created = await arm.create(type, { ...secret, properties: { value: "one" } });
        assert.equal(valueAt(created.outputs, "properties", "secretUri"), "https://vault.vault.azure.net/secrets/shop");
        assert.equal(valueAt(created.outputs, "properties", "value"), undefined);
        const updated = await arm.update(type, created, { ...secret, properties: { value: "two" } });
        const versionOf = (outputs: PropertyMap) => textOf(valueAt(outputs, "properties", "secretUriWithVersion"));
        assert.match(versionOf(updated), /\/secrets\/shop\/[0-9a-f]{32}$/);
        assert.notEqual(versionOf(updated), versionOf(created.outputs));
    });

    it("keeps the name of a deleted secret, and brings what it held back with it", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const { id } = await arm.create(vaultType, vault());
        const type = "azure-native:keyvault:Secret";
        const secret = (secretName: string) => ({
            ...inGroup,
            vaultName: "vault",
            secretName,
            properties: { value: "one" },
        });
        const alone = await arm.create(type, secret("alone"));
        await arm.create(type, secret("together"));
        await arm.delete(type, alone.id);
        await assert.rejects(
            arm.create(type, secret("alone")),
            /alone is currently in a deleted but recoverable state/,
        );
        await arm.delete(vaultType, id);
        await arm.create(vaultType, vault({ createMode: "recover" }));
        await assert.rejects(arm.create(type, secret("alone")), /deleted but recoverable state/);
        await assert.rejects(arm.create(type, secret("together")), /cannot create already existing resource/);
    });

    it("makes a key once, and none of hardware in the standard tier", async () => {
        const arm = new Arm();
        await withGroup(arm);
        await arm.create(vaultType, vault());
        const type = "azure-native:keyvault:Key";
        const key = { ...inGroup, vaultName: "vault", keyName: "etcd" };
        await assert.rejects(
            arm.create(type, { ...key, properties: { kty: "RSA-HSM" } }),
            /A key of type RSA-HSM needs a vault of the SKU premium/,
        );
        const created = await arm.create(type, { ...key, properties: { kty: "RSA", keySize: 3072 } });
        assert.match(
            textOf(created.outputs.keyUriWithVersion),
            /^https:\/\/vault\.vault\.azure\.net\/keys\/etcd\/\w{32}$/,
        );
        const updated = await arm.update(type, created, { ...key, properties: { kty: "RSA", keySize: 4096 } });
        assert.equal(updated.keySize, 3072);
        assert.equal(updated.keyUriWithVersion, created.outputs.keyUriWithVersion);
    });
});

describe("a private endpoint", () => {
    const type = "azure-native:network:PrivateEndpoint";

    it("is refused for a part that the service does not have", async () => {
        const { arm, subnet } = await withSubnet();
        const target = await arm.create(vaultType, vault());
        await assert.rejects(
            arm.create(type, endpoint(target, subnet, ["registry"])),
            /group ids \[registry\] are invalid for .*\/vaults\/vault\. Allowed are vault\./,
        );
    });

    it("is refused for a registry of a lower tier", async () => {
        const { arm, subnet } = await withSubnet();
        const target = await arm.create(registryType, registry({ sku: { name: "Standard" } }));
        await assert.rejects(arm.create(type, endpoint(target, subnet, ["registry"])), /not supported for the SKU/);
    });

    it("has an address for each name, until a zone takes care of them", async () => {
        const { arm, subnet } = await withSubnet();
        const target = await arm.create(registryType, registry());
        const created = await arm.create(type, endpoint(target, subnet, ["registry"]));
        assert.deepEqual(created.outputs.customDnsConfigs, [
            { fqdn: "images.azurecr.io", ipAddresses: ["10.0.1.68"] },
            { fqdn: "images.westeurope.data.azurecr.io", ipAddresses: ["10.0.1.69"] },
        ]);
        const zone = await arm.create("azure-native:privatedns:PrivateZone", {
            ...inGroup,
            privateZoneName: "privatelink.azurecr.io",
            location: "global",
        });
        const group = await arm.create("azure-native:network:PrivateDnsZoneGroup", {
            ...inGroup,
            privateEndpointName: "endpoint",
            privateDnsZoneGroupName: "default",
            privateDnsZoneConfigs: [{ name: "zone", privateDnsZoneId: zone.id }],
        });
        const [config] = group.outputs.privateDnsZoneConfigs as PropertyMap[];
        assert.deepEqual(
            (config?.recordSets as PropertyMap[]).map(({ fqdn, ipAddresses }) => [fqdn, ipAddresses]),
            [
                ["images.privatelink.azurecr.io", ["10.0.1.68"]],
                ["images.westeurope.data.privatelink.azurecr.io", ["10.0.1.69"]],
            ],
        );
        assert.deepEqual((await arm.read(type, created.id, created))?.outputs.customDnsConfigs, []);
    });
});

describe("a private DNS zone", () => {
    it("of one name is linked to a network once", async () => {
        const { arm, networkId } = await withSubnet();
        await arm.create("azure-native:resources:ResourceGroup", { resourceGroupName: "other" });
        const linked = async (resourceGroupName: string) => {
            const inZone = { resourceGroupName, privateZoneName: "privatelink.azurecr.io", location: "global" };
            await arm.create("azure-native:privatedns:PrivateZone", inZone);
            await arm.create("azure-native:privatedns:VirtualNetworkLink", {
                ...inZone,
                virtualNetworkLinkName: "link",
                virtualNetwork: { id: networkId },
            });
        };
        await linked("rg");
        await assert.rejects(linked("other"), /cannot be linked to multiple zones with overlapping namespaces/);
    });
});

describe("a lock", () => {
    it("keeps what it is on, what lies there and what holds it", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const target = await arm.create(vaultType, vault());
        const lockType = "azure-native:authorization:ManagementLockByScope";
        const lock = await arm.create(lockType, { scope: target.id, lockName: "lock", level: "CanNotDelete" });
        const group = target.id.slice(0, target.id.indexOf("/providers/"));
        await assert.rejects(arm.delete(vaultType, target.id), /Code="ScopeLocked"/);
        await assert.rejects(arm.delete("azure-native:resources:ResourceGroup", group), /Code="ScopeLocked"/);
        await arm.delete(lockType, lock.id);
        await arm.delete(vaultType, target.id);
    });
});
