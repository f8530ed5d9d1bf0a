import assert from "node:assert/strict";
import { runtime } from "@pulumi/pulumi";
import type { AutomaticClusterArgs } from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { automaticClusterRules } from "../../../components/automatic-cluster/automatic-cluster-rules";

const group = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/network";
const subnet = (name: string, virtualNetwork = "hub") =>
    `${group}/providers/Microsoft.Network/virtualNetworks/${virtualNetwork}/subnets/${name}`;
const existingNetwork = {
    nodeSubnetId: subnet("nodes"),
    systemNodeSubnetId: subnet("system"),
    apiServerSubnetId: subnet("api-server"),
};

/** How a message shows an id. */
const cut = `"${subnet("").slice(0, 79)}…`;

/** Values that a type would refuse in TypeScript, and that JavaScript lets through. */
const untyped = (args: object) => args as AutomaticClusterArgs;

function problems(args: AutomaticClusterArgs, name = "prod"): string[] {
    return judgeAll(args, automaticClusterRules(name)).now;
}

describe("rules of an AKS Automatic cluster", () => {
    before(async () => {
        // A registry is named by project and stack.
        await runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) }, "project", "stack");
    });

    const accepted: Record<string, AutomaticClusterArgs> = {
        "no argument": {},
        "a public API server": { authorizedIpRanges: ["203.0.113.0/24"] },
        "a firewall of its own": { egress: "Firewall", firewall: { allowedFqdns: ["ghcr.io"] } },
        "a firewall that exists": { firewallPrivateIpAddress: "10.1.0.4" },
        "a network that exists": { existingNetwork },
        "a network that exists, with a firewall": {
            existingNetwork: { ...existingNetwork, outboundType: "userDefinedRouting" },
        },
        "a registry": { registry: {} },
        "a zone of the region": {
            location: "westeurope",
            privateDnsZoneId: `${group}/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io`,
        },
        "policies on images": {
            registry: { registryName: "contoso" },
            policies: { containerImages: { allowedRegex: "^(mcr\\.microsoft\\.com|contoso\\.azurecr\\.io)/.+$" } },
        },
    };
    for (const [title, args] of Object.entries(accepted)) {
        it(`accepts ${title}`, () => {
            assert.deepEqual(problems(args), []);
        });
    }

    const rejected: Record<string, { args: AutomaticClusterArgs; name?: string; messages: string[] }> = {
        "a name that AKS does not take": {
            args: {},
            name: "prod.one",
            messages: [
                'name is "prod.one", where AKS takes letters, digits, inner hyphens and underscores, at most 55 before the random suffix. Set a shorter name of these characters.',
            ],
        },
        "what AKS presets": {
            args: untyped({ upgradeChannel: "patch", nodeUpdates: "Kured", kubernetesVersion: "1.35" }),
            messages: [
                'upgradeChannel is "given", and there is no argument of this name. The arguments are location, resourceGroupName, tags, lock, authorizedIpRanges, privateDnsZoneId, existingNetwork, addressSpace, egress, firewallPrivateIpAddress, firewall, podCidr, serviceCidr, maintenance, monitoring, policies, registry, attachedRegistries, grants, groups, kubeloginMode.',
                'nodeUpdates is "given", and there is no argument of this name. The arguments are location, resourceGroupName, tags, lock, authorizedIpRanges, privateDnsZoneId, existingNetwork, addressSpace, egress, firewallPrivateIpAddress, firewall, podCidr, serviceCidr, maintenance, monitoring, policies, registry, attachedRegistries, grants, groups, kubeloginMode.',
                'kubernetesVersion is "given", and there is no argument of this name. The arguments are location, resourceGroupName, tags, lock, authorizedIpRanges, privateDnsZoneId, existingNetwork, addressSpace, egress, firewallPrivateIpAddress, firewall, podCidr, serviceCidr, maintenance, monitoring, policies, registry, attachedRegistries, grants, groups, kubeloginMode.',
            ],
        },
        "an API server that is open to everyone": {
            args: { authorizedIpRanges: ["0.0.0.0/0"] },
            messages: [
                'authorizedIpRanges[0] is "0.0.0.0/0", which lets in every address of the internet. Name the networks that administrators and pipelines come from.',
            ],
        },
        "no way out": {
            args: { egress: "None" },
            messages: [
                'egress is "None", and AKS Automatic has no cluster without a way out. Leave it out, or set "Firewall"; a `Cluster` can be isolated.',
            ],
        },
        "no way out of a network that exists": {
            args: { existingNetwork: { ...existingNetwork, outboundType: "none" } },
            messages: [
                'existingNetwork.outboundType is "none", and AKS Automatic has no cluster without a way out. Leave it out, or set "userDefinedRouting"; a `Cluster` can be isolated.',
            ],
        },
        "a gateway that AKS would manage": {
            args: untyped({ existingNetwork: { ...existingNetwork, outboundType: "managedNATGateway" } }),
            messages: [
                'existingNetwork.outboundType is "managedNATGateway", which is not among its values. Set one of userAssignedNATGateway, userDefinedRouting, none.',
            ],
        },
        "no subnet for system nodes": {
            args: untyped({
                existingNetwork: { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server") },
            }),
            messages: [
                "existingNetwork.systemNodeSubnetId is unset, which is not the ARM id of a subnet. Set the id that `az network vnet subnet show --query id` prints.",
            ],
        },
        "one subnet for two": {
            args: {
                existingNetwork: {
                    ...existingNetwork,
                    systemNodeSubnetId: subnet("NODES"),
                    apiServerSubnetId: subnet("nodes"),
                },
            },
            messages: [
                `existingNetwork.systemNodeSubnetId is ${cut}, which is also existingNetwork.nodeSubnetId, and AKS Automatic wants a subnet for each. Set another subnet of the same virtual network.`,
                `existingNetwork.apiServerSubnetId is ${cut}, which is also existingNetwork.nodeSubnetId, and AKS Automatic wants a subnet for each. Set another subnet of the same virtual network.`,
            ],
        },
        "a subnet of another network": {
            args: { existingNetwork: { ...existingNetwork, systemNodeSubnetId: subnet("system", "other") } },
            messages: [
                `existingNetwork.systemNodeSubnetId is ${cut}, which is in another virtual network than existingNetwork.nodeSubnetId. Set a subnet of the same virtual network.`,
            ],
        },
        "a name of the network that is misspelt": {
            args: untyped({ existingNetwork: { ...existingNetwork, privateEndpointSubnet: subnet("endpoints") } }),
            messages: [
                'existingNetwork.privateEndpointSubnet is "given", and there is no argument of this name. Similar ones are nodeSubnetId, systemNodeSubnetId, apiServerSubnetId, privateEndpointSubnetId.',
            ],
        },
        "a registry without a place": {
            args: { existingNetwork, registry: {} },
            messages: [
                "existingNetwork.privateEndpointSubnetId is unset, and the registry is reached by a private endpoint only. Set the id of a subnet for private endpoints, or registry.allowedIpRanges.",
            ],
        },
        "two networks": {
            args: { existingNetwork, addressSpace: "10.8.0.0/16" },
            messages: [
                'addressSpace is "10.8.0.0/16", and existingNetwork is given: nothing would be made of it. Leave out addressSpace or existingNetwork.',
            ],
        },
        "services where pods are": {
            args: { serviceCidr: "10.244.0.0/16" },
            messages: [
                'serviceCidr is "10.244.0.0/16", which overlaps podCidr (10.244.0.0/16): the same address would be in two places. Set serviceCidr and podCidr to networks that share no address.',
            ],
        },
        "what its parts refuse": {
            args: untyped({
                kubeloginMode: "browser",
                location: "?",
                maintenance: { durationHours: 1 },
                monitoring: { retentionInDays: 7 },
                attachedRegistries: [{ name: "shared", registryId: "shared" }],
                policies: { excludedNamespaces: ["Shop"] },
                grants: [{ name: "team", principalId: "team", principalType: "Group", role: "Reader" }],
            }),
            messages: [],
        },
    };
    for (const [title, { args, name, messages }] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            const found = problems(args, name);
            if (messages.length > 0) {
                assert.deepEqual(found, messages);
            } else {
                const told = found.map((line) => line.split(" is ")[0]).sort();
                assert.deepEqual(told, [
                    "attachedRegistries[0].registryId",
                    "grants[0].principalId",
                    "kubeloginMode",
                    "location",
                    "maintenance.durationHours",
                    "monitoring.retentionInDays",
                    "policies.excludedNamespaces[0]",
                ]);
            }
        });
    }
});
