import assert from "node:assert/strict";

import { policies } from "../../policy-pack/policies";
import { isResourcePolicy } from "../../policy-pack/policy";
import { classicCluster, cluster, nativeTokens, object, systemPool } from "./fixtures";
import { evaluate, type Registered } from "./policy-tester";

/** Names of the policies that object, and of those that do not apply. */
async function verdictOf(resource: Registered) {
    const verdicts = [...(await evaluate(resource))];
    return {
        violated: verdicts.filter(([, { violations }]) => violations.length > 0).map(([name]) => name),
        notApplicable: verdicts.filter(([, { notApplicable }]) => notApplicable !== undefined).map(([name]) => name),
        undetermined: verdicts.filter(([, { undetermined }]) => undetermined.length > 0).map(([name]) => name),
    };
}

/** What the classic provider cannot say: there these policies do not apply. */
const nativeOnly = ["cluster-node-resource-group-locked", "node-pool-ssh-disabled", "node-pool-trusted-launch-enabled"];

/** The verdict without what only azure-native can say. */
async function comparableVerdictOf(resource: Registered) {
    const { violated, notApplicable, undetermined } = await verdictOf(resource);
    const isClassic = resource.type.startsWith("azure:");
    if (isClassic)
        assert.deepEqual(
            nativeOnly.filter((name) => !notApplicable.includes(name)),
            [],
        );
    const comparable = (names: string[]) => names.filter((name) => !nativeOnly.includes(name));
    return { violated: comparable(violated), notApplicable: comparable(notApplicable), undetermined };
}

const wrongNetwork = {
    outboundType: "loadBalancer",
    networkPlugin: "kubenet",
    networkPolicy: "none",
    loadBalancerSku: "basic",
};

const wrongClassicPool = {
    name: "system",
    type: "AvailabilitySet",
    maxPods: 20,
    osSku: "CBLMariner",
    orchestratorVersion: "1.29.2",
};

