import assert from "node:assert/strict";

import { type PropertyMap, textOf, valueAt } from "../../../sandbox/providers/property";
import { Arm, type Created, withGroup } from "./arm";

const gatewayType = "azure-native:network:ApplicationGateway";
const policyType = "azure-native:network:WebApplicationFirewallPolicy";
const inGroup = { resourceGroupName: "rg" };
const subscription = /^(\/subscriptions\/[^/]+)/;
const secretsUser = "4633458b-17de-408a-b874-0445c86b69e6";

/** A network, an address, an identity, a vault and a firewall policy, and the gateway that uses them. */
class Place {
    private constructor(
        readonly arm: Arm,
        readonly subnet: Created,
        readonly address: Created,
        readonly identity: Created,
        readonly vault: Created,
        readonly policy: Created,
    ) {}

    static async make({ delegated = "", standard = true } = {}): Promise<Place> {
        const arm = new Arm();
        await withGroup(arm);
        const inNetwork = { ...inGroup, virtualNetworkName: "net" };
        await arm.create("azure-native:network:VirtualNetwork", {
            ...inNetwork,
            addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
        });
        const subnet = await arm.create("azure-native:network:Subnet", {
            ...inNetwork,
            subnetName: "gateway",
            addressPrefix: "10.0.1.0/24",
            ...(delegated === "" ? {} : { delegations: [{ name: "it", serviceName: delegated }] }),
        });
        const address = await arm.create("azure-native:network:PublicIPAddress", {
            ...inGroup,
            publicIPAllocationMethod: "Static",
            ...(standard ? { sku: { name: "Standard" } } : {}),
        });
        const identity = await arm.create("azure-native:managedidentity:UserAssignedIdentity", inGroup);
        const vault = await arm.create("azure-native:keyvault:Vault", {
            ...inGroup,
            vaultName: "vault",
            properties: { tenantId: "t", sku: { family: "A", name: "standard" }, enableRbacAuthorization: true },
        });
        const policy = await arm.create(policyType, firewall());
        return new Place(arm, subnet, address, identity, vault, policy);
    }

    async letReadSecrets(): Promise<void> {
        const [own = ""] = subscription.exec(this.vault.id) ?? [];
        await this.arm.create("azure-native:authorization:RoleAssignment", {
            scope: this.vault.id,
            principalId: this.identity.outputs.principalId ?? "",
            principalType: "ServicePrincipal",
            roleDefinitionId: `${own}/providers/Microsoft.Authorization/roleDefinitions/${secretsUser}`,
        });
    }

    gateway(change: PropertyMap = {}): PropertyMap {
        const id = this.subnet.id.replace(/virtualNetworks\/.*/, "applicationGateways/gw");
        const part = (kind: string, name: string) => ({ id: `${id}/${kind}/${name}` });
        return {
            ...inGroup,
            applicationGatewayName: "gw",
            sku: { name: "WAF_v2", tier: "WAF_v2" },
            identity: { type: "UserAssigned", userAssignedIdentities: [this.identity.id] },
            firewallPolicy: { id: this.policy.id },
            gatewayIPConfigurations: [{ name: "subnet", subnet: { id: this.subnet.id } }],
            frontendIPConfigurations: [{ name: "public", publicIPAddress: { id: this.address.id } }],
            frontendPorts: [{ name: "https", port: 443 }],
            sslCertificates: [{ name: "shop", keyVaultSecretId: "https://vault.vault.azure.net/secrets/shop" }],
            httpListeners: [
                {
                    name: "https",
                    protocol: "Https",
                    frontendIPConfiguration: part("frontendIPConfigurations", "public"),
                    frontendPort: part("frontendPorts", "https"),
                    sslCertificate: part("sslCertificates", "shop"),
                },
            ],
            backendAddressPools: [{ name: "pool" }],
            backendHttpSettingsCollection: [{ name: "settings", port: 443, protocol: "Https" }],
            requestRoutingRules: [
                {
                    name: "rule",
                    priority: 10,
                    httpListener: part("httpListeners", "https"),
                    backendAddressPool: part("backendAddressPools", "pool"),
                    backendHttpSettings: part("backendHttpSettingsCollection", "settings"),
                },
            ],
            ...change,
        };
    }
}

