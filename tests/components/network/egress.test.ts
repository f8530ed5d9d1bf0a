import assert from "node:assert/strict";
import { Network } from "../../../components/network/network";
import { Egress, NetworkIngress, type NetworkArgs } from "../../../components/network/network-args";
import { record, registered, type Registration } from "../../recorded-program";

const resourceGroupName = "group";
const subnet = "azure-native:network:Subnet";
const securityGroup = "azure-native:network:NetworkSecurityGroup";

/** Records a network, and what it answers. */
async function recorded(args: Omit<NetworkArgs, "resourceGroupName">) {
    const outputs: { outboundType?: string; egressIpAddresses?: string[]; ingressSubnetId?: string } = {};
    const registrations = await record(() => {
        const network = new Network("kit", { resourceGroupName, ...args });
        network.outboundType.apply((type) => (outputs.outboundType = type));
        network.egressIpAddresses.apply((addresses) => (outputs.egressIpAddresses = addresses));
        network.ingressSubnetId.apply((id) => (outputs.ingressSubnetId = id));
    });
    return { registrations, outputs };
}

function count(registrations: readonly Registration[], type: string): number {
    return registrations.filter((registration) => registration.type === `azure-native:network:${type}`).length;
}

/** Outbound rules as a person reads them: name, verdict, from, to. */
function outboundRulesOf({ inputs }: Registration): string[] {
    return (inputs["securityRules"] as Record<string, unknown>[])
        .filter(({ direction }) => direction === "Outbound")
        .map(
            (rule) =>
                `${String(rule["priority"])} ${String(rule["name"])}: ${String(rule["access"])} ${String(rule["protocol"])} ${String(rule["sourceAddressPrefix"])} → ${String(rule["destinationAddressPrefix"])} ${String(rule["destinationPortRange"])}`,
        );
}

