import * as aksguard from "../../components";
import { itChanges } from "./changes";

const tags = { team: "platform" };
const location = "westeurope";
const pinned = { location, kubernetesVersion: "1.34" };
const grants: aksguard.ClusterGrantArgs[] = [
    { name: "operations", principalId: "hub:identity", principalType: "ServicePrincipal", role: "ClusterAdmin" },
];
const furtherGrants = [
    ...grants,
    {
        name: "ci",
        principalId: "hub:other-identity",
        principalType: "ServicePrincipal" as const,
        role: "Reader" as const,
    },
];
const groups: aksguard.EntraGroupArgs[] = [{ name: "readers", role: "Reader" }];
const window = { frequency: "Weekly" as const, day: "Saturday" as const, startTime: "03:00", durationHours: 6 };
const maintenance: aksguard.MaintenanceScheduleArgs = {
    day: "Saturday",
    startTime: "02:00",
    durationHours: 5,
    utcOffset: "+01:00",
    freezes: [{ start: "2027-12-20", end: "2028-01-03" }],
    kubernetesUpgrades: window,
    nodeUpdates: window,
};
const rules = { effect: "Audit" as const, excludedNamespaces: ["legacy"] };
const allowedImages = "^(mcr\\.microsoft\\.com|ghcr\\.io/shop|[a-z0-9]+\\.azurecr\\.io)/.+$";
const policies: aksguard.ClusterPolicyArgs = {
    dryRun: true,
    excludedNamespaces: ["scratch"],
    containerImages: { ...rules, allowedRegex: allowedImages, neededImages: ["ghcr.io/shop/shop:1"] },
    containerPorts: { ...rules, allowedPorts: ["8080"] },
    servicePorts: { ...rules, allowedPorts: ["443"] },
    externalIps: { ...rules, allowedIps: ["203.0.113.9"] },
    httpsIngress: rules,
    internalLoadBalancers: rules,
    podLabels: { ...rules, labels: ["team"] },
    podSecurity: { ...rules, level: "Baseline", allowedHostPaths: [{ pathPrefix: "/var/log" }] },
    privilegedContainers: { excludedNamespaces: ["legacy"] },
    resourceLimits: { ...rules, cpu: "4", memory: "8Gi" },
    uniqueIngressHosts: {
        ...rules,
        policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/11111111-2222-4333-8444-555555555555",
    },
};
const kured: aksguard.KuredArgs = {
    blockingPodSelectors: ["job=long"],
    checkPeriodInMinutes: 30,
    concurrency: 2,
    days: ["Saturday", "Sunday"],
    drainGracePeriodInSeconds: 60,
    drainTimeoutInMinutes: 20,
    startTime: "02:00",
    endTime: "04:00",
    forceReboot: true,
    image: "ghcr.io/kubereboot/kured:1.21.0",
    lockTtlInMinutes: 60,
    metricsNamespaceName: "observability",
    namespaceName: "reboots",
    notifyUrl: "https://example.org/hook",
    timeZone: "Europe/Berlin",
};
const webApplicationFirewall: aksguard.WebApplicationFirewallArgs = {
    detectionOnly: true,
    maxRequestBodySizeInKb: 256,
    fileUploadLimitInMb: 200,
    exclusions: [{ matchVariable: "RequestArgNames", selector: "text", ruleGroup: "SQLI", ruleIds: ["942100"] }],
};
const monitoring: aksguard.ClusterMonitoringArgs = {
    retentionInDays: 180,
    logCategories: ["guard", "kube-audit"],
    collectionInterval: "5m",
    excludedNamespaces: ["scratch"],
};
const scaling = {
    minCount: 3,
    maxCount: 9,
    sshDisabled: true,
    upgradeMaxSurge: "1",
    upgradeDrainTimeoutInMinutes: 60,
    upgradeNodeSoakDurationInMinutes: 5,
    upgradeUndrainableNodeBehavior: "Schedule" as const,
};

