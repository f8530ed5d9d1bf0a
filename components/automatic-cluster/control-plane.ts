import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { assignControlPlaneRoles, networkRoles, type Scope, type SharedArgs } from "../cluster/identities";

/** The identity of the control plane, and the rights that must be there before the cluster. */
export interface ControlPlane {
    identity: UserAssignedIdentity;
    roleAssignments: pulumi.Resource[];
}

/**
 * User-assigned, as AKS Automatic demands in a network of one's own. It needs the whole virtual network: with rights on
 * the subnets alone, nodes for workloads would not be provisioned.
 * https://learn.microsoft.com/azure/aks/automatic/quick-automatic-custom-network#prerequisites
 */
export function createControlPlane(
    name: string,
    shared: SharedArgs,
    scopes: { virtualNetwork: Scope; nodeSubnet: Scope; privateDnsZone: Scope },
    propagation: pulumi.ResourceHookBinding,
    options: pulumi.CustomResourceOptions,
): ControlPlane {
    const identity = new UserAssignedIdentity(`${name}-control-plane`, shared, options);
    const roleAssignments = assignControlPlaneRoles(name, "AutomaticCluster", networkRoles(scopes), identity, {
        ...options,
        hooks: propagation,
    });
    return { identity, roleAssignments };
}
