import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { EgressFirewall } from "../../../components/egress-firewall/egress-firewall";
import type { EgressFirewallArgs } from "../../../components/egress-firewall/egress-firewall-args";
import { record, registered } from "../../recorded-program";

const subnetId =
    "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/AzureFirewallSubnet";
const given: EgressFirewallArgs = { resourceGroupName: "group", subnetId, sourceAddresses: ["10.240.0.0/18"] };
const groupType = "azure-native:network:FirewallPolicyRuleCollectionGroup";

/** Rules as a person reads them: collection, name, from, to, protocols. */
async function rulesOf(args: Partial<EgressFirewallArgs>): Promise<string[]> {
    const registrations = await record(() => new EgressFirewall("kit", { ...given, ...args }));
    const { inputs } = registered(registrations, groupType);
    const collections = inputs["ruleCollections"] as {
        name: string;
        action: { type: string };
        rules: {
            name: string;
            ruleType: string;
            sourceAddresses: string[];
            fqdnTags?: string[];
            targetFqdns?: string[];
            protocols: { protocolType: string; port: number }[];
        }[];
    }[];
    return collections.flatMap(({ name, action, rules }) =>
        rules.map((rule) => {
            assert.deepEqual([action.type, rule.ruleType], ["Allow", "ApplicationRule"]);
            const protocols = rule.protocols.map(({ protocolType, port }) => `${protocolType}:${String(port)}`);
            const to = rule.fqdnTags?.map((tag) => `tag ${tag}`) ?? rule.targetFqdns ?? [];
            return `${name} ${rule.name}: ${rule.sourceAddresses.join()} → ${to.join()} ${protocols.join()}`;
        }),
    );
}

const forAks = [
    "aks aks: 10.240.0.0/18 → tag AzureKubernetesService Http:80,Https:443",
    "aks identity: 10.240.0.0/18 → login.microsoftonline.com Https:443",
    "aks node-patches: 10.240.0.0/18 → snapshot.ubuntu.com Https:443",
    "aks key-vault: 10.240.0.0/18 → vault.azure.net Https:443",
    "aks azure-policy: 10.240.0.0/18 → data.policy.core.windows.net,store.policy.core.windows.net,dc.services.visualstudio.com Https:443",
    "aks defender: 10.240.0.0/18 → *.ods.opinsights.azure.com,*.oms.opinsights.azure.com,*.cloud.defender.microsoft.com Https:443",
    "aks monitor: 10.240.0.0/18 → *.ods.opinsights.azure.com,*.oms.opinsights.azure.com,*.monitoring.azure.com,*.handler.control.monitor.azure.com,*.ingest.monitor.azure.com,*.metrics.ingest.monitor.azure.com,dc.services.visualstudio.com Https:443",
    "aks extensions: 10.240.0.0/18 → *.dp.kubernetesconfiguration.azure.com Https:443",
];