describe("changes of a cluster", function () {
    this.timeout(120_000);
    const shop = "https://hub-vault.vault.azure.net/secrets/shop";
    const applicationGateway = {
        gateway: "ApplicationGateway" as const,
        keyVaultId: "hub:vault",
        certificates: { shop },
    };
    const byInternet = {
        location,
        apiServerConnection: "PrivateLink" as const,
        authorizedIpRanges: ["203.0.113.0/24"],
    };
    const network = {
        nodeSubnetId: "hub:nodes",
        privateEndpointSubnetId: "hub:endpoints",
        ingressSubnetId: "hub:containers",
        egressIpAddresses: ["203.0.113.7"],
    };
    const gatewayAndRegistry = {
        registry: {},
        ingress: { gateway: "GatewayForContainers" as const },
        nodeResourceGroupRestriction: "Unrestricted" as const,
    };
    const others = "/subscriptions/5a0c7d1e-9b34-4f0a-8d63-1c2b7e4f9a20/resourceGroups/other/providers";
    const otherShop = shop.replace("hub-vault", "hub-other-vault");
    const kms = { keyId: "hub:key", keyVaultId: "hub:vault" };
    itChanges<aksguard.ClusterArgs>({
        component: "Cluster",
        program: (args) => new aksguard.Cluster("kit", args),
        apart: { "kms.keyVaultId": "refused where kms.keyId lies in another vault (api-server-hook.test.ts)" },
        inPlace: [
            {
                from: { ...pinned, egress: "Firewall", grants },
                to: {
                    ...pinned,
                    egress: "Firewall",
                    firewall: { allowedFqdns: ["api.example.org"], workspaceId: "hub:workspace" },
                    kubernetesVersion: "1.35",
                    tier: "Premium",
                    authorizedIpRanges: ["203.0.113.0/24"],
                    tags,
                    lock: true,
                    maintenance,
                    monitoring,
                    policies,
                    nodeUpdates: "SecurityPatch",
                    nodeResourceGroupRestriction: "Unrestricted",
                    safeguards: { level: "Warn", excludedNamespaces: ["legacy"] },
                    systemNodePool: { ...scaling, nodeSecurity: "None" },
                    nodePools: [{ name: "workload", ...scaling, labels: tags }, { name: "second" }],
                    registry: { allowedIpRanges: ["203.0.113.0/24"], lock: true },
                    attachedRegistries: [{ name: "hub", registryId: "hub:registry" }],
                    ingress: { gateway: "GatewayForContainers", webApplicationFirewall },
                    grants: furtherGrants,
                    groups,
                    kubeloginMode: "workloadidentity",
                },
            },
            {
                from: {
                    location,
                    upgradeChannel: "rapid",
                    kms: { ...kms, keyVaultAccess: "Public" },
                    nodeUpdates: "Kured",
                    registry: {},
                },
                to: {
                    location,
                    upgradeChannel: "patch",
                    kms: { ...kms, keyId: "hub:next-key" },
                    nodeUpdates: "Kured",
                    kured,
                    registry: {
                        imageRetention: "RestoreDeleted",
                        imageRetentionDays: 60,
                        privateDnsZoneId: "hub:registries",
                        pullPrincipalIds: { ci: "hub:identity" },
                    },
                },
            },
            {
                from: { location, ingress: applicationGateway },
                to: {
                    location,
                    ingress: {
                        ...applicationGateway,
                        keyVaultId: "hub:other-vault",
                        certificates: { shop: otherShop, other: `${otherShop}2` },
                        minCapacity: 3,
                        maxCapacity: 20,
                        webApplicationFirewall,
                    },
                },
            },
            {
                from: { ...byInternet, firewallPrivateIpAddress: "10.9.0.4", firewallPublicIpAddress: "203.0.113.4" },
                to: { ...byInternet, firewallPrivateIpAddress: "10.9.0.5", firewallPublicIpAddress: "203.0.113.5" },
            },
            {
                from: { ...byInternet, ...gatewayAndRegistry, existingNetwork: network },
                to: {
                    ...byInternet,
                    ...gatewayAndRegistry,
                    existingNetwork: {
                        ...network,
                        privateEndpointSubnetId: "hub:other-endpoints",
                        ingressSubnetId: "hub:other-containers",
                        egressIpAddresses: ["203.0.113.8"],
                    },
                },
            },
            {
                from: { location, egress: "None", bootstrapRegistryId: "hub:registry" },
                to: { location, egress: "None", bootstrapRegistryId: "hub:other-registry" },
            },
        ],
        refused: [
            {
                from: { location, resourceGroupName: "hub", podCidr: "10.64.0.0/16", privateDnsZoneId: "hub:clusters" },
                to: {
                    location: "northeurope",
                    resourceGroupName: "other",
                    addressSpace: "10.96.0.0/16",
                    egress: "None",
                    apiServerConnection: "PrivateLink",
                    serviceCidr: "10.2.0.0/16",
                    diskEncryptionSetId: `${others}/Microsoft.Compute/diskEncryptionSets/disks`,
                    registry: {},
                    systemNodePool: {
                        vmSize: "Standard_D8ds_v5",
                        hostEncryption: true,
                        osDiskSizeGb: 256,
                        zones: ["1", "2"],
                        nodeSecurity: "Fips",
                    },
                },
            },
            {
                from: { location, existingNetwork: { nodeSubnetId: "hub:nodes", apiServerSubnetId: "hub:api-server" } },
                to: {
                    location,
                    existingNetwork: {
                        nodeSubnetId: "hub:other-nodes",
                        apiServerSubnetId: "hub:other-api-server",
                        outboundType: "userDefinedRouting",
                    },
                },
            },
        ],
        costly: [
            {
                from: { location, registry: {}, ingress: applicationGateway, egress: "Firewall" },
                to: {
                    location,
                    registry: { registryName: "renamed1" },
                    ingress: { ...applicationGateway, zones: ["1", "2"] },
                    egress: "Firewall",
                    firewall: { zones: ["1", "2"] },
                    monitoring: { workspaceId: "hub:workspace" },
                },
                lost: [
                    "delete operationalinsights:Workspace kit",
                    "replace containerregistry:Registry kit-registry registryName",
                    'network:PublicIPAddress kit-ingress-ingress: Status=400 Code="ResourceAvailabilityZonesCannotBeModified"',
                    'network:PublicIPAddress kit-firewall: Status=400 Code="ResourceAvailabilityZonesCannotBeModified"',
                    'network:ApplicationGateway kit-ingress: Status=400 Code="ResourceAvailabilityZonesCannotBeModified"',
                ],
            },
        ],
    });
});