const firewall = (change: PropertyMap = {}): PropertyMap => ({
    ...inGroup,
    policyName: "waf",
    managedRules: { managedRuleSets: [{ ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.2" }] },
    ...change,
});

describe("an application gateway", () => {
    it("gives ids to its parts, and keeps its subnet, address and policy from being deleted", async () => {
        const place = await Place.make();
        await place.letReadSecrets();
        const { id, outputs } = await place.arm.create(gatewayType, place.gateway());
        assert.equal(idOf(outputs, "httpListeners"), `${id}/httpListeners/https`);
        assert.equal(outputs.operationalState, "Running");
        const policy = await place.arm.read(policyType, place.policy.id);
        assert.deepEqual(policy?.outputs.applicationGateways, [{ id }]);
        await assert.rejects(place.arm.delete(policyType, place.policy.id), /is in use by/);
        await assert.rejects(place.arm.delete("azure-native:network:Subnet", place.subnet.id), /InUseSubnet/);
        await assert.rejects(
            place.arm.delete("azure-native:network:PublicIPAddress", place.address.id),
            /PublicIPAddressCannotBeDeleted/,
        );
    });

    it("is refused as long as its identity may not read the certificate", async () => {
        const place = await Place.make();
        await assert.rejects(
            place.arm.create(gatewayType, place.gateway()),
            /Code="ApplicationGatewayKeyVaultSecretException" .* does not have secrets get permission/,
        );
        await assert.rejects(
            place.arm.create(gatewayType, place.gateway({ identity: { type: "None" } })),
            /Code="ApplicationGatewayKeyVaultSecretException" .* has no user-assigned identity/,
        );
        await place.letReadSecrets();
        await place.arm.create(gatewayType, place.gateway());
    });

    const refused: Record<string, { change: (gateway: PropertyMap) => PropertyMap; message: RegExp }> = {
        "without a firewall": {
            change: (gateway) => without(gateway, "firewallPolicy"),
            message: /tier WAF_v2 needs a firewall policy/,
        },
        "with a firewall that its tier has not": {
            change: (gateway) => ({ ...gateway, sku: { name: "Standard_v2", tier: "Standard_v2" } }),
            message: /cannot be used with the tier 'Standard_v2'/,
        },
        "without a listener": {
            change: (gateway) => ({ ...gateway, httpListeners: [] }),
            message: /must have at least one of httpListeners/,
        },
        "with a listener of a port that is not there": {
            change: (gateway) => ({ ...gateway, frontendPorts: [{ name: "other", port: 443 }] }),
            message: /Code="InvalidResourceReference" .*frontendPorts\/https/,
        },
        "with HTTPS and no certificate": {
            change: (gateway) => ({ ...gateway, httpListeners: [{ name: "https", protocol: "Https" }] }),
            message: /HTTPS listener 'https' must have an SSL certificate/,
        },
        "with a rule without priority": {
            change: (gateway) => ({ ...gateway, requestRoutingRules: [{ name: "rule" }] }),
            message: /Code="ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty"/,
        },
        "with a rule that leads nowhere": {
            change: (gateway) => ({ ...gateway, requestRoutingRules: [{ name: "rule", priority: 1 }] }),
            message: /rule 'rule' needs a backend pool/,
        },
        "with a certificate of a vault that is not there": {
            change: (gateway) => ({
                ...gateway,
                sslCertificates: [{ name: "shop", keyVaultSecretId: "https://other.vault.azure.net/secrets/shop" }],
            }),
            message: /the key vault was not found/,
        },
        "in a subnet that is not there": {
            change: (gateway) => ({
                ...gateway,
                gatewayIPConfigurations: [{ name: "subnet", subnet: { id: "/none" } }],
            }),
            message: /Code="InvalidResourceReference"/,
        },
    };
    for (const [title, { change, message }] of Object.entries(refused)) {
        it(`is refused ${title}`, async () => {
            const place = await Place.make();
            await place.letReadSecrets();
            await assert.rejects(place.arm.create(gatewayType, change(place.gateway())), message);
        });
    }

    it("stays in its zones, and in its subnet as long as it runs", async () => {
        const place = await Place.make();
        await place.letReadSecrets();
        const made = await place.arm.create(gatewayType, place.gateway());
        const other = await place.arm.create("azure-native:network:Subnet", {
            ...inGroup,
            virtualNetworkName: "net",
            subnetName: "other",
            addressPrefix: "10.0.2.0/24",
        });
        await assert.rejects(
            place.arm.update(gatewayType, made, place.gateway({ zones: ["1"] })),
            /ResourceAvailabilityZonesCannotBeModified.*zone constraint NoZone and the request has availability zone constraint 1/,
        );
        const moved = { gatewayIPConfigurations: [{ name: "subnet", subnet: { id: other.id } }] };
        await assert.rejects(
            place.arm.update(gatewayType, made, place.gateway(moved)),
            /The subnet of Application Gateway .* cannot be changed/,
        );
    });

    it("is refused in a subnet of somebody else", async () => {
        const delegated = await Place.make({ delegated: "Microsoft.ServiceNetworking/trafficControllers" });
        await assert.rejects(
            delegated.arm.create(gatewayType, delegated.gateway()),
            /is delegated to Microsoft\.ServiceNetworking/,
        );
        const shared = await Place.make();
        await shared.arm.create("azure-native:network:PrivateEndpoint", {
            ...inGroup,
            subnet: { id: shared.subnet.id },
            privateLinkServiceConnections: [{ name: "it", privateLinkServiceId: shared.vault.id, groupIds: ["vault"] }],
        });
        await assert.rejects(shared.arm.create(gatewayType, shared.gateway()), /already contains other resources/);
    });

    it("is refused with an address of the old kind", async () => {
        const place = await Place.make({ standard: false });
        await assert.rejects(place.arm.create(gatewayType, place.gateway()), /of the SKU Standard/);
    });
});

function without(properties: PropertyMap, name: string): PropertyMap {
    return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));
}

function idOf(outputs: PropertyMap, list: string): string {
    const [first] = outputs[list] as PropertyMap[];
    return textOf(first?.id);
}

describe("a policy of a web application firewall", () => {
    const refused: Record<string, { change: PropertyMap; message: RegExp }> = {
        "with rules that Azure does not have": {
            change: { managedRules: { managedRuleSets: [{ ruleSetType: "OWASP", ruleSetVersion: "4.0" }] } },
            message: /OWASP 4\.0 is not supported/,
        },
        "with rules against bots only": {
            change: {
                managedRules: {
                    managedRuleSets: [{ ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" }],
                },
            },
            message: /must have exactly one of/,
        },
        "with bodies that are too large": {
            change: { policySettings: { maxRequestBodySizeInKb: 4000 } },
            message: /maxRequestBodySizeInKb must be between 8 and 2000/,
        },
    };
    for (const [title, { change, message }] of Object.entries(refused)) {
        it(`is refused ${title}`, async () => {
            const arm = new Arm();
            await withGroup(arm);
            await assert.rejects(arm.create(policyType, firewall(change)), message);
        });
    }

    it("only detects where nothing else was said", async () => {
        const arm = new Arm();
        await withGroup(arm);
        const { outputs } = await arm.create(policyType, firewall());
        assert.equal(valueAt(outputs, "policySettings", "mode"), "Detection");
    });
});