describe("Network egress", () => {
    it("leaves through a NAT gateway where nothing is said", async () => {
        const { registrations, outputs } = await recorded({});
        assert.deepEqual(outputs, {
            outboundType: "userAssignedNATGateway",
            egressIpAddresses: ["203.0.113.99"],
            ingressSubnetId: "",
        });
        assert.equal(count(registrations, "NatGateway"), 1);
        assert.equal(count(registrations, "RouteTable"), 0);
        assert.deepEqual(outboundRulesOf(registered(registrations, securityGroup, "kit-nodes")), []);
    });

    for (const egress of [undefined, Egress.Firewall]) {
        it(`leaves through a firewall that exists (egress: ${egress ?? "unset"})`, async () => {
            const given = { firewallPrivateIpAddress: "10.0.1.4", ...(egress === undefined ? {} : { egress }) };
            const { registrations, outputs } = await recorded(given);
            assert.deepEqual([outputs.outboundType, outputs.egressIpAddresses], ["userDefinedRouting", []]);
            const { inputs } = registered(registrations, "azure-native:network:RouteTable", "kit");
            assert.deepEqual(inputs["routes"], [
                {
                    name: "egress",
                    addressPrefix: "0.0.0.0/0",
                    nextHopType: "VirtualAppliance",
                    nextHopIpAddress: "10.0.1.4",
                },
            ]);
            assert.equal(count(registrations, "AzureFirewall"), 0);
            assert.equal(count(registrations, "NatGateway"), 0);
        });
    }

    it("makes a firewall in a subnet of its own, and the route to it before the nodes' subnet", async () => {
        const { registrations, outputs } = await recorded({ egress: Egress.Firewall });
        assert.deepEqual([outputs.outboundType, outputs.egressIpAddresses], ["userDefinedRouting", ["203.0.113.99"]]);
        const firewallSubnet = registered(registrations, subnet, "kit-firewall");
        assert.equal(firewallSubnet.inputs["subnetName"], "AzureFirewallSubnet");
        assert.equal(firewallSubnet.inputs["addressPrefix"], "10.240.64.128/26");
        assert.equal(firewallSubnet.inputs["networkSecurityGroup"], undefined);
        const firewall = registered(registrations, "azure-native:network:AzureFirewall");
        const routeTable = registered(registrations, "azure-native:network:RouteTable", "kit");
        assert.equal(
            (routeTable.inputs["routes"] as { nextHopIpAddress: string }[])[0]?.nextHopIpAddress,
            "10.240.64.132",
        );
        assert.ok(routeTable.dependencies.includes(firewall.urn));
        const nodes = registered(registrations, subnet, "kit-nodes");
        assert.match((nodes.inputs["routeTable"] as { id: string }).id, /RouteTable\/kit$/);
        assert.equal(nodes.inputs["natGateway"], undefined);
        assert.ok(nodes.dependencies.includes(firewallSubnet.urn));
    });

    it("lets the firewall's own arguments through, and the controller of a gateway out", async () => {
        const { registrations } = await recorded({
            egress: Egress.Firewall,
            firewall: { allowedFqdns: ["api.example.org"], zones: ["1", "2"] },
            ingress: NetworkIngress.GatewayForContainers,
        });
        const firewall = registered(registrations, "azure-native:network:AzureFirewall");
        assert.deepEqual(firewall.inputs["zones"], ["1", "2"]);
        const group = registered(registrations, "azure-native:network:FirewallPolicyRuleCollectionGroup");
        const collections = group.inputs["ruleCollections"] as { rules: { targetFqdns?: string[] }[] }[];
        assert.deepEqual(collections[1]?.rules[0]?.targetFqdns, [
            "api.example.org",
            "*.alb.azure.com",
            "*.oic.prod-aks.azure.com",
        ]);
    });

    it("lets nothing out of an isolated network, and pods reach each other", async () => {
        const { registrations, outputs } = await recorded({ egress: Egress.None });
        assert.deepEqual([outputs.outboundType, outputs.egressIpAddresses], ["none", []]);
        for (const type of ["NatGateway", "RouteTable", "PublicIPAddress", "AzureFirewall"]) {
            assert.equal(count(registrations, type), 0, type);
        }
        assert.deepEqual(outboundRulesOf(registered(registrations, securityGroup, "kit-nodes")), [
            "200 AllowPodsToPodsOutbound: Allow * 10.244.0.0/16 → 10.244.0.0/16 *",
            "210 AllowNodesToPodsOutbound: Allow * 10.240.0.0/18 → 10.244.0.0/16 *",
            "220 AllowPodsToNodesOutbound: Allow * 10.244.0.0/16 → 10.240.0.0/18 *",
            "4000 DenyInternet: Deny * * → Internet *",
        ]);
    });

    const firewall = { allowedFqdns: ["https://api.example.org/", "*"], zones: ["one"] };
    const refused: Record<string, { args: object; lines: string[] }> = {
        "a firewall that exists beside another way out": {
            args: { egress: "NatGateway", firewallPrivateIpAddress: "10.0.1.4" },
            lines: [
                'firewallPrivateIpAddress is "10.0.1.4", and with egress NatGateway nothing is sent to a firewall. Leave it out, or set egress: "Firewall".',
            ],
        },
        "a firewall that exists beside no way out": {
            args: { egress: "None", firewallPrivateIpAddress: "10.0.1.4" },
            lines: [
                'firewallPrivateIpAddress is "10.0.1.4", and with egress None nothing is sent to a firewall. Leave it out, or set egress: "Firewall".',
            ],
        },
        "values that are none": {
            args: { egress: "Proxy", ingress: "Nginx" },
            lines: [
                'egress is "Proxy", which is not among its values. Set one of NatGateway, Firewall, None.',
                'ingress is "Nginx", which is not among its values. Set one of ApplicationGateway, GatewayForContainers.',
            ],
        },
        "the shape of a firewall that is not made": {
            args: { firewall: {} },
            lines: [
                'firewall is {}, and with egress NatGateway there is no firewall. Leave it out, or set egress: "Firewall".',
            ],
        },
        "the shape of a firewall that exists": {
            args: { firewall: { zones: ["1"] }, firewallPrivateIpAddress: "10.0.1.4" },
            lines: [
                'firewall is {"zones":["1"]}, and the firewall of firewallPrivateIpAddress exists: nothing would be made of it. Leave it out, and let that firewall pass what is needed.',
            ],
        },
        "a firewall that lets everything out": {
            args: { egress: "Firewall", firewall: { ...firewall, allowedFQDNs: [] } },
            lines: [
                'firewall.allowedFQDNs is "given", and there is no argument of this name. Write allowedFqdns.',
                'firewall.allowedFqdns[0] is "https://api.example.org/", which is not the name of a host. Set a name without scheme, port and path, such as "api.example.org" or "*.example.org".',
                'firewall.allowedFqdns[1] is "*", which lets everything out, as if there were no firewall. Set a name without scheme, port and path, such as "api.example.org" or "*.example.org".',
                'firewall.zones[0] is "one", where Azure numbers the zones of a region. Set the number as text: "1", "2" or "3".',
            ],
        },
    };
    for (const [what, { args, lines }] of Object.entries(refused)) {
        it(`rejects ${what}`, async () => {
            const registrations = await record(() => {
                assert.throws(() => new Network("kit", { resourceGroupName, ...args }), {
                    message: [
                        `Network "kit" was given ${lines.length === 1 ? "an argument" : `${String(lines.length)} arguments`} that cannot work:`,
                        ...lines.map((line) => `  - ${line}`),
                    ].join("\n"),
                });
            });
            assert.deepEqual(registrations, []);
        });
    }
});

