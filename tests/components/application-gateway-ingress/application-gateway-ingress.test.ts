import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { applicationGatewayIngressRules } from "../../../components/application-gateway-ingress/application-gateway-ingress-rules";
import { judgeAll } from "../../../components/arguments/rules";
import { record, registered, type Registration } from "../../recorded-program";

const subscription = "/subscriptions/99999999-9999-4999-8999-999999999999";
const subnetId = `${subscription}/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/gateway`;
const keyVaultId = `${subscription}/resourceGroups/hub/providers/Microsoft.KeyVault/vaults/kit`;
const workspaceId = `${subscription}/resourceGroups/hub/providers/Microsoft.OperationalInsights/workspaces/logs`;
const controllerPrincipalId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const secretId = "https://kit.vault.azure.net/secrets/shop";
const given: aksguard.ApplicationGatewayIngressArgs = {
    resourceGroupName: "given",
    subnetId,
    certificates: { shop: secretId },
    keyVaultId,
};

const gatewayType = "azure-native:network:ApplicationGateway";
const roleType = "azure-native:authorization:RoleAssignment";
const deployed = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given";
const gatewayId = `${deployed}/providers/Microsoft.Network/applicationGateways/agw-kit`;
const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given/providers";
const part = (kind: string, name: string) => ({ id: `${gatewayId}/${kind}/${name}` });

const withArgs = (change: Partial<aksguard.ApplicationGatewayIngressArgs> = {}, name = "kit") =>
    record(() => new aksguard.ApplicationGatewayIngress(name, { ...given, ...change }));

/** Type and name of each child, sorted. */
function childrenOf(registrations: readonly Registration[]): string[] {
    return registrations
        .filter(({ type }) => type.startsWith("azure-native:"))
        .map(({ type, name }) => `${type.replace("azure-native:", "")} ${name}`)
        .sort();
}

