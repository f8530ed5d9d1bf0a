import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { keyVaultRules } from "../../../components/key-vault/key-vault-rules";
import { keyProperties, vaultArgs } from "../../../components/key-vault/vault-args";
import { record, registered } from "../../recorded-program";

const subscription = "/subscriptions/99999999-9999-4999-8999-999999999999";
const privateEndpointSubnetId = `${subscription}/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/endpoints`;
const workspaceId = `${subscription}/resourceGroups/hub/providers/Microsoft.OperationalInsights/workspaces/logs`;
const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given/providers";
const args: aksguard.KeyVaultArgs = { resourceGroupName: "given", privateEndpointSubnetId };
/** Begins as every PFX does. */
const pfx = Buffer.from([0x30, 0x82, 0x01, 0x02]).toString("base64");

describe("KeyVault", () => {
    it("is closed, by roles only, and cannot be purged", async () => {
        const registrations = await record(() => new aksguard.KeyVault("kit", args));
        assert.deepEqual(registered(registrations, "azure-native:keyvault:Vault").inputs, {
            resourceGroupName: "given",
            vaultName: "kitc3f9887d",
            properties: {
                tenantId: "44444444-4444-4444-8444-444444444444",
                sku: { family: "A", name: "standard" },
                enableRbacAuthorization: true,
                accessPolicies: [],
                enableSoftDelete: true,
                softDeleteRetentionInDays: 90,
                enablePurgeProtection: true,
                enabledForDeployment: false,
                enabledForDiskEncryption: false,
                enabledForTemplateDeployment: false,
                publicNetworkAccess: "Disabled",
                networkAcls: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [] },
            },
        });
    });

    it("is reached by a private endpoint, in a zone that a second vault shares", async () => {
        const registrations = await record(() => {
            const { privateDnsZoneId } = new aksguard.KeyVault("first", args);
            new aksguard.KeyVault("second", { ...args, privateDnsZoneId });
        });
        assert.equal(
            registered(registrations, "azure-native:privatedns:PrivateZone").inputs["privateZoneName"],
            "privatelink.vaultcore.azure.net",
        );
        const link = registered(registrations, "azure-native:privatedns:VirtualNetworkLink");
        const second = registered(registrations, "azure-native:network:PrivateDnsZoneGroup", "second");
        assert.ok(second.dependencies.includes(link.urn), "the second vault waits for the link of the first");
        assert.deepEqual(second.inputs["privateDnsZoneConfigs"], [
            {
                name: "privatelink-vaultcore-azure-net",
                privateDnsZoneId: `${recorded}/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net`,
            },
        ]);
        const endpoint = registered(registrations, "azure-native:network:PrivateEndpoint", "second");
        assert.deepEqual(endpoint.inputs["privateLinkServiceConnections"], [
            {
                name: "vault",
                privateLinkServiceId: `${recorded}/Microsoft.KeyVault/vaults/second`,
                groupIds: ["vault"],
            },
        ]);
    });

    it("holds certificates and keys, and says how to name them", async () => {
        let outputs: pulumi.Output<unknown> | undefined;
        const registrations = await record(() => {
            const { certificateSecretIds, keyIds } = new aksguard.KeyVault("kit", {
                ...args,
                certificates: { shop: pfx },
                keys: [{ name: "etcd" }],
            });
            outputs = pulumi.all({ certificateSecretIds, keyIds });
        });
        const vault = registered(registrations, "azure-native:keyvault:Vault");
        const secret = registered(registrations, "azure-native:keyvault:Secret", "kit-shop");
        assert.deepEqual(secret.inputs, {
            resourceGroupName: "given",
            vaultName: "kit",
            secretName: "shop",
            properties: { contentType: "application/x-pkcs12", value: pfx },
        });
        const key = registered(registrations, "azure-native:keyvault:Key", "kit-etcd");
        assert.equal(key.inputs["keyName"], "etcd");
        assert.deepEqual([secret.deletedWith, key.deletedWith], [vault.urn, vault.urn]);
        assert.deepEqual(await promised(outputs), {
            certificateSecretIds: { shop: "https://kitc3f9887d.vault.azure.net/secrets/shop" },
            keyIds: {
                etcd: "https://recorded.vault.azure.net/keys/recorded/0123456789abcdef0123456789abcdef",
            },
        });
    });

    it("logs, and is locked after all that hangs on it", async () => {
        const registrations = await record(
            () =>
                new aksguard.KeyVault("kit", {
                    ...args,
                    workspaceId,
                    lock: true,
                    certificates: { shop: pfx },
                    keys: [{ name: "etcd" }],
                }),
        );
        const setting = registered(registrations, "azure-native:monitor:DiagnosticSetting", "kit");
        assert.deepEqual(setting.inputs["logs"], [{ category: "AuditEvent", enabled: true }]);
        const lock = registered(registrations, "azure-native:authorization:ManagementLockByScope", "kit");
        const secret = registered(registrations, "azure-native:keyvault:Secret");
        const key = registered(registrations, "azure-native:keyvault:Key");
        for (const { urn } of [setting, secret, key]) {
            assert.ok(lock.dependencies.includes(urn), urn);
        }
    });
});