describe("Network ingress", () => {
    it("keeps no subnet for a gateway where none is asked for", async () => {
        const { registrations, outputs } = await recorded({});
        assert.equal(outputs.ingressSubnetId, "");
        assert.equal(count(registrations, "Subnet"), 3);
    });

    it("keeps a subnet for an Application Gateway, whose requests reach pods", async () => {
        const { registrations, outputs } = await recorded({ ingress: NetworkIngress.ApplicationGateway });
        const gateway = registered(registrations, subnet, "kit-application-gateway");
        assert.equal(gateway.inputs["addressPrefix"], "10.240.128.0/24");
        assert.equal(gateway.inputs["delegations"], undefined);
        assert.match(outputs.ingressSubnetId ?? "", /subnets\/kit-application-gateway$/);
        assert.ok(gateway.dependencies.includes(registered(registrations, subnet, "kit-endpoints").urn));
        const rulesOf = (name: string) =>
            (registered(registrations, securityGroup, name).inputs["securityRules"] as Record<string, unknown>[]).map(
                (rule) =>
                    `${String(rule["name"])}: ${String(rule["sourceAddressPrefix"])} → ${String(rule["destinationAddressPrefix"])} ${String(rule["destinationPortRanges"] ?? rule["destinationPortRange"])}`,
            );
        assert.deepEqual(rulesOf("kit-application-gateway"), [
            "AllowClients: Internet → 10.240.128.0/24 80,443",
            "AllowGatewayManager: GatewayManager → * 65200-65535",
            "AllowLoadBalancerProbe: AzureLoadBalancer → * *",
        ]);
        assert.equal(rulesOf("kit-nodes").at(-1), "AllowGatewayToPods: 10.240.128.0/24 → 10.244.0.0/16 *");
    });

    it("keeps a delegated subnet for an Application Gateway for Containers", async () => {
        const { registrations, outputs } = await recorded({ ingress: NetworkIngress.GatewayForContainers });
        const gateway = registered(registrations, subnet, "kit-gateway-for-containers");
        assert.equal(gateway.inputs["addressPrefix"], "10.240.192.0/24");
        assert.deepEqual(gateway.inputs["delegations"], [
            { name: "gateway", serviceName: "Microsoft.ServiceNetworking/trafficControllers" },
        ]);
        assert.match(outputs.ingressSubnetId ?? "", /subnets\/kit-gateway-for-containers$/);
    });
});