describe("ApplicationGatewayIngress", () => {
    it("is a gateway with its address, identity, right and firewall", async () => {
        assert.deepEqual(childrenOf(await withArgs()), [
            "authorization:RoleAssignment kit-certificates",
            "managedidentity:UserAssignedIdentity kit",
            "network:ApplicationGateway kit",
            "network:PublicIPAddress kit-ingress",
            "network:WebApplicationFirewallPolicy kit",
        ]);
    });

    it("serves HTTPS behind a firewall, and nothing else", async () => {
        const registrations = await withArgs();
        assert.deepEqual(registered(registrations, gatewayType).inputs, {
            resourceGroupName: "given",
            tags: {},
            applicationGatewayName: "agw-kit",
            sku: { name: "WAF_v2", tier: "WAF_v2" },
            autoscaleConfiguration: { minCapacity: 2, maxCapacity: 10 },
            identity: {
                type: "UserAssigned",
                userAssignedIdentities: [`${recorded}/Microsoft.ManagedIdentity/userAssignedIdentities/kit`],
            },
            firewallPolicy: {
                id: `${recorded}/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/kit`,
            },
            sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" },
            enableHttp2: true,
            gatewayIPConfigurations: [{ name: "subnet", subnet: { id: subnetId } }],
            frontendIPConfigurations: [
                {
                    name: "public",
                    publicIPAddress: { id: `${recorded}/Microsoft.Network/publicIPAddresses/kit-ingress` },
                },
            ],
            sslCertificates: [{ name: "shop", keyVaultSecretId: secretId }],
            frontendPorts: [{ name: "https", port: 443 }],
            httpListeners: [
                {
                    name: "https",
                    protocol: "Https",
                    frontendIPConfiguration: part("frontendIPConfigurations", "public"),
                    frontendPort: part("frontendPorts", "https"),
                    sslCertificate: part("sslCertificates", "shop"),
                },
            ],
            backendAddressPools: [{ name: "nobody" }],
            backendHttpSettingsCollection: [{ name: "nobody", port: 443, protocol: "Https", requestTimeout: 30 }],
            requestRoutingRules: [
                {
                    name: "https",
                    priority: 10,
                    ruleType: "Basic",
                    httpListener: part("httpListeners", "https"),
                    backendAddressPool: part("backendAddressPools", "nobody"),
                    backendHttpSettings: part("backendHttpSettingsCollection", "nobody"),
                },
            ],
        });
    });

    it("leaves to the controller what the controller writes", async () => {
        const { ignoreChanges, deleteBeforeReplace } = registered(await withArgs(), gatewayType);
        assert.deepEqual(ignoreChanges, [
            "backendAddressPools",
            "backendHttpSettingsCollection",
            "frontendPorts",
            "httpListeners",
            "probes",
            "redirectConfigurations",
            "requestRoutingRules",
            "rewriteRuleSets",
            "urlPathMaps",
            'tags["ingress-for-aks-cluster-id"]',
            'tags["last-updated-by-k8s-ingress"]',
            'tags["managed-by-k8s-ingress"]',
        ]);
        assert.equal(deleteBeforeReplace, true);
    });

    it("may read the certificates before it is made", async () => {
        const registrations = await withArgs();
        const role = registered(registrations, roleType, "kit-certificates");
        assert.deepEqual(
            { ...role.inputs, roleAssignmentName: undefined },
            {
                roleAssignmentName: undefined,
                scope: keyVaultId,
                principalId: "kit-principal",
                principalType: "ServicePrincipal",
                description: "The gateway reads the certificates that it serves.",
                roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6`,
            },
        );
        assert.ok(registered(registrations, gatewayType).dependencies.includes(role.urn));
    });

    it("refuses attacks and bad bots, and inspects what it lets pass", async () => {
        const policy = registered(await withArgs(), "azure-native:network:WebApplicationFirewallPolicy");
        assert.deepEqual(policy.inputs, {
            resourceGroupName: "given",
            policySettings: {
                state: "Enabled",
                mode: "Prevention",
                requestBodyCheck: true,
                requestBodyEnforcement: true,
                requestBodyInspectLimitInKB: 128,
                maxRequestBodySizeInKb: 128,
                fileUploadEnforcement: true,
                fileUploadLimitInMb: 100,
            },
            managedRules: {
                managedRuleSets: [
                    { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.2" },
                    { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" },
                ],
                exclusions: [],
            },
        });
    });

    it("takes what was said of its firewall", async () => {
        const policy = registered(
            await withArgs({
                webApplicationFirewall: {
                    detectionOnly: true,
                    maxRequestBodySizeInKb: 2000,
                    fileUploadLimitInMb: 4000,
                    exclusions: [
                        {
                            matchVariable: aksguard.FirewallMatchVariable.RequestArgNames,
                            selector: "comment",
                            ruleGroup: "SQLI",
                            ruleIds: ["942430"],
                        },
                    ],
                },
            }),
            "azure-native:network:WebApplicationFirewallPolicy",
        );
        const { mode, requestBodyInspectLimitInKB, maxRequestBodySizeInKb, fileUploadLimitInMb } = policy.inputs[
            "policySettings"
        ] as Record<string, unknown>;
        assert.deepEqual(
            [mode, requestBodyInspectLimitInKB, maxRequestBodySizeInKb, fileUploadLimitInMb],
            ["Detection", 2000, 2000, 4000],
        );
        assert.deepEqual((policy.inputs["managedRules"] as { exclusions: unknown }).exclusions, [
            {
                matchVariable: "RequestArgNames",
                selectorMatchOperator: "Equals",
                selector: "comment",
                exclusionManagedRuleSets: [
                    {
                        ruleSetType: "Microsoft_DefaultRuleSet",
                        ruleSetVersion: "2.2",
                        ruleGroups: [{ ruleGroupName: "SQLI", rules: [{ ruleId: "942430" }] }],
                    },
                ],
            },
        ]);
    });

    it("gives the controller of a cluster that exists its four rights", async () => {
        const registrations = await withArgs({ controllerPrincipalId });
        const rights = registrations
            .filter(({ type, name }) => type === roleType && name.startsWith("kit-controller-"))
            .map(({ name, inputs }) => [
                name,
                String(inputs["roleDefinitionId"]).split("/").at(-1),
                inputs["scope"],
                inputs["principalId"],
            ])
            .sort(([one], [other]) => String(one).localeCompare(String(other)));
        const identity = `${recorded}/Microsoft.ManagedIdentity/userAssignedIdentities/kit`;
        const gateway = `${recorded}/Microsoft.Network/applicationGateways/kit`;
        assert.deepEqual(rights, [
            ["kit-controller-gateway", "b24988ac-6180-42a0-ab88-20f7382dd24c", gateway, controllerPrincipalId],
            ["kit-controller-group", "acdd72a7-3385-48ef-bd42-f606fba81ae7", deployed, controllerPrincipalId],
            ["kit-controller-identity", "f1a07417-d97a-45cb-824c-7a7467783830", identity, controllerPrincipalId],
            ["kit-controller-subnet", "4d97b98b-1d4f-4787-a291-c67834d212e7", subnetId, controllerPrincipalId],
        ]);
    });

    it("sends logs and locks its address where that is asked for", async () => {
        const registrations = await withArgs({ workspaceId, lock: true });
        assert.deepEqual(registered(registrations, "azure-native:monitor:DiagnosticSetting").inputs, {
            resourceUri: `${recorded}/Microsoft.Network/applicationGateways/kit`,
            workspaceId,
            logAnalyticsDestinationType: "Dedicated",
            logs: [
                { category: "ApplicationGatewayAccessLog", enabled: true },
                { category: "ApplicationGatewayFirewallLog", enabled: true },
            ],
        });
        assert.equal(
            registered(registrations, "azure-native:authorization:ManagementLockByScope").inputs["scope"],
            `${recorded}/Microsoft.Network/publicIPAddresses/kit-ingress`,
        );
    });

    it("takes zones, capacities and an address of the network", async () => {
        const registrations = await withArgs({ zones: ["1", "2"], minCapacity: 20, privateIpAddress: "10.240.128.10" });
        const { inputs } = registered(registrations, gatewayType);
        assert.deepEqual(inputs["zones"], ["1", "2"]);
        assert.deepEqual(inputs["autoscaleConfiguration"], { minCapacity: 20, maxCapacity: 20 });
        assert.deepEqual((inputs["frontendIPConfigurations"] as unknown[])[1], {
            name: "private",
            privateIPAddress: "10.240.128.10",
            privateIPAllocationMethod: "Static",
            subnet: { id: subnetId },
        });
        assert.deepEqual(registered(registrations, "azure-native:network:PublicIPAddress").inputs["zones"], ["1", "2"]);
    });

    it("gets a name that Azure takes, from any name", async () => {
        const long = await withArgs({}, "A gateway with a name that is longer than Azure takes it ".repeat(3));
        const name = String(registered(long, gatewayType).inputs["applicationGatewayName"]);
        assert.match(name, /^agw-[a-z0-9-]{1,75}[a-z0-9]$/);
        const named = await withArgs({ applicationGatewayName: "front" });
        const { inputs } = registered(named, gatewayType);
        assert.equal(inputs["applicationGatewayName"], "front");
        assert.match(JSON.stringify(inputs["httpListeners"]), /applicationGateways\/front\/frontendPorts\/https/);
    });

    it("hands out what a cluster and its ingresses ask for", async () => {
        let outputs: unknown;
        await record(() => {
            const gateway = new aksguard.ApplicationGatewayIngress("kit", given);
            pulumi
                .all([
                    gateway.applicationGatewayId,
                    gateway.gatewaySubnetId,
                    gateway.gatewayIdentityId,
                    gateway.publicIpAddress,
                    gateway.sslCertificateNames,
                    gateway.wafPolicyId,
                    gateway.resourceGroupId,
                ])
                .apply((values) => (outputs = values));
        });
        assert.deepEqual(outputs, [
            `${recorded}/Microsoft.Network/applicationGateways/kit`,
            subnetId,
            `${recorded}/Microsoft.ManagedIdentity/userAssignedIdentities/kit`,
            "203.0.113.99",
            ["shop"],
            `${recorded}/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/kit`,
            deployed,
        ]);
    });
});

describe("the rules of a gateway", () => {
    const problems = (change: object) => judgeAll({ ...given, ...change }, applicationGatewayIngressRules).now;

    const wrong: Record<string, { change: object; message: string }> = {
        "no certificate": {
            change: { certificates: {} },
            message:
                'certificates is {}, and without a certificate the gateway could serve plain HTTP only. Set at least one, such as { shop: "https://<vault>.vault.azure.net/secrets/shop" }.',
        },
        "one zone in place of a list": {
            change: { zones: "1" },
            message: 'zones is "1", which is no list. Put it in brackets, also where it is one value.',
        },
        "certificates without names": {
            change: { certificates: [secretId] },
            message: `certificates is ["${secretId}"], which has no names. Set an object with a name for each value.`,
        },
        "a misspelt part of an exclusion": {
            change: {
                webApplicationFirewall: {
                    exclusions: [
                        {
                            matchVariable: "RequestArgNames",
                            selector: "q",
                            selectorOperator: "Equals",
                            ruleGroup: "SQLI",
                            ruleIds: ["942430"],
                        },
                    ],
                },
            },
            message:
                'webApplicationFirewall.exclusions[0].selectorOperator is "given", and there is no argument of this name. Similar ones are operator, selector.',
        },
        "a word in place of a truth": {
            change: { webApplicationFirewall: { detectionOnly: "true" } },
            message:
                'webApplicationFirewall.detectionOnly is "true", which is neither true nor false. Set true or false.',
        },
        "certificates left out": {
            change: { certificates: undefined },
            message:
                'certificates is unset, and without a certificate the gateway could serve plain HTTP only. Set at least one, such as { shop: "https://<vault>.vault.azure.net/secrets/shop" }.',
        },
        "one version of a certificate": {
            change: { certificates: { shop: `${secretId}/0123456789abcdef0123456789abcdef` } },
            message:
                'certificates.shop is "https://kit.vault.azure.net/secrets/shop/0123456789abcdef0123456789abcdef", one version of the certificate: the gateway would serve it beyond its end. Leave "/0123456789abcdef0123456789abcdef" out, so that each renewal is served.',
        },
        "a certificate that is no secret": {
            change: { certificates: { shop: "shop" } },
            message:
                'certificates.shop is "shop", which is no id of a secret. Set https://<vault>.vault.azure.net/secrets/<certificate>.',
        },
        "a certificate of another vault": {
            change: { certificates: { shop: "https://other.vault.azure.net/secrets/shop" } },
            message:
                'certificates.shop is "https://other.vault.azure.net/secrets/shop", which lies in another vault than keyVaultId ("kit"): the gateway may not read it. Set certificates of one vault, and the id of that vault.',
        },
        "a name that no certificate can have": {
            change: { certificates: { "my shop": secretId } },
            message:
                'certificates is "my shop", where a name has 1 to 80 letters, digits, hyphens, points and underscores. Set another name: that of the secret will do.',
        },
        "no subnet": {
            change: { subnetId: "gateway" },
            message:
                'subnetId is "gateway", which is not the ARM id of a subnet. Set the id that `az network vnet subnet show --query id` prints.',
        },
        "no vault": {
            change: { keyVaultId: "kit" },
            message:
                'keyVaultId is "kit", which is not the ARM id of a key vault. Set the id that `az keyvault show --query id` prints.',
        },
        "the name of AKS": {
            change: { applicationGatewayName: "AKS-AppGateway" },
            message:
                'applicationGatewayName is "AKS-AppGateway", a name that AKS keeps for what it makes itself. Set another name.',
        },
        "an impossible name": {
            change: { applicationGatewayName: "-front" },
            message:
                'applicationGatewayName is "-front", where Azure takes 1 to 80 letters, digits, hyphens, points and underscores, the first a letter or digit. Set a name such as "agw-prod".',
        },
        "too few at most": {
            change: { minCapacity: 3, maxCapacity: 2 },
            message: "maxCapacity is 2, which is less than minCapacity (3). Set at least as many.",
        },
        "more than Azure has": {
            change: { maxCapacity: 126 },
            message: "maxCapacity is 126, where Azure takes 2 to 125. Set a whole number in that range.",
        },
        "an address that is none": {
            change: { privateIpAddress: "10.240.128.0/24" },
            message:
                'privateIpAddress is "10.240.128.0/24", which is no IPv4 address. Set an address of the subnet that nothing else has, such as 10.240.128.10.',
        },
        "the name of a controller": {
            change: { controllerPrincipalId: "agic" },
            message:
                'controllerPrincipalId is "agic", which is no GUID. Set the object id of the principal in Entra ID (`az ad group show --group NAME --query id`), not its name.',
        },
        "a zone that is none": {
            change: { zones: ["westeurope-1"] },
            message:
                'zones[0] is "westeurope-1", where Azure numbers the zones of a region. Set the number as text: "1", "2" or "3".',
        },
        "a misspelt firewall": {
            change: { webApplicationFirewall: { detection: true } },
            message:
                'webApplicationFirewall.detection is "given", and there is no argument of this name. Similar ones are detectionOnly.',
        },
        "bodies that are too large": {
            change: { webApplicationFirewall: { maxRequestBodySizeInKb: 2001 } },
            message:
                "webApplicationFirewall.maxRequestBodySizeInKb is 2001, where Azure takes 8 to 2000. Set a whole number in that range.",
        },
        "an exclusion of everything": {
            change: {
                webApplicationFirewall: {
                    exclusions: [
                        { matchVariable: "RequestArgNames", selector: "comment", ruleGroup: "SQLI", ruleIds: [] },
                    ],
                },
            },
            message:
                'webApplicationFirewall.exclusions[0].ruleIds is [], and a whole group of rules would be blind. Set the rules that the log of the firewall names, such as ["942430"].',
        },
    };
    for (const [title, { change, message }] of Object.entries(wrong)) {
        it(`refuse ${title}`, () => {
            assert.deepEqual(problems(change), [message]);
        });
    }

    it("take what can work", () => {
        assert.deepEqual(problems({}), []);
        assert.deepEqual(problems({ certificates: { shop: `${secretId}/` }, minCapacity: 0 }), []);
        assert.deepEqual(
            problems({
                keyVaultId: keyVaultId.replace("kit", "Kit"),
                certificates: { a: "https://KIT.vault.usgovcloudapi.net/secrets/a", b: pulumi.output(secretId) },
            }),
            [],
        );
    });
});
