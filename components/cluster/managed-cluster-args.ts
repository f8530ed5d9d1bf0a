import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/index.js";
import * as pulumi from "@pulumi/pulumi";
import { addressAt, network4 } from "../arguments/addresses";
import { lift } from "../arguments/lift";
import { defaultAddresses, type OutboundType } from "../network/network-args";
import { agentPoolProfile } from "../node-pool/agent-pool-profile";
import { NodePoolMode } from "../node-pool/node-pool-args";
import {
    ApiServerConnection,
    ClusterTier,
    KeyVaultAccess,
    NodeResourceGroupRestriction,
    NodeUpdates,
    UpgradeChannel,
    type ClusterArgs,
    type ClusterKmsArgs,
} from "./cluster-args";
import { defenderProfile, omsagentAddOn } from "./monitoring-profile";

/** What a cluster stands on, made or found before it. */
export interface ClusterFoundation {
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string>;
    /** First label of the API server's name, at most 54 characters. Never changed: it would replace the cluster. */
    dnsPrefix: string;
    nodeSubnetId: pulumi.Input<string>;
    /** Absent with connection PrivateLink. */
    apiServerSubnetId?: pulumi.Input<string> | undefined;
    outboundType: OutboundType;
    /** Public addresses of the nodes that a public API server must let in. */
    egressIpAddresses: pulumi.Input<pulumi.Input<string>[]>;
    /** Absent where the API server is public and stays so. */
    privateDnsZoneId?: pulumi.Input<string> | undefined;
    /** Log Analytics workspace that the add-ons and the Defender sensor write to. */
    workspaceId: pulumi.Input<string>;
    /** Absent without the ingress controller of Application Gateway. */
    applicationGatewayId?: pulumi.Input<string> | undefined;
    /** Registry that nodes start from in a cluster without egress. Absent where they may reach Microsoft's. */
    bootstrapRegistryId?: pulumi.Input<string> | undefined;
    controlPlaneIdentityId: pulumi.Input<string>;
    kubeletIdentity: {
        resourceId: pulumi.Input<string>;
        clientId: pulumi.Input<string>;
        objectId: pulumi.Input<string>;
    };
}

/** Name of the pool inside of the cluster. */
export const systemNodePoolName = "system";

/**
 * The hardened cluster, as a value. Everything that the ten practices ask of a ManagedCluster is stated here, also where Azure's default is the same today: a policy then sees it, and a change of the default does not undo it.
 */
export function managedClusterArgs(args: ClusterArgs, foundation: ClusterFoundation): ManagedClusterArgs {
    return {
        resourceGroupName: foundation.resourceGroupName,
        location: foundation.location,
        tags: args.tags,
        dnsPrefix: foundation.dnsPrefix,
        sku: { name: "Base", tier: args.tier ?? ClusterTier.Standard },
        supportPlan: args.tier === ClusterTier.Premium ? "AKSLongTermSupport" : "KubernetesOfficial",
        kubernetesVersion: args.kubernetesVersion,
        autoUpgradeProfile: autoUpgradeProfile(args),
        identity: { type: "UserAssigned", userAssignedIdentities: [foundation.controlPlaneIdentityId] },
        identityProfile: { kubeletidentity: foundation.kubeletIdentity },
        apiServerAccessProfile: apiServerAccessProfile(args, foundation),
        enableRBAC: true,
        aadProfile: { managed: true, enableAzureRBAC: true },
        disableLocalAccounts: true,
        oidcIssuerProfile: { enabled: true },
        securityProfile: {
            workloadIdentity: { enabled: true },
            defender: defenderProfile(foundation.workspaceId),
            imageCleaner: { enabled: true, intervalHours: hoursBetweenImageCleanings },
            azureKeyVaultKms: args.kms && keyManagement(args.kms),
        },
        addonProfiles: addonProfiles(foundation),
        diskEncryptionSetID: args.diskEncryptionSetId,
        nodeResourceGroupProfile: {
            restrictionLevel: args.nodeResourceGroupRestriction ?? NodeResourceGroupRestriction.ReadOnly,
        },
        bootstrapProfile: bootstrapProfile(foundation),
        networkProfile: networkProfile(args, foundation),
        agentPoolProfiles: [
            {
                ...agentPoolProfile(args.systemNodePool ?? {}, NodePoolMode.System, foundation.nodeSubnetId),
                name: systemNodePoolName,
                // A new version of the control plane alone leaves the nodes at theirs.
                orchestratorVersion: args.kubernetesVersion,
                // Workloads have pools of their own; where there is none, they must fit here.
                nodeTaints: args.nodePools?.length === 0 ? undefined : ["CriticalAddonsOnly=true:NoSchedule"],
                tags: args.tags,
            },
        ],
    };
}

/** A week, as in AKS Automatic. */
const hoursBetweenImageCleanings = 168;

/** Who updates the control plane and who the nodes: one of the two that AKS and kured can be, never both. */
function autoUpgradeProfile({ upgradeChannel, kubernetesVersion, tier, nodeUpdates }: ClusterArgs) {
    return {
        upgradeChannel: upgradeChannel ?? defaultUpgradeChannel(kubernetesVersion, tier),
        nodeOSUpgradeChannel: nodeOsUpgradeChannels[nodeUpdates ?? NodeUpdates.NodeImage],
    };
}

