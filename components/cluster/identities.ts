import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { partsOf } from "../arguments/resource-id";
import type { BuiltInRole } from "../roles/built-in-roles";
import { assignRole } from "../roles/role-assignment";
import { KeyVaultAccess, type ClusterKmsArgs } from "./cluster-args";

/** Something that the control plane needs rights on. */
export interface Scope {
    id: pulumi.Input<string>;
    subscriptionId: pulumi.Input<string>;
}

/** A scope that the user handed in. */
export function givenScope(id: pulumi.Input<string>): Scope {
    return { id, subscriptionId: partsOf(id).subscriptionId };
}

/** The vault of the key that encrypts etcd. */
export function keyVaultScope(kms: ClusterKmsArgs | undefined): ControlPlaneScopes["keyVault"] {
    return kms && { ...givenScope(kms.keyVaultId), isPrivate: kms.keyVaultAccess !== KeyVaultAccess.Public };
}

/** What the control plane of a cluster needs rights on. */
export interface ControlPlaneScopes {
    virtualNetwork: Scope;
    nodeSubnet: Scope;
    apiServerSubnet?: Scope | undefined;
    /** Absent where the API server is public and stays so. */
    privateDnsZone?: Scope | undefined;
    /** Vault of the key that encrypts etcd. Absent where Azure's own keys do. */
    keyVault?: (Scope & { isPrivate: boolean }) | undefined;
    /** Disk encryption set of nodes and volumes. Absent where Azure's own keys encrypt. */
    diskEncryptionSet?: Scope | undefined;
}

/** The two identities of a cluster, and the rights that must be there before it. */
export interface ClusterIdentities {
    /** Manages what the cluster has in Azure: load balancers, routes, records of the private zone. */
    controlPlane: UserAssignedIdentity;
    /** Pulls images. Made before the cluster, so that rights to pull can be there before anything pulls. */
    kubelet: UserAssignedIdentity;
    roleAssignments: pulumi.Resource[];
}

/** What every resource of the cluster takes. */
export interface SharedArgs {
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string>;
    tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/**
 * User-assigned, because an identity that Azure makes with the cluster has no rights at the moment that the cluster
 * needs them. https://learn.microsoft.com/azure/aks/use-managed-identity
 */
export function createIdentities(
    name: string,
    shared: SharedArgs,
    scopes: ControlPlaneScopes,
    subscriptionId: pulumi.Input<string>,
    propagation: pulumi.ResourceHookBinding,
    options: pulumi.CustomResourceOptions,
): ClusterIdentities {
    const controlPlane = new UserAssignedIdentity(`${name}-control-plane`, shared, options);
    const kubelet = new UserAssignedIdentity(`${name}-kubelet`, shared, options);
    const roles: ControlPlaneRole[] = [
        ...networkRoles(scopes),
        ...keyVaultRoles(scopes.keyVault),
        ...diskRoles(scopes.diskEncryptionSet),
        {
            suffix: "kubelet-operator",
            role: "ManagedIdentityOperator",
            scope: { id: kubelet.id, subscriptionId },
            description: "The control plane gives the kubelet identity to nodes.",
        },
    ];
    return {
        controlPlane,
        kubelet,
        roleAssignments: assignControlPlaneRoles(name, "Cluster", roles, controlPlane, {
            ...options,
            hooks: propagation,
        }),
    };
}

/** Gives the identity of a control plane its rights. */
export function assignControlPlaneRoles(
    name: string,
    component: string,
    roles: readonly ControlPlaneRole[],
    { principalId }: UserAssignedIdentity,
    options: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
    return roles.map(({ suffix, role, scope, description }) =>
        assignRole(
            `${name}-${suffix}`,
            {
                component,
                role,
                scope: scope.id,
                subscriptionId: scope.subscriptionId,
                principalId,
                principalType: "ServicePrincipal",
                description,
            },
            options,
        ),
    );
}

/** A right of the control plane. */
export interface ControlPlaneRole {
    suffix: string;
    role: BuiltInRole;
    scope: Scope;
    description: string;
}

/**
 * The least that the control plane needs: the subnets, or with an own private zone the whole virtual network, which it
 * links to the zone. https://learn.microsoft.com/azure/aks/private-clusters#configure-private-dns-zone
 */
export function networkRoles(scopes: ControlPlaneScopes): ControlPlaneRole[] {
    const { virtualNetwork, nodeSubnet, apiServerSubnet, privateDnsZone } = scopes;
    const joins = {
        role: "NetworkContributor",
        description: "The control plane joins nodes and the API server.",
    } as const;
    if (privateDnsZone !== undefined) {
        return [
            { suffix: "network", ...joins, scope: virtualNetwork },
            {
                suffix: "zone",
                role: "PrivateDnsZoneContributor",
                scope: privateDnsZone,
                description: "The control plane writes the record of the API server.",
            },
        ];
    }
    return [
        { suffix: "nodes-network", ...joins, scope: nodeSubnet },
        ...(apiServerSubnet ? [{ suffix: "api-server-network", ...joins, scope: apiServerSubnet }] : []),
    ];
}

/**
 * The right to encrypt and decrypt, and on a closed vault the one to make a private endpoint.
 * https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption
 */
function keyVaultRoles(keyVault: ControlPlaneScopes["keyVault"]): ControlPlaneRole[] {
    if (keyVault === undefined) {
        return [];
    }
    const uses = {
        suffix: "kms",
        role: "KeyVaultCryptoUser",
        scope: keyVault,
        description: "The control plane encrypts etcd by a key of the vault.",
    } as const;
    const connects = {
        suffix: "kms-endpoint",
        role: "KeyVaultContributor",
        scope: keyVault,
        description: "The control plane connects to the closed vault by a private endpoint.",
    } as const;
    return keyVault.isPrivate ? [uses, connects] : [uses];
}

/** https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys */
function diskRoles(diskEncryptionSet: Scope | undefined): ControlPlaneRole[] {
    return diskEncryptionSet === undefined
        ? []
        : [
              {
                  suffix: "disks",
                  role: "Reader",
                  scope: diskEncryptionSet,
                  description: "The control plane reads the set that encrypts the disks of nodes and volumes.",
              },
          ];
}
