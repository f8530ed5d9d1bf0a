import assert from "node:assert/strict";

import type { PropertyMap } from "../../../sandbox/providers/property";
import { Arm, type Created, withGroup } from "./arm";

const network = "azure-native:network";
const inGroup = { resourceGroupName: "rg" };

/** A subnet for firewalls, an address and a policy. */
async function withPlace(subnetName = "AzureFirewallSubnet", addressPrefix = "10.0.1.64/26", more: PropertyMap = {}) {
    const arm = new Arm();
    await withGroup(arm);
    const named = { ...inGroup, virtualNetworkName: "net" };
    await arm.create(`${network}:VirtualNetwork`, { ...named, addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
    const group = await arm.create(`${network}:NetworkSecurityGroup`, { ...inGroup, networkSecurityGroupName: "nsg" });
    const subnet = await arm.create(`${network}:Subnet`, {
        ...named,
        subnetName,
        addressPrefix,
        ...(more.guarded === true ? { networkSecurityGroup: { id: group.id } } : {}),
    });
    const address = await arm.create(`${network}:PublicIPAddress`, {
        ...inGroup,
        publicIpAddressName: "egress",
        publicIPAllocationMethod: "Static",
        sku: { name: more.sku ?? "Standard" },
    });
    const policy = await arm.create(`${network}:FirewallPolicy`, {
        ...inGroup,
        firewallPolicyName: "policy",
        sku: { tier: more.tier ?? "Standard" },
    });
    return { arm, subnet, address, policy };
}

const firewall = (subnet: Created, address: Created, policy: Created, name = "firewall"): PropertyMap => ({
    ...inGroup,
    azureFirewallName: name,
    sku: { name: "AZFW_VNet", tier: "Standard" },
    firewallPolicy: { id: policy.id },
    ipConfigurations: [{ name: "egress", subnet: { id: subnet.id }, publicIPAddress: { id: address.id } }],
});

const group = (rule: PropertyMap, priority = 200): PropertyMap => ({
    ...inGroup,
    firewallPolicyName: "policy",
    ruleCollectionGroupName: "group",
    priority,
    ruleCollections: [
        {
            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
            name: "aks",
            priority: 100,
            action: { type: "Allow" },
            rules: [{ ruleType: "ApplicationRule", name: "rule", sourceAddresses: ["10.0.0.0/24"], ...rule }],
        },
    ],
});

describe("a firewall", () => {
    it("gets the first free address of its subnet, and says so only when it is there", async () => {
        const { arm, subnet, address, policy } = await withPlace();
        const args = firewall(subnet, address, policy);
        const previewed = await arm.preview(`${network}:AzureFirewall`, args);
        assert.doesNotMatch(JSON.stringify(previewed.ipConfigurations), /10\.0\.1\./);
        const { outputs } = await arm.create(`${network}:AzureFirewall`, args);
        assert.match(JSON.stringify(outputs.ipConfigurations), /"privateIPAddress":"10\.0\.1\.68"/);
    });

    const refused: Record<string, { place: Parameters<typeof withPlace>; message: RegExp }> = {
        "in another subnet": { place: ["egress"], message: /must be in a subnet named AzureFirewallSubnet/ },
        "in a small subnet": {
            place: ["AzureFirewallSubnet", "10.0.1.64/27"],
            message: /is too small for a firewall: it must be \/26 or wider/,
        },
        "behind a security group": {
            place: [undefined, undefined, { guarded: true }],
            message: /Network security groups are not supported in subnet/,
        },
        "with a basic address": {
            place: [undefined, undefined, { sku: "Basic" }],
            message: /Public IP address .* must be of the SKU Standard/,
        },
        "with a policy of another tier": {
            place: [undefined, undefined, { tier: "Premium" }],
            message: /of tier Standard cannot use policy .* of tier Premium/,
        },
    };
    for (const [title, { place, message }] of Object.entries(refused)) {
        it(`is refused ${title}`, async () => {
            const { arm, subnet, address, policy } = await withPlace(...place);
            await assert.rejects(arm.create(`${network}:AzureFirewall`, firewall(subnet, address, policy)), message);
        });
    }

    it("is alone in its subnet, and keeps policy, address and subnet", async () => {
        const { arm, subnet, address, policy } = await withPlace();
        await arm.create(`${network}:AzureFirewall`, firewall(subnet, address, policy));
        const second = firewall(subnet, address, policy, "second");
        await assert.rejects(arm.create(`${network}:AzureFirewall`, second, "second"), /has a firewall already/);
        await assert.rejects(arm.delete(`${network}:FirewallPolicy`, policy.id), /is in use by .*firewall/);
        await assert.rejects(arm.delete(`${network}:PublicIPAddress`, address.id), /PublicIPAddressCannotBeDeleted/);
        await assert.rejects(arm.delete(`${network}:Subnet`, subnet.id), /InUseSubnetCannotBeDeleted/);
    });
});

describe("rules of a firewall", () => {
    const refused: Record<string, { args: PropertyMap; message: RegExp }> = {
        "without a source": {
            args: group({ sourceAddresses: [], targetFqdns: ["example.org"] }),
            message: /has no source/,
        },
        "without a destination": { args: group({}), message: /has no destination/ },
        "with names and tags at once": {
            args: group({ targetFqdns: ["example.org"], fqdnTags: ["AzureKubernetesService"] }),
            message: /has both targetFqdns and fqdnTags/,
        },
        "with a priority outside of the range": {
            args: group({ targetFqdns: ["example.org"] }, 99),
            message: /must be between 100 and 65000/,
        },
        "with names where no DNS proxy is": {
            args: group({ ruleType: "NetworkRule", destinationFqdns: ["ntp.ubuntu.com"] }),
            message: /needs the DNS proxy/,
        },
    };
    for (const [title, { args, message }] of Object.entries(refused)) {
        it(`are refused ${title}`, async () => {
            const { arm } = await withPlace();
            await assert.rejects(arm.create(`${network}:FirewallPolicyRuleCollectionGroup`, args), message);
        });
    }
});