/** A pinned minor version, and one with long-term support, take patches only. */
export function defaultUpgradeChannel(kubernetesVersion: unknown, tier: ClusterTier | undefined): UpgradeChannel {
    const staysOnMinor = kubernetesVersion !== undefined || tier === ClusterTier.Premium;
    return staysOnMinor ? UpgradeChannel.Patch : UpgradeChannel.Stable;
}

/** Kured restarts nodes that the operating system itself has patched, which AKS calls unmanaged. */
const nodeOsUpgradeChannels = {
    [NodeUpdates.NodeImage]: "NodeImage",
    [NodeUpdates.SecurityPatch]: "SecurityPatch",
    [NodeUpdates.Kured]: "Unmanaged",
} as const satisfies Record<NodeUpdates, string>;

function keyManagement({ keyId, keyVaultId, keyVaultAccess }: ClusterKmsArgs) {
    const isPublic = keyVaultAccess === KeyVaultAccess.Public;
    return {
        enabled: true,
        keyId,
        keyVaultNetworkAccess: keyVaultAccess ?? KeyVaultAccess.Private,
        // AKS takes it with a private vault only.
        keyVaultResourceId: isPublic ? undefined : keyVaultId,
    };
}

function addonProfiles({ workspaceId, applicationGatewayId }: ClusterFoundation) {
    return {
        kubeDashboard: { enabled: false },
        httpApplicationRouting: { enabled: false },
        azurepolicy: { enabled: true, config: { version: "v2" } },
        omsagent: omsagentAddOn(workspaceId),
        azureKeyvaultSecretsProvider: {
            enabled: true,
            config: { enableSecretRotation: "true", rotationPollInterval: "2m" },
        },
        ...(applicationGatewayId !== undefined && {
            ingressApplicationGateway: { enabled: true, config: { applicationGatewayId } },
        }),
    };
}

/** Where nodes get what they start from. */
function bootstrapProfile({ bootstrapRegistryId }: ClusterFoundation) {
    return bootstrapRegistryId === undefined
        ? undefined
        : { artifactSource: "Cache", containerRegistryId: bootstrapRegistryId };
}

/** Who reaches the API server, and how. */
export function apiServerAccessProfile(
    { authorizedIpRanges, apiServerConnection }: Pick<ClusterArgs, "authorizedIpRanges" | "apiServerConnection">,
    {
        apiServerSubnetId,
        privateDnsZoneId,
        egressIpAddresses,
    }: Pick<ClusterFoundation, "apiServerSubnetId" | "privateDnsZoneId" | "egressIpAddresses">,
) {
    const inNetwork = apiServerConnection !== ApiServerConnection.PrivateLink;
    const connection = inNetwork ? { enableVnetIntegration: true, subnetId: apiServerSubnetId } : {};
    if (authorizedIpRanges === undefined) {
        return {
            ...connection,
            disableRunCommand: true,
            enablePrivateCluster: true,
            enablePrivateClusterPublicFQDN: false,
            privateDNSZone: privateDnsZoneId,
        };
    }
    return {
        ...connection,
        disableRunCommand: true,
        enablePrivateCluster: false,
        // With VNet integration, nodes use the internal address; without, they come over the internet like everyone.
        authorizedIPRanges: inNetwork ? authorizedIpRanges : withEgress(authorizedIpRanges, egressIpAddresses),
    };
}

/** The ranges and the nodes' own addresses. A plain list stays one, so that policies see its entries at preview. */
function withEgress(
    ranges: pulumi.Input<pulumi.Input<string>[]>,
    egressIpAddresses: pulumi.Input<pulumi.Input<string>[]>,
): pulumi.Input<pulumi.Input<string>[]> {
    const join = (networks: pulumi.Input<string>[], addresses: pulumi.Input<string>[]) => [
        ...networks,
        ...addresses.map((address) => pulumi.interpolate`${address}/32`),
    ];
    return Array.isArray(ranges) && Array.isArray(egressIpAddresses)
        ? join(ranges, egressIpAddresses)
        : pulumi.all([ranges, egressIpAddresses]).apply(([networks, addresses]) => join(networks, addresses));
}

/** Azure CNI overlay with Cilium: choices that cannot, or not without pain, be changed later. */
export function networkProfile(
    args: Pick<ClusterArgs, "serviceCidr" | "podCidr">,
    { outboundType }: Pick<ClusterFoundation, "outboundType">,
) {
    const serviceCidr = args.serviceCidr ?? defaultAddresses.serviceCidr;
    return {
        networkPlugin: "azure",
        networkPluginMode: "overlay",
        networkDataplane: "cilium",
        networkPolicy: "cilium",
        loadBalancerSku: "standard",
        outboundType,
        podCidr: args.podCidr ?? defaultAddresses.podCidr,
        serviceCidr,
        // Derived, because the SDK's own default would be an address outside of another service network.
        dnsServiceIP: lift(serviceCidr, (cidr) => addressAt(network4(cidr), 10)),
    };
}
