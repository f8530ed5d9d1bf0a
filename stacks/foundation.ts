import * as operationalinsights from "@pulumi/azure-native/operationalinsights/index.js";
import * as resources from "@pulumi/azure-native/resources/index.js";
import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../components";
import type { StackConfig } from "./config";

/**
 * What must be there before the cluster: a resource group, a network, a workspace for logs and, where the stack wants a
 * gateway or own keys, a vault. The first three are there in any case, so that a gateway or keys that come later leave the
 * cluster and its logs where they are.
 */
export function foundation(
    name: string,
    config: StackConfig,
    opts: pulumi.ComponentResourceOptions,
): Partial<aksguard.ClusterArgs> {
    const group = new resources.ResourceGroup(name, {}, opts);
    const network = new aksguard.Network(
        name,
        {
            resourceGroupName: group.name,
            egress: config.egress,
            ...(config.ingress !== "" && { ingress: config.ingress }),
        },
        opts,
    );
    // Of the stack and not of the cluster: a vault, whenever it comes, logs to it from its first day.
    const workspace = new operationalinsights.Workspace(
        name,
        { resourceGroupName: group.name, sku: { name: "PerGB2018" }, retentionInDays: 90 },
        opts,
    );
    return {
        resourceGroupName: group.name,
        monitoring: { workspaceId: workspace.id },
        existingNetwork: {
            nodeSubnetId: network.nodeSubnetId,
            apiServerSubnetId: network.apiServerSubnetId,
            privateEndpointSubnetId: network.privateEndpointSubnetId,
            ...(config.ingress !== "" && { ingressSubnetId: network.ingressSubnetId }),
            outboundType: outboundTypes[config.egress],
        },
        ...((config.ingress !== "" || config.ownKeys) && onVault(name, config, group, network, workspace.id, opts)),
    };
}

/** The gateway and the keys, which stand on one vault. */
function onVault(
    name: string,
    config: StackConfig,
    group: resources.ResourceGroup,
    network: aksguard.Network,
    workspaceId: pulumi.Input<string>,
    opts: pulumi.ComponentResourceOptions,
): Partial<aksguard.ClusterArgs> {
    const vault = new aksguard.KeyVault(
        name,
        {
            resourceGroupName: group.name,
            workspaceId,
            privateEndpointSubnetId: network.privateEndpointSubnetId,
            tier: aksguard.KeyVaultTier.Premium,
            lock: config.protect,
            ...(config.ingress === aksguard.NetworkIngress.ApplicationGateway && certificate()),
        },
        opts,
    );
    return {
        ...(config.ownKeys && ownKeys(name, group.name, vault, opts)),
        ...(config.ingress !== "" && { ingress: ingress(config, vault) }),
        // The controller of this gateway reads what AKS made for the nodes.
        ...(config.ingress === aksguard.NetworkIngress.GatewayForContainers && {
            nodeResourceGroupRestriction: aksguard.NodeResourceGroupRestriction.Unrestricted,
        }),
    };
}

const outboundTypes = {
    [aksguard.Egress.NatGateway]: aksguard.OutboundType.NatGateway,
    [aksguard.Egress.Firewall]: aksguard.OutboundType.UserDefinedRouting,
    [aksguard.Egress.None]: aksguard.OutboundType.None,
};

/** Keys for etcd and for disks. */
function ownKeys(
    name: string,
    resourceGroupName: pulumi.Input<string>,
    vault: aksguard.KeyVault,
    opts: pulumi.ComponentResourceOptions,
): Partial<aksguard.ClusterArgs> {
    const keys = new aksguard.EncryptionKeys(
        name,
        { resourceGroupName, keyVaultId: vault.vaultId, tier: aksguard.KeyVaultTier.Premium },
        opts,
    );
    return {
        kms: { keyId: keys.kmsKeyId, keyVaultId: keys.keyVaultId },
        diskEncryptionSetId: keys.diskEncryptionSetId,
    };
}

/** What the gateway serves: the certificate of the configuration, or one that nobody trusts, to try things out. */
function certificate(): Pick<aksguard.KeyVaultArgs, "certificates" | "selfSignedCertificates"> {
    const pfx = new pulumi.Config().getSecret("certificatePfx");
    return pfx === undefined
        ? { selfSignedCertificates: { workload: "workload.example.org" } }
        : { certificates: { workload: pfx } };
}

function ingress({ ingress: gateway, zones }: StackConfig, vault: aksguard.KeyVault): aksguard.ClusterIngressArgs {
    if (gateway !== aksguard.NetworkIngress.ApplicationGateway) {
        return { gateway: aksguard.NetworkIngress.GatewayForContainers };
    }
    return {
        gateway,
        keyVaultId: vault.vaultId,
        certificates: { workload: vault.certificateSecretIds.apply((ids) => ids["workload"] ?? "") },
        ...(zones.length > 0 && { zones }),
    };
}