describe("vaultArgs", () => {
    const propertiesOf = (change: Partial<aksguard.KeyVaultArgs>) =>
        vaultArgs("kit", { ...args, ...change }, "tenant").properties as unknown as Record<string, unknown>;

    it("opens the vault to networks, and to nobody else", () => {
        const { publicNetworkAccess, networkAcls } = propertiesOf({ allowedIpRanges: ["203.0.113.0/24"] });
        assert.deepEqual(
            { publicNetworkAccess, networkAcls },
            {
                publicNetworkAccess: "Enabled",
                networkAcls: {
                    defaultAction: "Deny",
                    bypass: "AzureServices",
                    ipRules: [{ value: "203.0.113.0/24" }],
                },
            },
        );
    });

    it("brings a deleted vault back", () => {
        assert.equal(propertiesOf({ recover: true })["createMode"], "recover");
    });

    it("has hardware for keys in the Premium tier", () => {
        assert.deepEqual(propertiesOf({ tier: "premium" })["sku"], { family: "A", name: "premium" });
        assert.deepEqual(keyProperties({ name: "etcd", size: 4096, rotationMonths: 6 }, "premium"), {
            kty: "RSA-HSM",
            keySize: 4096,
            keyOps: ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
            rotationPolicy: {
                lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P6M" } }],
            },
        });
        assert.deepEqual(keyProperties({ name: "etcd" }), {
            kty: "RSA",
            keySize: 3072,
            keyOps: ["encrypt", "decrypt", "wrapKey", "unwrapKey"],
            rotationPolicy: {
                lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P12M" } }],
            },
        });
    });

    for (const name of ["A", "1-2-3", "ü", "Certificates of the Platform Team in West Europe"]) {
        it(`gives "${name}" a name that Azure takes`, () => {
            assert.match(vaultArgs(name, args, "tenant").vaultName as string, /^[a-z][a-z0-9]{2,23}$/);
        });
    }
});

describe("keyVaultRules", () => {
    const rejected: Record<string, [object, string]> = {
        "a long name": [
            { vaultName: "certificates-of-the-platform" },
            'vaultName is "certificates-of-the-platform", where Azure takes 3 to 24 letters, digits and single hyphens, the first a letter, the last none of the hyphens. Set such a name, or leave it out.',
        ],
        "two hyphens": [
            { vaultName: "kit--prod" },
            'vaultName is "kit--prod", where Azure takes 3 to 24 letters, digits and single hyphens, the first a letter, the last none of the hyphens. Set such a name, or leave it out.',
        ],
        "another tier": [
            { tier: "Premium" },
            'tier is "Premium", which is not among its values. Set one of standard, premium.',
        ],
        "a certificate as PEM, of which nothing is shown": [
            { certificates: { shop: "-----BEGIN PRIVATE KEY-----" } },
            'certificates.shop is "given", and it is no PFX in base64. Set what `base64 --wrap=0 certificate.pfx` prints; `openssl pkcs12 -export` makes a PFX of PEM files.',
        ],
        "a certificate that is base64 of something else": [
            { certificates: { shop: Buffer.from("text").toString("base64") } },
            'certificates.shop is "given", and it is no PFX in base64. Set what `base64 --wrap=0 certificate.pfx` prints; `openssl pkcs12 -export` makes a PFX of PEM files.',
        ],
        "a host as the name of a certificate": [
            { certificates: { "shop.example.com": pfx } },
            'certificates is "shop.example.com", where a vault takes names of 1 to 127 letters, digits and hyphens. Set such a name.',
        ],
        "a key twice": [
            { keys: [{ name: "etcd" }, { name: "etcd" }] },
            'keys[1].name is "etcd", a name that is there twice. Give each entry a name of its own.',
        ],
        "a short key": [
            { keys: [{ name: "etcd", size: 2048 }] },
            "keys[0].size is 2048, where keys are RSA of 3072 or 4096 bits. Set one of the two.",
        ],
        "a rotation in less than a month": [
            { keys: [{ name: "etcd", rotationMonths: 0.5 }] },
            "keys[0].rotationMonths is 0.5, where it takes whole months, 1 to 120. Set a number in that range.",
        ],
        "the name of a key with a slash": [
            { keys: [{ name: "kit/etcd" }] },
            'keys[0].name is "kit/etcd", where a vault takes names of 1 to 127 letters, digits and hyphens. Set such a name.',
        ],
    };
    for (const [title, [change, problem]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            assert.deepEqual(judgeAll({ ...args, ...change }, keyVaultRules).now, [problem]);
        });
    }
});

function promised(output: pulumi.Output<unknown> | undefined): Promise<unknown> {
    return new Promise((resolve) => {
        output?.apply(resolve);
    });
}
