import assert from "node:assert/strict";
import { runtime } from "@pulumi/pulumi";
import type { ClusterArgs } from "../../../components";
import { judgeAll } from "../../../components/arguments/rules";
import { clusterRules } from "../../../components/cluster/cluster-rules";

const guid = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
const group = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/network";
const subnet = (name: string, virtualNetwork = "hub") =>
    `${group}/providers/Microsoft.Network/virtualNetworks/${virtualNetwork}/subnets/${name}`;
const zone = (name: string) => `${group}/providers/Microsoft.Network/privateDnsZones/${name}`;

const keyVaultId = `${group}/providers/Microsoft.KeyVault/vaults/keys`;
const keyId = "https://keys.vault.azure.net/keys/etcd/0123456789abcdef";
const registryId = `${group}/providers/Microsoft.ContainerRegistry/registries/contoso`;

/** Values that a type would refuse in TypeScript, and that JavaScript lets through. */
const untyped = (args: object) => args as ClusterArgs;

function problems(args: ClusterArgs, name = "prod"): string[] {
    return judgeAll(args, clusterRules(name)).now;
}

describe("cluster rules", () => {
    before(async () => {
        // A registry is named by project and stack.
        await runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) }, "project", "stack");
    });

    const accepted: Record<string, ClusterArgs> = {
        "no argument": {},
        "a public API server": { authorizedIpRanges: ["203.0.113.0/24", "198.51.100.17/32"] },
        "the address that stands for the cluster's own load balancer": { authorizedIpRanges: ["0.0.0.0/32"] },
        "connection PrivateLink": { apiServerConnection: "PrivateLink" },
        "a zone of the region": {
            location: "West Europe",
            privateDnsZoneId: zone("private.westeurope.azmk8s.io"),
        },
        "a zone with a label in front": { privateDnsZoneId: zone("prod.private.westeurope.azmk8s.io") },
        "an existing network": {
            existingNetwork: { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server") },
        },
        "pods in addresses that only a network of our own would have": {
            existingNetwork: { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server") },
            podCidr: "10.240.0.0/16",
        },
        "a firewall": { firewallPrivateIpAddress: "10.1.0.4" },
        "an empty list of pools": { nodePools: [] },
        "a minor version": { kubernetesVersion: "1.35" },
        "a minimum above the default maximum": { systemNodePool: { minCount: 8 } },
        "a minor version and patches only": { kubernetesVersion: "1.35", upgradeChannel: "patch" },
        "kured with its window": { nodeUpdates: "Kured", kured: { startTime: "02:00", endTime: "04:00" } },
        "a key in a closed vault": { kms: { keyId, keyVaultId } },
        "a key in an open vault, and an API server outside": {
            kms: { keyId, keyVaultId, keyVaultAccess: "Public" },
            apiServerConnection: "PrivateLink",
        },
        "no way out, and a registry": { egress: "None", registry: {} },
        "no way out, and a registry that exists": { egress: "None", bootstrapRegistryId: registryId },
        "a registry of fixed name and images of it": {
            registry: { registryName: "contoso" },
            policies: {
                containerImages: {
                    allowedRegex: "^(mcr\\.microsoft\\.com|contoso\\.azurecr\\.io)/.+$",
                },
            },
        },
        "a pool on Arm processors": { nodePools: [{ name: "arm", vmSize: "Standard_D4pds_v5", nodeSecurity: "None" }] },
        "a grant in a namespace": { grants: [{ name: "team", principalId: guid, role: "Writer", namespace: "shop" }] },
    };
    for (const [title, args] of Object.entries(accepted)) {
        it(`accepts ${title}`, () => {
            assert.deepEqual(problems(args), []);
        });
    }

    const rejected: Record<string, [ClusterArgs, string, ...string[]]> = {
        "a misspelt argument": [
            untyped({ authorizedIPRanges: ["203.0.113.0/24"] }),
            'authorizedIPRanges is "given", and there is no argument of this name. Write authorizedIpRanges.',
        ],
        "an argument of another tool": [
            untyped({ privateCluster: false }),
            'privateCluster is "given", and there is no argument of this name. Similar ones are privateDnsZoneId, firewallPrivateIpAddress.',
        ],
        "ranges that are null": [
            untyped({ authorizedIpRanges: null }),
            "authorizedIpRanges is null, which is neither a value nor left out. Give it a value, or leave it out.",
        ],
        "one range instead of a list": [
            untyped({ authorizedIpRanges: "203.0.113.0/24" }),
            'authorizedIpRanges is "203.0.113.0/24", which has another shape than this argument. Compare it with the documentation of the argument.',
        ],
        "pools that are null": [
            untyped({ nodePools: null }),
            "nodePools is null, which is neither a value nor left out. Give it a value, or leave it out.",
        ],
        "an empty list of ranges": [
            { authorizedIpRanges: [] },
            "authorizedIpRanges is [], and an empty list would open the API server to every address. Leave it out for a private API server, or name the networks that may reach it.",
        ],
        "an empty range": [
            { authorizedIpRanges: [""] },
            'authorizedIpRanges[0] is "", which is no network. Set a network in CIDR notation, such as 203.0.113.0/24.',
        ],
        "a malformed range": [
            { authorizedIpRanges: ["203.0.113.0/24", "office"] },
            'authorizedIpRanges[1] is "office", which is not CIDR notation. Set a network in CIDR notation, such as 203.0.113.0/24.',
        ],
        "a range with bits behind the prefix": [
            { authorizedIpRanges: ["203.0.113.7/24"] },
            'authorizedIpRanges[0] is "203.0.113.7/24", an address inside of a network and not the network itself. Set "203.0.113.0/24".',
        ],
        "the whole internet": [
            { authorizedIpRanges: ["0.0.0.0/0"] },
            'authorizedIpRanges[0] is "0.0.0.0/0", which lets in every address of the internet. Name the networks that administrators and pipelines come from.',
        ],
        "half of the internet": [
            { authorizedIpRanges: ["128.0.0.0/1"] },
            'authorizedIpRanges[0] is "128.0.0.0/1", a network of more than 65,536 addresses. Set networks of /16 or narrower.',
        ],
        "an IPv6 range": [
            { authorizedIpRanges: ["2001:db8::/32"] },
            'authorizedIpRanges[0] is "2001:db8::/32", an IPv6 network, where AKS takes IPv4 only. Set the IPv4 network of the same place.',
        ],
        "a private range": [
            { authorizedIpRanges: ["10.20.0.0/16"] },
            'authorizedIpRanges[0] is "10.20.0.0/16", which lies in 10.0.0.0/8, where no client of a public endpoint comes from. Set the public addresses that these clients leave with, or leave the argument out for a private API server.',
        ],
        "more ranges than VNet integration takes": [
            { authorizedIpRanges: Array.from({ length: 2001 }, () => "203.0.113.0/24") },
            'authorizedIpRanges is "2001 networks", where AKS takes at most 2000 with connection VnetIntegration. Join neighbouring networks.',
        ],
        "more ranges than connection PrivateLink takes": [
            {
                apiServerConnection: "PrivateLink",
                authorizedIpRanges: Array.from({ length: 201 }, () => "203.0.113.0/24"),
            },
            'authorizedIpRanges is "201 networks", where AKS takes at most 200 with connection PrivateLink, those of the nodes (1) among them. Join neighbouring networks.',
        ],
        "ranges with a private zone": [
            {
                authorizedIpRanges: ["203.0.113.0/24"],
                privateDnsZoneId: zone("private.westeurope.azmk8s.io"),
            },
            `privateDnsZoneId is ${JSON.stringify(zone("private.westeurope.azmk8s.io")).slice(0, 80)}…, and authorizedIpRanges makes the API server public: no private zone would name it. Leave out privateDnsZoneId for a public API server, or authorizedIpRanges for a private one.`,
        ],
        "a zone of another region": [
            { location: "westeurope", privateDnsZoneId: zone("private.northeurope.azmk8s.io") },
            'privateDnsZoneId is "private.northeurope.azmk8s.io", where AKS takes private.westeurope.azmk8s.io, with connection VnetIntegration in westeurope. Set a zone called private.westeurope.azmk8s.io, or with one label of at most 32 characters in front of it.',
        ],
        "a zone of the other connection": [
            { privateDnsZoneId: zone("privatelink.westeurope.azmk8s.io") },
            'privateDnsZoneId is "privatelink.westeurope.azmk8s.io", where AKS takes private.<region>.azmk8s.io, with connection VnetIntegration. Set a zone called private.<region>.azmk8s.io, or with one label of at most 32 characters in front of it.',
        ],
        "the name of a zone instead of its id": [
            { privateDnsZoneId: "private.westeurope.azmk8s.io" },
            'privateDnsZoneId is "private.westeurope.azmk8s.io", which is not the ARM id of a private DNS zone. Set the id that `az network private-dns zone show --query id` prints.',
        ],
        "a text as a lock": [
            untyped({ lock: "true" }),
            'lock is "true", which is neither true nor false. Set true or false.',
        ],
        "a text as a switch of nodes": [
            untyped({ systemNodePool: { sshDisabled: "true" } }),
            'systemNodePool.sshDisabled is "true", which is neither true nor false. Set true or false.',
        ],
        "an ingress without a gateway": [
            untyped({ ingress: {} }),
            "ingress.gateway is unset, which is not among its values. Set one of ApplicationGateway, GatewayForContainers.",
        ],
        "a misspelt argument of the system pool": [
            untyped({ systemNodePool: { sshDisable: true } }),
            'systemNodePool.sshDisable is "given", and there is no argument of this name. Similar ones are sshDisabled.',
        ],
        "a misspelt argument of a pool": [
            untyped({ nodePools: [{ name: "one", vmsize: "Standard_D4ds_v5" }] }),
            'nodePools[0].vmsize is "given", and there is no argument of this name. Write vmSize.',
        ],
        "a misspelt argument of kms": [
            untyped({ kms: { keyId, keyVaultId, keyvaultAccess: "Public" } }),
            'kms.keyvaultAccess is "given", and there is no argument of this name. Write keyVaultAccess.',
        ],
        "a misspelt argument of the network": [
            untyped({
                existingNetwork: {
                    nodeSubnetId: subnet("nodes"),
                    apiServerSubnetId: subnet("api-server"),
                    outboundtype: "none",
                },
            }),
            'existingNetwork.outboundtype is "given", and there is no argument of this name. Write outboundType.',
        ],
        "a misspelt argument of a registry": [
            untyped({ attachedRegistries: [{ name: "one", registryId, permissionmode: "Abac" }] }),
            'attachedRegistries[0].permissionmode is "given", and there is no argument of this name. Write permissionMode.',
        ],
        "ranges that leave no room for the nodes' own": [
            {
                apiServerConnection: "PrivateLink",
                authorizedIpRanges: Array.from({ length: 200 }, (_, index) => `203.0.113.${String(index)}/32`),
            },
            'authorizedIpRanges is "200 networks", where AKS takes at most 200 with connection PrivateLink, those of the nodes (1) among them. Join neighbouring networks.',
        ],
        "a region that is no word, beside a zone": [
            { location: "west(", privateDnsZoneId: zone("private.westeurope.azmk8s.io") },
            'location is "west(", which is no name of a region. Set a region such as westeurope (`az account list-locations --query [].name`).',
        ],
        "a group id that is no GUID": [
            { grants: [{ name: "admins", principalId: "AKS Admins", role: "ClusterAdmin" }] },
            'grants[0].principalId is "AKS Admins", which is no GUID. Set the object id of the principal in Entra ID (`az ad group show --group NAME --query id`), not its name.',
        ],
        "a ClusterAdmin of one namespace": [
            { groups: [{ name: "admins", role: "ClusterAdmin", namespace: "shop" }] },
            'groups[0].namespace is "shop", and ClusterAdmin counts for the whole cluster. Set the role Admin for this namespace, or leave the namespace out.',
        ],
        "a role that does not exist": [
            untyped({ grants: [{ name: "admins", principalId: guid, role: "Owner" }] }),
            'grants[0].role is "Owner", which is not among its values. Set one of ClusterAdmin, Admin, Writer, Reader.',
        ],
        "a grant without a role": [
            untyped({ grants: [{ name: "admins", principalId: guid }] }),
            "grants[0].role is unset, which is not among its values. Set one of ClusterAdmin, Admin, Writer, Reader.",
        ],
        "two grants of one name": [
            {
                grants: [
                    { name: "team", principalId: guid, role: "Reader" },
                    { name: "team", principalId: guid, role: "Writer" },
                ],
            },
            'grants[1].name is "team", a name that is there twice. Give each entry a name of its own.',
        ],
        "a group named like a grant": [
            {
                grants: [{ name: "team", principalId: guid, role: "Reader" }],
                groups: [{ name: "team", role: "Writer" }],
            },
            'groups[0].name is "team", a name that is taken. Give each entry a name of its own.',
        ],
        "a misspelt namespace of a grant": [
            { grants: [{ name: "team", principalId: guid, role: "Writer", namspace: "shop" } as never] },
            'grants[0].namspace is "given", and there is no argument of this name. The arguments are name, principalId, principalType, role, namespace.',
        ],
        "a misspelt namespace of a group": [
            { groups: [{ name: "team", role: "Writer", namespce: "shop" } as never] },
            'groups[0].namespce is "given", and there is no argument of this name. The arguments are name, displayName, members, role, namespace.',
        ],
        "a misspelt level of safeguards": [
            { safeguards: { levle: "Enforce" } as never },
            'safeguards.levle is "given", and there is no argument of this name. The arguments are level, excludedNamespaces.',
        ],
        "a name that is taken by the right to fetch the kubeconfig": [
            { grants: [{ name: "team-kubeconfig", principalId: guid, role: "Reader" }] },
            'grants[0].name is "team-kubeconfig", and names with this ending are taken by the right to fetch the kubeconfig. Set a name with another ending.',
        ],
        "a member that is no GUID": [
            { groups: [{ name: "team", role: "Writer", members: { alice: "alice@example.org" } }] },
            'groups[0].members.alice is "alice@example.org", which is no GUID. Set the object id of the principal in Entra ID (`az ad group show --group NAME --query id`), not its name.',
        ],
        "pods in the address space": [
            { addressSpace: "10.244.0.0/16" },
            'podCidr is "10.244.0.0/16", which overlaps addressSpace (10.244.0.0/16): the same address would be in two places. Set podCidr and addressSpace to networks that share no address.',
        ],
        "services in the network of the pods": [
            { serviceCidr: "10.244.128.0/20" },
            'serviceCidr is "10.244.128.0/20", which overlaps podCidr (10.244.0.0/16): the same address would be in two places. Set serviceCidr and podCidr to networks that share no address.',
        ],
        "an address space that AKS keeps": [
            { addressSpace: "172.16.0.0/12" },
            'addressSpace is "172.16.0.0/12", which overlaps 172.30.0.0/16, a network that AKS keeps for itself. Set a network outside of it.',
        ],
        "an address space without room": [
            { addressSpace: "10.1.0.0/24" },
            'addressSpace is "10.1.0.0/24", where the subnets of a cluster have room between /8 and /22. Set a network such as 10.240.0.0/16.',
        ],
        "a service network without an address for the DNS": [
            { serviceCidr: "10.1.0.0/29" },
            'serviceCidr is "10.1.0.0/29", where AKS takes /12 or narrower, and the address of the cluster\'s DNS is the tenth. Set a network between /12 and /28, such as 10.0.0.0/16.',
        ],
        "a name that is too long for ARM": [
            {},
            `name is "${"a".repeat(56)}", where AKS takes letters, digits, inner hyphens and underscores, at most 55 before the random suffix. Set a shorter name of these characters.`,
            "a".repeat(56),
        ],
        "a name of other characters": [
            {},
            'name is "my.cluster", where AKS takes letters, digits, inner hyphens and underscores, at most 55 before the random suffix. Set a shorter name of these characters.',
            "my.cluster",
        ],
        "two pools of one name": [
            { nodePools: [{ name: "workload" }, { name: "workload" }] },
            'nodePools[1].name is "workload", a name that is there twice. Give each entry a name of its own.',
        ],
        "a pool named like the system pool": [
            { nodePools: [{ name: "system" }] },
            'nodePools[0].name is "system", a name that is taken. Give each entry a name of its own.',
        ],
        "a pool name that AKS refuses": [
            { nodePools: [{ name: "Workload-Pool" }] },
            'nodePools[0].name is "Workload-Pool", where AKS takes 1 to 12 lower-case letters and digits, the first a letter. Set a name such as "workload1".',
        ],
        "fewer nodes at most than at least": [
            { nodePools: [{ name: "workload", minCount: 5, maxCount: 3 }] },
            "nodePools[0].maxCount is 3, which is less than minCount (5). Set at least as many.",
        ],
        "no node for the system": [
            { systemNodePool: { minCount: 0 } },
            "systemNodePool.minCount is 0, where a pool has between 1 and 1000 nodes. Set a whole number in that range.",
        ],
        "a zone by region": [
            { systemNodePool: { zones: ["westeurope-1"] } },
            'systemNodePool.zones[0] is "westeurope-1", where Azure numbers the zones of a region. Set the number as text: "1", "2" or "3".',
        ],
        "a taint without an effect": [
            { nodePools: [{ name: "gpu", taints: ["gpu=true"] }] },
            'nodePools[0].taints[0] is "gpu=true", which is no taint. Set key=value:Effect, with the effect NoSchedule, PreferNoSchedule or NoExecute.',
        ],
        "a pinned patch": [
            { kubernetesVersion: "1.35.2" },
            'kubernetesVersion is "1.35.2", and a pinned patch would fight the upgrade channel. Set the minor version only, such as "1.35".',
        ],
        "a version that is none": [
            { kubernetesVersion: "latest" },
            'kubernetesVersion is "latest", which is no minor version. Set the minor version only, such as "1.35".',
        ],
        "a location that is none": [
            { location: "eu/west" },
            'location is "eu/west", which is no name of a region. Set a region such as westeurope (`az account list-locations --query [].name`).',
        ],
        "a tier that does not exist": [
            untyped({ tier: "Basic" }),
            'tier is "Basic", which is not among its values. Set one of Free, Standard, Premium.',
        ],
        "a network made and found": [
            {
                addressSpace: "10.1.0.0/16",
                existingNetwork: { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server") },
            },
            'addressSpace is "10.1.0.0/16", and existingNetwork is given: nothing would be made of it. Leave out addressSpace or existingNetwork.',
        ],
        "an existing network without a subnet for the API server": [
            { existingNetwork: { nodeSubnetId: subnet("nodes") } },
            'existingNetwork.apiServerSubnetId is unset, and API Server VNet Integration puts the API server into a subnet. Set a subnet delegated to Microsoft.ContainerService/managedClusters, or apiServerConnection: "PrivateLink".',
        ],
        "one subnet for nodes and API server": [
            { existingNetwork: { nodeSubnetId: subnet("all"), apiServerSubnetId: subnet("all") } },
            `existingNetwork.apiServerSubnetId is ${JSON.stringify(subnet("all")).slice(0, 80)}…, which is the subnet of the nodes, and an API server shares its subnet with nothing else. Set another subnet of the same virtual network.`,
        ],
        "subnets of two networks": [
            { existingNetwork: { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server", "spoke") } },
            `existingNetwork.apiServerSubnetId is ${JSON.stringify(subnet("api-server", "spoke")).slice(0, 80)}…, which is in another virtual network than existingNetwork.nodeSubnetId. Set a subnet of the same virtual network.`,
        ],
        "a subnet by name": [
            { existingNetwork: { nodeSubnetId: "nodes" }, apiServerConnection: "PrivateLink" },
            'existingNetwork.nodeSubnetId is "nodes", which is not the ARM id of a subnet. Set the id that `az network vnet subnet show --query id` prints.',
        ],
        "nodes that ranges keep out": [
            {
                apiServerConnection: "PrivateLink",
                authorizedIpRanges: ["203.0.113.0/24"],
                firewallPrivateIpAddress: "10.1.0.4",
            },
            "firewallPublicIpAddress is unset, and nodes that reach the API server over the internet could not join: authorizedIpRanges would keep them out. Set the public address that the firewall gives to nodes.",
        ],
        "nodes of an existing network that ranges keep out": [
            {
                apiServerConnection: "PrivateLink",
                authorizedIpRanges: ["203.0.113.0/24"],
                existingNetwork: { nodeSubnetId: subnet("nodes") },
            },
            "existingNetwork.egressIpAddresses is unset, and nodes that reach the API server over the internet could not join: authorizedIpRanges would keep them out. Set the public addresses that nodes leave with.",
        ],
        "a firewall without an inner address": [
            { firewallPublicIpAddress: "203.0.113.7" },
            'firewallPublicIpAddress is "203.0.113.7", and without firewallPrivateIpAddress no firewall that exists is used. Set firewallPrivateIpAddress as well, or leave both out.',
        ],
        "a firewall that is no address": [
            { firewallPrivateIpAddress: "10.1.0.0/24" },
            'firewallPrivateIpAddress is "10.1.0.0/24", which is not an IPv4 address. Set an address such as 10.0.1.4.',
        ],
        "a pinned version and a channel that moves on": [
            { kubernetesVersion: "1.35", upgradeChannel: "stable" },
            'upgradeChannel is "stable", which upgrades past kubernetesVersion (1.35), and the program would then ask for a downgrade. Leave out kubernetesVersion, or set "patch".',
        ],
        "long-term support and a channel that moves on": [
            { tier: "Premium", upgradeChannel: "rapid" },
            'upgradeChannel is "rapid", and long-term support, which tier Premium is, stays on one minor version. Leave it out or set "patch", or set tier "Standard".',
        ],
        "a node channel by AKS' own name": [
            untyped({ nodeUpdates: "Unmanaged" }),
            'nodeUpdates is "Unmanaged", which is not among its values. Set one of NodeImage, SecurityPatch, Kured.',
        ],
        "kured beside AKS": [
            { kured: { concurrency: 2 } },
            'kured is {"concurrency":2}, and with nodeUpdates NodeImage nodes are restarted by AKS. Leave it out, or set nodeUpdates "Kured".',
        ],
        "an image of kured that can change": [
            { nodeUpdates: "Kured", kured: { image: "contoso.azurecr.io/kured" } },
            'kured.image is "contoso.azurecr.io/kured", which does not name one image in one registry. Set the registry, the path, and a tag other than latest or a digest, such as registry.example.com/kured:1.23.0.',
        ],
        "a window of an hour": [
            { maintenance: { durationHours: 1 } },
            "maintenance.durationHours is 1, where AKS takes windows of 4 to 24 hours. Set a whole number in that range.",
        ],
        "logs without an audit": [
            { monitoring: { logCategories: ["guard"] } },
            'monitoring.logCategories is ["guard"], and nobody could say later who did what in the cluster. Add kube-audit-admin.',
        ],
        "a misspelt argument of the logs": [
            untyped({ monitoring: { workspaceID: "x" } }),
            'monitoring.workspaceID is "given", and there is no argument of this name. Write workspaceId.',
        ],
        "safeguards that only warn a little": [
            untyped({ safeguards: { level: "Warning" } }),
            'safeguards.level is "Warning", which is not among its values. Set one of Enforce, Warn.',
        ],
        "images that keep the cluster's own registry out": [
            {
                registry: { registryName: "contoso" },
                policies: { containerImages: { allowedRegex: "^mcr\\.microsoft\\.com/.+$" } },
            },
            'policies.containerImages.allowedRegex is "^mcr\\\\.microsoft\\\\.com/.+$", which does not allow contoso.azurecr.io, and the cluster needs it. Let the expression allow it as well.',
        ],
        "a registry whose name has a hyphen": [
            { registry: { registryName: "contoso-images" } },
            'registry.registryName is "contoso-images", where Azure takes 5 to 50 letters and digits. Set such a name, or leave it out.',
        ],
        "a registry in a network that has no place for it": [
            {
                registry: {},
                existingNetwork: { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server") },
            },
            "existingNetwork.privateEndpointSubnetId is unset, and the registry is reached by a private endpoint only. Set the id of a subnet for private endpoints, or registry.allowedIpRanges.",
        ],
        "a registry by name": [
            { attachedRegistries: [{ name: "contoso", registryId: "contoso.azurecr.io" }] },
            'attachedRegistries[0].registryId is "contoso.azurecr.io", which is not the ARM id of a container registry. Set the id that `az acr show --query id` prints.',
        ],
        "no way out, and no images": [
            { egress: "None" },
            'registry is unset, and with egress "None" nodes have no other place to start from. Set registry: {}, or bootstrapRegistryId to one that exists.',
        ],
        "no way out, and two registries to start from": [
            { egress: "None", registry: {}, bootstrapRegistryId: registryId },
            `bootstrapRegistryId is ${JSON.stringify(registryId).slice(0, 80)}…, and nodes start from the registry that is created. Leave out one of the two.`,
        ],
        "a place to start from for nodes that have a way out": [
            { bootstrapRegistryId: registryId },
            `bootstrapRegistryId is ${JSON.stringify(registryId).slice(0, 80)}…, and nodes that have a way out start from Microsoft's registry. Leave it out, or use attachedRegistries for the right to pull.`,
        ],
        "no way out, and patches from the internet": [
            { egress: "None", registry: {}, nodeUpdates: "SecurityPatch" },
            'nodeUpdates is "SecurityPatch", and with egress "None" nodes reach no place that patches come from. Leave it out, or set "NodeImage".',
        ],
        "an own firewall in a network that exists": [
            {
                egress: "Firewall",
                existingNetwork: { nodeSubnetId: subnet("nodes"), apiServerSubnetId: subnet("api-server") },
            },
            'egress is "Firewall", and existingNetwork is given: nothing would be made of it. Leave out egress or existingNetwork.',
        ],
        "a key without its version": [
            { kms: { keyId: "https://keys.vault.azure.net/keys/etcd", keyVaultId } },
            'kms.keyId is "https://keys.vault.azure.net/keys/etcd", which is not the id of a version of a key. Set what `az keyvault key show --query key.kid` prints, version included.',
        ],
        "a closed vault that the control plane does not reach": [
            { kms: { keyId, keyVaultId }, apiServerConnection: "PrivateLink" },
            'apiServerConnection is "PrivateLink", and the control plane reaches a private vault (kms) through API Server VNet Integration only. Leave it out, or set kms.keyVaultAccess "Public" for a vault that every network reaches.',
        ],
        "long-term support with an own key": [
            { kms: { keyId, keyVaultId }, tier: "Premium" },
            'kms is "given", and AKS has no long-term support, which tier Premium is, with KMS. Leave out kms, or set tier "Standard".',
        ],
        "a disk encryption set by name": [
            { diskEncryptionSetId: "disks" },
            'diskEncryptionSetId is "disks", which is not the ARM id of a disk encryption set. Set the id that `az disk-encryption-set show --query id` prints.',
        ],
        "trusted launch on Arm processors": [
            { nodePools: [{ name: "arm", vmSize: "Standard_D4pds_v5" }] },
            'nodePools[0].vmSize is "Standard_D4pds_v5", a size with Arm processors, for which AKS has no trusted launch. Set another size, or nodeSecurity "None" for this pool.',
        ],
    };
    for (const [title, [args, message, name]] of Object.entries(rejected)) {
        it(`rejects ${title}`, () => {
            assert.deepEqual(problems(args, name), [message]);
        });
    }
});
