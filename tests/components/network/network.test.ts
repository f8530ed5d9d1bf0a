import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered, type Registration } from "../../recorded-program";

const resourceGroupName = "group";
const subnet = "azure-native:network:Subnet";
const securityGroup = "azure-native:network:NetworkSecurityGroup";

/** What a subnet is given of its own; defaults that the SDK adds are no choice of ours. */
function inputsOf({ inputs }: Registration): Record<string, unknown> {
    const shared = [
        "resourceGroupName",
        "virtualNetworkName",
        "networkSecurityGroup",
        "natGateway",
        "privateLinkServiceNetworkPolicies",
    ];
    return Object.fromEntries(Object.entries(inputs).filter(([key]) => !shared.includes(key)));
}

/** Rules as a person reads them: name, from, to, ports. */
function rulesOf({ inputs }: Registration): string[] {
    const rules = inputs["securityRules"] as Record<string, unknown>[];
    return rules.map((rule) => {
        assert.deepEqual([rule["direction"], rule["access"], rule["sourcePortRange"]], ["Inbound", "Allow", "*"]);
        const ports = rule["destinationPortRanges"] ?? [rule["destinationPortRange"]];
        return `${String(rule["name"])}: ${String(rule["protocol"])} ${String(rule["sourceAddressPrefix"])} → ${String(rule["destinationAddressPrefix"])} ${(ports as string[]).join()}`;
    });
}

