import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { record } from "../recorded-program";

/** Digits that azure-native adds to the name of what lies in a resource group and is given none. */
const automatic = 8;

/**
 * The name property of each type, and what ARM takes as a name. A child gets the name of the resource, without digits.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
const rules: Readonly<Record<string, { property: string; takes: RegExp; isChild?: true }>> = {
    "managedidentity:FederatedIdentityCredential": {
        property: "federatedIdentityCredentialResourceName",
        takes: /^[a-zA-Z0-9][\w-]{2,119}$/,
        isChild: true,
    },
    "managedidentity:UserAssignedIdentity": { property: "resourceName", takes: /^[a-zA-Z0-9][\w-]{2,127}$/ },
    "network:AzureFirewall": { property: "azureFirewallName", takes: /^[a-zA-Z0-9][\w.-]{0,54}\w$/ },
    "network:FirewallPolicy": { property: "firewallPolicyName", takes: /^[a-zA-Z0-9][\w.-]{0,78}\w$/ },
    "network:FirewallPolicyRuleCollectionGroup": {
        property: "ruleCollectionGroupName",
        takes: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
        isChild: true,
    },
    "network:NatGateway": { property: "natGatewayName", takes: /^[a-zA-Z0-9][\w.-]{0,78}\w$/ },
    "network:NetworkSecurityGroup": { property: "networkSecurityGroupName", takes: /^[a-zA-Z0-9][\w.-]{0,78}\w$/ },
    "network:PublicIPAddress": { property: "publicIpAddressName", takes: /^[a-zA-Z0-9][\w.-]{0,78}\w$/ },
    "network:RouteTable": { property: "routeTableName", takes: /^[a-zA-Z0-9][\w.-]{0,78}\w$/ },
    "network:Subnet": { property: "subnetName", takes: /^[a-zA-Z0-9][\w.-]{0,78}\w$/, isChild: true },
    "network:VirtualNetwork": { property: "virtualNetworkName", takes: /^[a-zA-Z0-9][\w.-]{0,62}\w$/ },
};

const names = ["k", "Größe & Söhne", "9/lives", "a.b", "x".repeat(120), `${"long-".repeat(11)}name`];

const programs: Readonly<Record<string, (name: string) => unknown>> = {
    "a network with a NAT gateway": (name) =>
        new aksguard.Network(name, { resourceGroupName: "group", ingress: "ApplicationGateway" }),
    "a network with a firewall": (name) =>
        new aksguard.Network(name, { resourceGroupName: "group", egress: "Firewall", systemNodes: true }),
    "a workload identity": (name) =>
        new aksguard.WorkloadIdentity(name, {
            resourceGroupName: "group",
            oidcIssuerUrl: "https://westeurope.oic.prod-aks.azure.com/tenant/id/",
            namespace: "shop",
            serviceAccountName: "cart",
        }),
};

describe("names of what has any name", () => {
    for (const [what, program] of Object.entries(programs)) {
        for (const name of names) {
            it(`are taken by ARM for ${what} called ${name.slice(0, 20)}`, async () => {
                const registrations = await record(() => program(name));
                const found = registrations.filter(({ type }) => type.startsWith("azure-native:"));
                assert.ok(found.length > 0);
                for (const { type, name: logical, inputs } of found) {
                    const rule = rules[type.replace("azure-native:", "")];
                    assert.ok(rule, `${type} has no rule here`);
                    const given = inputs[rule.property] as string | undefined;
                    const taken = given ?? `${logical}${rule.isChild ? "" : "1".repeat(automatic)}`;
                    assert.match(taken, rule.takes, `${type} ${logical}`);
                }
            });
        }
    }
});