describe("EgressFirewall", () => {
    it("lets out what AKS and its add-ons need, and nothing else", async () => {
        assert.deepEqual(await rulesOf({}), forAks);
    });

    it("lets out what is named beyond it", async () => {
        assert.deepEqual(await rulesOf({ allowedFqdns: ["ghcr.io", "*.example.org"] }), [
            ...forAks,
            "allowed allowed: 10.240.0.0/18 → ghcr.io,*.example.org Http:80,Https:443",
        ]);
        assert.deepEqual((await rulesOf({ allowedFqdns: pulumi.output(["ghcr.io"]) })).length, forAks.length + 1);
    });

    it("refuses known bad addresses, and has its rules before it has traffic", async () => {
        const registrations = await record(() => new EgressFirewall("kit", { ...given, zones: ["1", "2", "3"] }));
        const policy = registered(registrations, "azure-native:network:FirewallPolicy", "kit");
        assert.deepEqual(policy.inputs["sku"], { tier: "Standard" });
        assert.equal(policy.inputs["threatIntelMode"], "Deny");
        const publicIpAddress = registered(registrations, "azure-native:network:PublicIPAddress", "kit");
        assert.deepEqual(publicIpAddress.inputs["zones"], ["1", "2", "3"]);
        const firewall = registered(registrations, "azure-native:network:AzureFirewall", "kit");
        assert.deepEqual(firewall.inputs["zones"], ["1", "2", "3"]);
        assert.deepEqual(firewall.inputs["sku"], { name: "AZFW_VNet", tier: "Standard" });
        assert.deepEqual((firewall.inputs["ipConfigurations"] as { subnet: object }[])[0]?.subnet, { id: subnetId });
        assert.ok(firewall.dependencies.includes(registered(registrations, groupType).urn));
        assert.ok(firewall.deleteBeforeReplace);
    });

    it("tells a workspace what it let out and what it refused, where it is given one", async () => {
        const workspaceId = subnetId.replace(/Microsoft\.Network.*$/, "Microsoft.OperationalInsights/workspaces/logs");
        const registrations = await record(() => new EgressFirewall("kit", { ...given, workspaceId }));
        const { inputs } = registered(registrations, "azure-native:monitor:DiagnosticSetting");
        assert.match(String(inputs["resourceUri"]), /azureFirewalls\/kit$/);
        assert.equal(inputs["workspaceId"], workspaceId);
        assert.deepEqual(
            (inputs["logs"] as { category: string }[]).map(({ category }) => category),
            ["AZFWApplicationRule", "AZFWNetworkRule", "AZFWThreatIntel"],
        );
    });

    it("answers both of its addresses", async () => {
        let addresses: string[] = [];
        await record(() => {
            const { privateIpAddress, publicIpAddress } = new EgressFirewall("kit", given);
            pulumi.all([privateIpAddress, publicIpAddress]).apply((both) => (addresses = both));
        });
        assert.deepEqual(addresses, ["10.240.64.132", "203.0.113.99"]);
    });

    it("keeps a name that ARM takes, whatever it is called", async () => {
        const registrations = await record(() => new EgressFirewall("a-very-long-name-".repeat(5), given));
        assert.ok(registered(registrations, "azure-native:network:AzureFirewall").name.length <= 48);
    });

    it("rejects all that cannot work at once", async () => {
        const registrations = await record(() => {
            assert.throws(
                () =>
                    new EgressFirewall("kit", {
                        resourceGroupName: "group",
                        subnetId: subnetId.replace("AzureFirewallSubnet", "nodes"),
                        sourceAddresses: ["10.240.0.1/18"],
                        allowedFqdns: ["10.0.0.1", "*.*.example.org"],
                    }),
                {
                    message: [
                        'EgressFirewall "kit" was given 4 arguments that cannot work:',
                        `  - subnetId is "${subnetId.slice(0, 79)}…, where Azure puts firewalls only into a subnet that is named AzureFirewallSubnet. Set the id of AzureFirewallSubnet, a /26 that holds nothing else.`,
                        '  - sourceAddresses[0] is "10.240.0.1/18", an address inside of a network and not the network itself. Set "10.240.0.0/18".',
                        '  - allowedFqdns[0] is "10.0.0.1", which is not the name of a host. Set a name without scheme, port and path, such as "api.example.org" or "*.example.org".',
                        '  - allowedFqdns[1] is "*.*.example.org", which is not the name of a host. Set a name without scheme, port and path, such as "api.example.org" or "*.example.org".',
                    ].join("\n"),
                },
            );
            assert.throws(() => new EgressFirewall("kit", { ...given, subnetId: "nodes", sourceAddresses: [] }), {
                message: [
                    'EgressFirewall "kit" was given 2 arguments that cannot work:',
                    '  - subnetId is "nodes", which is not the ARM id of a subnet. Set the id that `az network vnet subnet show --query id` prints.',
                    "  - sourceAddresses is [], and the firewall would let nobody out. Set the networks of the nodes.",
                ].join("\n"),
            });
        });
        assert.deepEqual(registrations, []);
    });
});
