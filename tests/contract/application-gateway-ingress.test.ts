import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const subscription = "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/hub/providers";
const subnetId = `${subscription}/Microsoft.Network/virtualNetworks/hub/subnets/gateway`;
const keyVaultSecretId = "https://kit.vault.azure.net/secrets/shop";
const given: aksguard.ApplicationGatewayIngressArgs = {
    resourceGroupName: "given",
    subnetId,
    certificates: { shop: keyVaultSecretId },
    keyVaultId: `${subscription}/Microsoft.KeyVault/vaults/kit`,
};
const program = (args: Partial<aksguard.ApplicationGatewayIngressArgs>) => () => {
    new aksguard.ApplicationGatewayIngress("kit", { ...given, ...args });
};

describe("contract of an application gateway and policies", () => {
    const gateways: Record<string, { args: Partial<aksguard.ApplicationGatewayIngressArgs>; objections: string[] }> = {
        "without any further argument": { args: {}, objections: [] },
        "with everything named": {
            args: {
                zones: ["1", "2", "3"],
                minCapacity: 3,
                maxCapacity: 30,
                privateIpAddress: "10.240.128.10",
                controllerPrincipalId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
                workspaceId: `${subscription}/Microsoft.OperationalInsights/workspaces/logs`,
                lock: true,
                webApplicationFirewall: {
                    exclusions: [
                        {
                            matchVariable: "RequestArgNames",
                            selector: "comment",
                            ruleGroup: "SQLI",
                            ruleIds: ["942430"],
                        },
                    ],
                },
            },
            objections: [],
        },
        "that only detects attacks": {
            args: { webApplicationFirewall: { detectionOnly: true } },
            objections: ["application-gateway-waf-policy-enforced", "waf-policy-prevention-enabled"],
        },
    };
    for (const [title, { args, objections }] of Object.entries(gateways)) {
        it(`policies judge a gateway ${title}`, async () => {
            assert.deepEqual(await objectionsTo(program(args)), objections);
        });
    }

    const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given/providers";
    const gateway =
        "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/given/providers/Microsoft.Network/applicationGateways/agw-kit";

    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "azure-native:network:ApplicationGateway",
        guarded: {
            "sku.tier": ["application-gateway-waf-enabled"],
            "firewallPolicy.id": ["application-gateway-waf-enabled"],
            "sslPolicy.policyType": ["application-gateway-tls-version-current"],
            "sslPolicy.policyName": ["application-gateway-tls-version-current"],
            "sslCertificates[0].keyVaultSecretId": ["application-gateway-certificate-from-vault"],
            "httpListeners[0].protocol": ["application-gateway-http-redirected"],
            "identity.type": ["application-gateway-identity-assigned"],
            "identity.userAssignedIdentities[0]": ["application-gateway-identity-assigned"],
        },
        opposites: {
            "sslCertificates[0].keyVaultSecretId": `${keyVaultSecretId}/0123456789abcdef`,
            "httpListeners[0].protocol": "Http",
            "sslPolicy.policyType": "Custom",
        },
        held: {
            resourceGroupName: "given",
            applicationGatewayName: "agw-kit",
            "sku.name": "WAF_v2",
            "autoscaleConfiguration.minCapacity": 2,
            "autoscaleConfiguration.maxCapacity": 10,
            enableHttp2: true,
            "gatewayIPConfigurations[0].name": "subnet",
            "gatewayIPConfigurations[0].subnet.id": subnetId,
            "frontendIPConfigurations[0].name": "public",
            "frontendIPConfigurations[0].publicIPAddress.id": `${recorded}/Microsoft.Network/publicIPAddresses/kit-ingress`,
            "sslCertificates[0].name": "shop",
            "frontendPorts[0].name": "https",
            "frontendPorts[0].port": 443,
            "httpListeners[0].name": "https",
            "httpListeners[0].frontendIPConfiguration.id": `${gateway}/frontendIPConfigurations/public`,
            "httpListeners[0].frontendPort.id": `${gateway}/frontendPorts/https`,
            "httpListeners[0].sslCertificate.id": `${gateway}/sslCertificates/shop`,
            "backendAddressPools[0].name": "nobody",
            "backendHttpSettingsCollection[0].name": "nobody",
            "backendHttpSettingsCollection[0].port": 443,
            "backendHttpSettingsCollection[0].protocol": "Https",
            "backendHttpSettingsCollection[0].requestTimeout": 30,
            "requestRoutingRules[0].name": "https",
            "requestRoutingRules[0].priority": 10,
            "requestRoutingRules[0].ruleType": "Basic",
            "requestRoutingRules[0].httpListener.id": `${gateway}/httpListeners/https`,
            "requestRoutingRules[0].backendAddressPool.id": `${gateway}/backendAddressPools/nobody`,
            "requestRoutingRules[0].backendHttpSettings.id": `${gateway}/backendHttpSettingsCollection/nobody`,
        },
    });

    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "azure-native:network:WebApplicationFirewallPolicy",
        guarded: {
            "policySettings.state": ["waf-policy-prevention-enabled"],
            "policySettings.mode": ["waf-policy-prevention-enabled"],
            "policySettings.requestBodyCheck": ["waf-policy-body-inspection-enabled"],
            "managedRules.managedRuleSets[0].ruleSetType": ["waf-policy-rule-set-current"],
            "managedRules.managedRuleSets[0].ruleSetVersion": ["waf-policy-rule-set-current"],
            "managedRules.managedRuleSets[1].ruleSetType": ["waf-policy-rule-set-current"],
            "managedRules.managedRuleSets[1].ruleSetVersion": ["waf-policy-rule-set-current"],
        },
        held: {
            resourceGroupName: "given",
            // No policy of the pack asks how much of a body is inspected.
            "policySettings.requestBodyEnforcement": true,
            "policySettings.requestBodyInspectLimitInKB": 128,
            "policySettings.maxRequestBodySizeInKb": 128,
            "policySettings.fileUploadEnforcement": true,
            "policySettings.fileUploadLimitInMb": 100,
        },
    });
});