/** The same clusters as each provider, in each of its versions, spells them. */
const clusters: Record<string, Record<string, Registered>> = {
    "a private cluster with everything right": {
        "azure-native": cluster({ agentPoolProfiles: [systemPool({ osDiskType: "Ephemeral" })] }),
        "classic version 6": classicCluster(),
        "classic version 5": classicCluster({
            apiServerAccessProfile: { vnetIntegrationEnabled: true },
            "azureActiveDirectoryRoleBasedAccessControl.managed": true,
            automaticUpgradeChannel: undefined,
            automaticChannelUpgrade: "stable",
            nodeOsChannelUpgrade: "NodeImage",
            "defaultNodePool.enableNodePublicIp": false,
            "defaultNodePool.autoScalingEnabled": undefined,
            "defaultNodePool.enableAutoScaling": true,
            "defaultNodePool.hostEncryptionEnabled": undefined,
            "defaultNodePool.enableHostEncryption": true,
        }),
        "classic version 4": classicCluster({
            privateClusterEnabled: undefined,
            privateLinkEnabled: true,
            automaticUpgradeChannel: undefined,
            automaticChannelUpgrade: "stable",
            azureActiveDirectoryRoleBasedAccessControl: undefined,
            roleBasedAccessControl: { enabled: true, azureActiveDirectory: { managed: true, azureRbacEnabled: true } },
            azurePolicyEnabled: undefined,
            keyVaultSecretsProvider: undefined,
            addonProfile: {
                kubeDashboard: { enabled: false },
                httpApplicationRouting: { enabled: false },
                azurePolicy: { enabled: true },
                azureKeyvaultSecretsProvider: { enabled: true, secretRotationEnabled: true },
            },
            skuTier: "Paid",
            "defaultNodePool.zones": undefined,
            "defaultNodePool.availabilityZones": ["1", "2", "3"],
            "defaultNodePool.autoScalingEnabled": undefined,
            "defaultNodePool.enableAutoScaling": true,
            "defaultNodePool.hostEncryptionEnabled": undefined,
            "defaultNodePool.enableHostEncryption": true,
        }),
    },
    "a public cluster with everything wrong": {
        "azure-native": {
            type: "azure-native:containerservice:ManagedCluster",
            props: {
                apiServerAccessProfile: {
                    authorizedIPRanges: ["0.0.0.0/0", "10.0.0.0/8"],
                    enablePrivateCluster: false,
                    disableRunCommand: false,
                    enableVnetIntegration: false,
                },
                networkProfile: wrongNetwork,
                sku: { tier: "Free" },
                kubernetesVersion: "1.29.2",
                enablePodSecurityPolicy: true,
                enableRBAC: false,
                aadProfile: { managed: false, enableAzureRBAC: false, clientAppID: "a", serverAppID: "b" },
                disableLocalAccounts: false,
                autoUpgradeProfile: { upgradeChannel: "none", nodeOSUpgradeChannel: "None" },
                servicePrincipalProfile: { clientId: "principal" },
                addonProfiles: {
                    kubeDashboard: { enabled: true },
                    httpApplicationRouting: { enabled: true },
                    openServiceMesh: { enabled: true },
                    omsagent: { enabled: true },
                    azureKeyvaultSecretsProvider: { enabled: true },
                },
                agentPoolProfiles: [
                    {
                        name: "system",
                        mode: "System",
                        type: "AvailabilitySet",
                        enableNodePublicIP: true,
                        maxPods: 20,
                        osDiskType: "Managed",
                        osSKU: "CBLMariner",
                        orchestratorVersion: "1.29.2",
                    },
                ],
            },
        },
        "classic version 6 and 5": {
            type: "azure:containerservice/kubernetesCluster:KubernetesCluster",
            props: {
                apiServerAccessProfile: { authorizedIpRanges: ["0.0.0.0/0", "10.0.0.0/8"] },
                privateClusterEnabled: false,
                runCommandEnabled: true,
                networkProfile: wrongNetwork,
                skuTier: "Free",
                kubernetesVersion: "1.29.2",
                enablePodSecurityPolicy: true,
                openServiceMeshEnabled: true,
                roleBasedAccessControlEnabled: false,
                azureActiveDirectoryRoleBasedAccessControl: { managed: false, clientAppId: "a", serverAppId: "b" },
                localAccountDisabled: false,
                automaticUpgradeChannel: "none",
                nodeOsUpgradeChannel: "None",
                servicePrincipal: { clientId: "principal" },
                httpApplicationRoutingEnabled: true,
                addonProfile: { kubeDashboard: { enabled: true } },
                omsAgent: { logAnalyticsWorkspaceId: "/workspace" },
                keyVaultSecretsProvider: { secretRotationEnabled: false },
                defaultNodePool: { ...wrongClassicPool, nodePublicIpEnabled: true },
            },
        },
        "classic version 4": {
            type: "azure:containerservice/kubernetesCluster:KubernetesCluster",
            props: {
                apiServerAuthorizedIpRanges: ["0.0.0.0/0", "10.0.0.0/8"],
                privateLinkEnabled: false,
                // Version 4 had no channel for nodes; the property of version 5 makes the clusters alike.
                nodeOsChannelUpgrade: "None",
                kubernetesVersion: "1.29.2",
                enablePodSecurityPolicy: true,
                roleBasedAccessControl: {
                    enabled: false,
                    azureActiveDirectory: { clientAppId: "a", serverAppId: "b", azureRbacEnabled: false },
                },
                networkProfile: wrongNetwork,
                servicePrincipal: { clientId: "principal" },
                addonProfile: {
                    kubeDashboard: { enabled: true },
                    httpApplicationRouting: { enabled: true },
                    openServiceMesh: { enabled: true },
                    omsAgent: { enabled: true },
                    azureKeyvaultSecretsProvider: { enabled: true },
                },
                defaultNodePool: { ...wrongClassicPool, enableNodePublicIp: true },
            },
        },
    },
    "a cluster with nothing set": {
        // AKS chooses the disk of a pool by itself, the classic provider does not.
        "azure-native": {
            type: "azure-native:containerservice:ManagedCluster",
            // Before version 2023-06-01, it updated no nodes by itself.
            props: {
                agentPoolProfiles: [{ osDiskType: "Managed" }],
                autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" },
            },
        },
        classic: { type: "azure:containerservice/kubernetesCluster:KubernetesCluster", props: { defaultNodePool: {} } },
    },
};

