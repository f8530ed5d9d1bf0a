import type * as pulumi from "@pulumi/pulumi";
import { apiServerAccessProfile, networkProfile } from "../cluster/managed-cluster-args";
import { defenderProfile, omsagentAddOn } from "../cluster/monitoring-profile";
import type { OutboundType } from "../network/network-args";
import type { AutomaticClusterArgs } from "./automatic-cluster-args";
import type { HostedManagedClusterArgs } from "./managed-cluster";

/** What an AKS Automatic cluster stands on, made or found before it. */
export interface AutomaticFoundation {
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string>;
    /** First label of the API server's name, at most 54 characters. Never changed: it would replace the cluster. */
    dnsPrefix: string;
    nodeSubnetId: pulumi.Input<string>;
    systemNodeSubnetId: pulumi.Input<string>;
    apiServerSubnetId: pulumi.Input<string>;
    outboundType: OutboundType;
    privateDnsZoneId: pulumi.Input<string>;
    /** Log Analytics workspace that the add-ons and the Defender sensor write to. */
    workspaceId: pulumi.Input<string>;
    controlPlaneIdentityId: pulumi.Input<string>;
}

/**
 * The AKS Automatic cluster, as a value. What AKS presets is stated with the value that it presets, so that a policy sees
 * it, and a change of a preset does not undo it. There are no pools: AKS runs the system nodes, and provisions the others.
 */
export function automaticManagedClusterArgs(
    args: AutomaticClusterArgs,
    foundation: AutomaticFoundation,
): HostedManagedClusterArgs {
    return {
        resourceGroupName: foundation.resourceGroupName,
        location: foundation.location,
        tags: args.tags,
        dnsPrefix: foundation.dnsPrefix,
        sku: { name: "Automatic", tier: "Standard" },
        identity: { type: "UserAssigned", userAssignedIdentities: [foundation.controlPlaneIdentityId] },
        hostedSystemProfile: {
            enabled: true,
            nodeSubnetID: foundation.nodeSubnetId,
            systemNodeSubnetID: foundation.systemNodeSubnetId,
        },
        nodeProvisioningProfile: { mode: "Auto", defaultNodePools: "Auto" },
        autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
        apiServerAccessProfile: apiServerAccessProfile(args, { ...foundation, egressIpAddresses: [] }),
        enableRBAC: true,
        aadProfile: { managed: true, enableAzureRBAC: true },
        disableLocalAccounts: true,
        oidcIssuerProfile: { enabled: true },
        securityProfile: {
            workloadIdentity: { enabled: true },
            defender: defenderProfile(foundation.workspaceId),
            imageCleaner: { enabled: true, intervalHours: hoursBetweenImageCleanings },
        },
        addonProfiles: {
            azurepolicy: { enabled: true },
            omsagent: omsagentAddOn(foundation.workspaceId),
            azureKeyvaultSecretsProvider: {
                enabled: true,
                config: { enableSecretRotation: "true", rotationPollInterval: "2m" },
            },
        },
        // No ingress controller of its own: it would have a public address, and no web application firewall in front.
        ingressProfile: { webAppRouting: { enabled: true, nginx: { defaultIngressControllerType: "None" } } },
        workloadAutoScalerProfile: { keda: { enabled: true }, verticalPodAutoscaler: { enabled: true } },
        nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
        networkProfile: networkProfile(args, foundation),
    };
}

/** A week. Another value is not among the presets. */
const hoursBetweenImageCleanings = 168;