describe("Network", () => {
    it("has private subnets, of which one is delegated to API servers", async () => {
        const registrations = await record(() => new aksguard.Network("kit", { resourceGroupName }));
        const nodes = registered(registrations, subnet, "kit-nodes");
        assert.match((nodes.inputs["natGateway"] as { id: string }).id, /NatGateway\/kit$/);
        assert.deepEqual(inputsOf(nodes), {
            addressPrefix: "10.240.0.0/18",
            defaultOutboundAccess: false,
            privateEndpointNetworkPolicies: "Disabled",
        });
        assert.deepEqual(inputsOf(registered(registrations, subnet, "kit-api-server")), {
            addressPrefix: "10.240.64.0/27",
            defaultOutboundAccess: false,
            delegations: [{ name: "aks", serviceName: "Microsoft.ContainerService/managedClusters" }],
            privateEndpointNetworkPolicies: "Disabled",
        });
        assert.deepEqual(inputsOf(registered(registrations, subnet, "kit-endpoints")), {
            addressPrefix: "10.240.64.64/26",
            defaultOutboundAccess: false,
            privateEndpointNetworkPolicies: "Enabled",
        });
    });

    it("gives each subnet a security group of its own", async () => {
        const registrations = await record(() => new aksguard.Network("kit", { resourceGroupName }));
        for (const suffix of ["nodes", "api-server", "endpoints"]) {
            const { inputs } = registered(registrations, subnet, `kit-${suffix}`);
            const group = inputs["networkSecurityGroup"] as { id: string };
            assert.match(group.id, new RegExp(`NetworkSecurityGroup/kit-${suffix}$`));
        }
    });

    it("lets in what nodes, pods and the API server need, and nothing from outside", async () => {
        const registrations = await record(
            () => new aksguard.Network("kit", { resourceGroupName, podCidr: "10.128.0.0/14" }),
        );
        assert.deepEqual(rulesOf(registered(registrations, securityGroup, "kit-nodes")), [
            "AllowPodsToPods: * 10.128.0.0/14 → 10.128.0.0/14 *",
            "AllowNodesToPods: * 10.240.0.0/18 → 10.128.0.0/14 *",
            "AllowPodsToNodes: * 10.128.0.0/14 → 10.240.0.0/18 *",
        ]);
        assert.deepEqual(rulesOf(registered(registrations, securityGroup, "kit-api-server")), [
            "AllowNodes: Tcp 10.240.0.0/18 → 10.240.64.0/27 443,4443",
            "AllowLoadBalancerProbe: Tcp AzureLoadBalancer → 10.240.64.0/27 9988",
        ]);
        assert.deepEqual(rulesOf(registered(registrations, securityGroup, "kit-endpoints")), []);
    });

    it("has a subnet for the system nodes of AKS Automatic on demand, which AKS delegates to itself", async () => {
        const registrations = await record(() => new aksguard.Network("kit", { resourceGroupName, systemNodes: true }));
        const systemNodes = registered(registrations, subnet, "kit-system-nodes");
        const nodes = registered(registrations, subnet, "kit-nodes");
        assert.deepEqual(inputsOf(systemNodes), {
            addressPrefix: "10.240.64.192/26",
            defaultOutboundAccess: false,
            privateEndpointNetworkPolicies: "Disabled",
        });
        assert.deepEqual(systemNodes.inputs["natGateway"], nodes.inputs["natGateway"]);
        assert.deepEqual([systemNodes.ignoreChanges, nodes.ignoreChanges], [["delegations"], ["delegations"]]);
        assert.deepEqual(rulesOf(registered(registrations, securityGroup, "kit-system-nodes")), [
            "AllowPodsToPods: * 10.244.0.0/16 → 10.244.0.0/16 *",
            "AllowNodesToPods: * 10.240.64.192/26 → 10.244.0.0/16 *",
            "AllowPodsToNodes: * 10.244.0.0/16 → 10.240.64.192/26 *",
            "AllowOtherNodesToPods: * 10.240.0.0/18 → 10.244.0.0/16 *",
        ]);
        assert.ok(
            rulesOf(registered(registrations, securityGroup, "kit-nodes")).includes(
                "AllowOtherNodesToPods: * 10.240.64.192/26 → 10.244.0.0/16 *",
            ),
        );
        assert.ok(
            rulesOf(registered(registrations, securityGroup, "kit-api-server")).includes(
                "AllowSystemNodes: Tcp 10.240.64.192/26 → 10.240.64.0/27 443,4443",
            ),
        );
    });

    it("lets system nodes out through its firewall as well", async () => {
        const registrations = await record(
            () => new aksguard.Network("kit", { resourceGroupName, systemNodes: true, egress: "Firewall" }),
        );
        const { inputs } = registered(registrations, "azure-native:network:FirewallPolicyRuleCollectionGroup");
        const sources = JSON.stringify(inputs["ruleCollections"]).match(/"sourceAddresses":\[[^\]]*\]/g) ?? [];
        assert.deepEqual([...new Set(sources)], ['"sourceAddresses":["10.240.0.0/18","10.240.64.192/26"]']);
    });

    it("writes subnets one after the other", async () => {
        const registrations = await record(() => new aksguard.Network("kit", { resourceGroupName }));
        const of = (suffix: string) => registered(registrations, subnet, `kit-${suffix}`);
        assert.ok(of("api-server").dependencies.includes(of("nodes").urn));
        assert.ok(of("endpoints").dependencies.includes(of("api-server").urn));
    });

    it("waits for what the caller made it depend on", async () => {
        const registrations = await record(() => {
            const before = new aksguard.WorkloadIdentity("before", {
                resourceGroupName,
                oidcIssuerUrl: "https://issuer.example.org/",
                namespace: "shop",
                serviceAccountName: "shop",
            });
            new aksguard.Network("kit", { resourceGroupName }, { dependsOn: before });
        });
        const identity = registered(registrations, "azure-native:managedidentity:UserAssignedIdentity", "before");
        const { dependencies } = registered(registrations, "azure-native:network:VirtualNetwork");
        assert.ok(dependencies.includes(identity.urn), dependencies.join());
    });

    it("rejects all that cannot work at once", async () => {
        const registrations = await record(() => {
            assert.throws(
                () => new aksguard.Network("kit", { resourceGroupName, addressSpace: "10.0.0.0/30", podCidr: "pods" }),
                {
                    message: [
                        'Network "kit" was given 2 arguments that cannot work:',
                        '  - addressSpace is "10.0.0.0/30", where the subnets of a cluster have room between /8 and /22. Set a network such as 10.240.0.0/16.',
                        '  - podCidr is "pods", which is not CIDR notation. Set a network in CIDR notation, such as 203.0.113.0/24.',
                    ].join("\n"),
                },
            );
        });
        assert.deepEqual(registrations, []);
    });
});