describe("one cluster, one verdict", () => {
    for (const [title, spellings] of Object.entries(clusters)) {
        const [first, ...others] = Object.entries(spellings);
        if (first === undefined) continue;
        const [name, reference] = first;

        it(`${title}: every token of ${name}`, async () => {
            const expected = await verdictOf(reference);
            for (const type of nativeTokens(reference.type)) {
                assert.deepEqual(await verdictOf({ ...reference, type }), expected, type);
            }
        });
        for (const [spelling, resource] of others) {
            it(`${title}: ${spelling}`, async () => {
                assert.deepEqual(await comparableVerdictOf(resource), await comparableVerdictOf(reference));
            });
        }
    }

    it("objects to everything that is wrong, so that the comparison proves something", async () => {
        const wrong = clusters["a public cluster with everything wrong"]?.["azure-native"];
        assert.ok(wrong !== undefined);
        const { violated } = await verdictOf(wrong);
        const onClusters = policies.filter(isResourcePolicy).filter(({ name }) => /^(cluster|node-pool)-/.test(name));
        const others = onClusters.filter(({ name }) => !violated.includes(name));
        assert.deepEqual(others.map(({ name }) => name).sort(), [
            // They judge clusters without ranges, without the add-ons that others judge, and private clusters, or have no
            // spelling in the classic provider.
            "cluster-authorized-ip-ranges-effective",
            "cluster-authorized-ip-ranges-set",
            "cluster-monitoring-enabled",
            "cluster-pod-identity-disabled",
            "cluster-private-dns-zone-used",
            "cluster-private-dns-zone-valid",
            "cluster-private-public-fqdn-disabled",
            "cluster-secrets-store-enabled",
        ]);
    });

    it("a private cluster differs in what the providers make of an unset public FQDN", async () => {
        const native = cluster({ "apiServerAccessProfile.enablePrivateClusterPublicFQDN": undefined });
        assert.deepEqual((await verdictOf(native)).violated, ["cluster-private-public-fqdn-disabled"]);
        assert.deepEqual((await verdictOf(classicCluster())).violated, []);
    });

    it("a cluster of the default version of azure-native updates its nodes unless it is told otherwise", async () => {
        const unset = cluster({ "autoUpgradeProfile.nodeOSUpgradeChannel": undefined });
        assert.deepEqual((await verdictOf(unset)).violated, []);
    });

    for (const type of [
        "azure-native:containerservice:ManagedClusterSnapshot",
        "azure-native:containerservice/v20240901:TrustedAccessRoleBinding",
        "azure-native_compute_v20250701:containerservice:ManagedCluster",
        "myazure-native:containerservice:ManagedCluster",
        "azure:containerservice/registryTask:RegistryTask",
        "kubernetes:example.com/v1:Role",
    ]) {
        it(`${type} is none of the kinds`, async () => {
            const verdicts = await evaluate({ type, props: {} });
            for (const { notApplicable } of verdicts.values()) assert.match(notApplicable ?? "", /^judges only /);
        });
    }
});

/** Objects of the core group in which much is wrong, so that policies have something to say. */
const coreObjects: Record<string, object> = {
    Namespace: { metadata: { name: "kubernetes-dashboard" } },
    ServiceAccount: { metadata: { name: "app" } },
    Service: { metadata: { name: "app" }, spec: { type: "LoadBalancer", externalIPs: ["203.0.113.7"] } },
    Pod: { spec: { hostPID: true, containers: [{ name: "app", image: "docker.io/app" }] } },
    PodTemplate: { template: { spec: { hostPID: true, containers: [{ name: "app", image: "docker.io/app" }] } } },
    ReplicationController: {
        spec: { template: { spec: { hostPID: true, containers: [{ name: "app", image: "docker.io/app" }] } } },
    },
};

describe("one object of the core group, one verdict", () => {
    for (const [kind, props] of Object.entries(coreObjects)) {
        for (const form of ["", "Patch", "List"]) {
            it(`${kind}${form} by a class of its own and by CustomResource`, async () => {
                const { props: one } = object("v1", kind, props);
                const given = form === "List" ? { items: [one] } : one;
                const typed = await verdictOf({ type: `kubernetes:core/v1:${kind}${form}`, props: given });
                assert.deepEqual(await verdictOf({ type: `kubernetes:v1:${kind}${form}`, props: given }), typed);
                if (form === "") assert.notDeepEqual(typed.violated, []);
            });
        }
    }
});