describe("changes of a node pool", function () {
    this.timeout(60_000);
    const made = { clusterId: "hub:cluster", subnetId: "hub:nodes", name: "workload" };
    itChanges<aksguard.NodePoolArgs>({
        component: "NodePool",
        program: (args) => new aksguard.NodePool("kit", args),
        apart: { clusterId: "another cluster" },
        inPlace: [
            {
                from: { ...made, kubernetesVersion: "1.33" },
                to: {
                    ...made,
                    ...scaling,
                    kubernetesVersion: "1.34",
                    mode: "System",
                    labels: tags,
                    taints: ["CriticalAddonsOnly=true:NoSchedule"],
                    tags,
                },
            },
        ],
        refused: [
            {
                from: made,
                to: {
                    ...made,
                    subnetId: "hub:other-nodes",
                    vmSize: "Standard_D8ds_v5",
                    hostEncryption: true,
                    osDiskSizeGb: 256,
                    zones: ["1"],
                    nodeSecurity: "Fips",
                },
            },
        ],
        costly: [
            {
                from: made,
                to: { ...made, name: "renamed" },
                lost: ["replace containerservice:AgentPool kit agentPoolName"],
            },
        ],
    });
});

describe("changes of a network", function () {
    this.timeout(60_000);
    const made = { resourceGroupName: "hub" };
    itChanges<aksguard.NetworkArgs>({
        component: "Network",
        program: (args) => new aksguard.Network("kit", args),
        inPlace: [
            {
                from: { ...made, egress: "Firewall" },
                to: {
                    ...made,
                    egress: "Firewall",
                    firewall: { allowedFqdns: ["api.example.org"], workspaceId: "hub:workspace" },
                    podCidr: "10.64.0.0/16",
                    ingress: "GatewayForContainers",
                    systemNodes: true,
                    tags,
                },
            },
            {
                from: { ...made, firewallPrivateIpAddress: "10.9.0.4" },
                to: { ...made, firewallPrivateIpAddress: "10.9.0.5" },
            },
        ],
        costly: [
            {
                from: made,
                to: { ...made, egress: "Firewall", firewall: { zones: ["1"] } },
                lost: ["delete network:NatGateway kit", "delete network:PublicIPAddress kit-egress"],
            },
            {
                from: { ...made, egress: "None" },
                to: {
                    resourceGroupName: "other",
                    location: "northeurope",
                    addressSpace: "10.96.0.0/16",
                    egress: "None",
                },
                lost: [
                    "replace network:Subnet kit-api-server resourceGroupName",
                    "replace network:Subnet kit-endpoints resourceGroupName",
                    "replace network:Subnet kit-nodes resourceGroupName",
                    "replace network:VirtualNetwork kit location resourceGroupName",
                ],
            },
        ],
    });
});
