import type { ManagedCluster } from "@pulumi/azure-native/containerservice/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ApplicationGatewayIngress } from "../application-gateway-ingress/application-gateway-ingress";
import { assignControllerRoles } from "../application-gateway-ingress/controller-roles";
import { ClusterAccess } from "../cluster-access/cluster-access";
import { ClusterRole } from "../cluster-access/cluster-access-args";
import { DeploymentSafeguards } from "../deployment-safeguards/deployment-safeguards";
import { GatewayForContainersIngress } from "../gateway-for-containers-ingress/gateway-for-containers-ingress";
import { Kured } from "../kured/kured";
import { MaintenanceWindows } from "../maintenance-windows/maintenance-windows";
import { Monitoring } from "../monitoring/monitoring";
import { NetworkIngress } from "../network/network-args";
import { NodePool } from "../node-pool/node-pool";
import { assignRole } from "../roles/role-assignment";
import { NodeUpdates, type ClusterArgs } from "./cluster-args";
import { namespacesOutsidePolicies, withNames } from "./cluster-policies";
import type { SharedArgs } from "./identities";

/*
 * What is attached to a cluster once it is there.
 */

/** One after the other: AKS refuses to change two pools at the same time. */
export function createNodePools(
    name: string,
    { nodePools = [{ name: "workload" }], kubernetesVersion, tags }: ClusterArgs,
    clusterId: pulumi.Output<string>,
    subnetId: pulumi.Input<string>,
    parent: pulumi.Resource,
): NodePool[] {
    const created: NodePool[] = [];
    for (const pool of nodePools) {
        const before = created.slice(-1);
        const args = { ...pool, kubernetesVersion, clusterId, subnetId, tags };
        created.push(new NodePool(`${name}-${pool.name}`, args, { parent, dependsOn: before }));
    }
    return created;
}

export function createAccess(
    name: string,
    { grants = [], groups = [] }: Pick<ClusterArgs, "grants" | "groups">,
    clusterId: pulumi.Output<string>,
    deployer: { objectId: pulumi.Input<string>; subscriptionId: pulumi.Input<string> },
    propagation: pulumi.ResourceHookBinding,
    parent: pulumi.Resource,
    component = "Cluster",
): { groupIds: pulumi.Output<Record<string, string>>; roles: pulumi.Resource[] } {
    // A name of its own: programs have a ClusterAccess of the cluster's name beside it, or a grant called `deployer`.
    const access = new ClusterAccess(
        `${name}-access`,
        { clusterId, grants, groups: groups.map((group) => ({ displayName: `${name}-${group.name}`, ...group })) },
        { parent },
    );
    if ([...grants, ...groups].some(({ role }) => role === ClusterRole.ClusterAdmin)) {
        return { groupIds: access.groupIds, roles: [access] };
    }
    const assign = (suffix: string, role: "AksClusterUser" | "AksRbacClusterAdmin", description: string) =>
        assignRole(
            `${name}-${suffix}`,
            // No principalType: it may be a user or a service principal, and it certainly exists.
            {
                component,
                role,
                scope: clusterId,
                principalId: deployer.objectId,
                subscriptionId: deployer.subscriptionId,
                description,
            },
            { parent, hooks: propagation },
        );
    return {
        groupIds: access.groupIds,
        roles: [
            access,
            assign("deployer-kubeconfig", "AksClusterUser", "The deploying principal fetches the kubeconfig."),
            assign(
                "deployer",
                "AksRbacClusterAdmin",
                "The deploying principal is not locked out: nobody else was named.",
            ),
        ],
    };
}

/** AKS refuses to write windows while a pool is being made. */
export function createMaintenanceWindows(
    name: string,
    { maintenance }: Pick<ClusterArgs, "maintenance">,
    clusterId: pulumi.Output<string>,
    options: pulumi.ComponentResourceOptions,
): MaintenanceWindows {
    return new MaintenanceWindows(`${name}-maintenance`, { ...maintenance, clusterId }, options);
}

/** What the control plane and the nodes tell, into the workspace that the cluster was made with. */
export function createMonitoring(
    name: string,
    { monitoring = {} }: Pick<ClusterArgs, "monitoring">,
    cluster: { clusterId: pulumi.Output<string>; workspaceId: pulumi.Input<string> },
    shared: SharedArgs,
    options: pulumi.ComponentResourceOptions,
): Monitoring {
    const { logCategories, collectionInterval, excludedNamespaces } = monitoring;
    return new Monitoring(
        `${name}-monitoring`,
        { ...shared, ...cluster, logCategories, collectionInterval, excludedNamespaces },
        options,
    );
}

/** What AKS demands of workloads. */
export function createSafeguards(
    name: string,
    args: ClusterArgs,
    clusterId: pulumi.Output<string>,
    options: pulumi.ComponentResourceOptions,
): DeploymentSafeguards {
    const excludedNamespaces = withNames(args.safeguards?.excludedNamespaces, namespacesOutsidePolicies(args));
    return new DeploymentSafeguards(
        `${name}-safeguards`,
        { ...args.safeguards, excludedNamespaces, clusterId },
        options,
    );
}

/** Restarts nodes that patch themselves, where that was chosen. */
export function createKured(
    name: string,
    { nodeUpdates, kured }: ClusterArgs,
    provider: () => pulumi.ProviderResource,
    parent: pulumi.Resource,
): Kured | undefined {
    return nodeUpdates === NodeUpdates.Kured
        ? new Kured(`${name}-kured`, kured, { parent, provider: provider() })
        : undefined;
}

/**
 * The rights of the ingress add-on, whose identity is made with the cluster: without all four it writes nothing to the
 * gateway. https://learn.microsoft.com/azure/application-gateway/tutorial-ingress-controller-add-on-existing
 */
export function letAddOnConfigureGateway(
    name: string,
    gateway: ApplicationGatewayIngress,
    cluster: ManagedCluster,
    options: pulumi.CustomResourceOptions,
): void {
    assignControllerRoles(
        `${name}-ingress-controller`,
        {
            component: "Cluster",
            // Unit tests of programs have no answers of Azure.
            principalId: cluster.addonProfiles.apply(
                (addOns: Record<string, { identity?: { objectId?: string } }> | undefined) =>
                    addOns?.["ingressApplicationGateway"]?.identity?.objectId ?? "",
            ),
            applicationGatewayId: gateway.applicationGatewayId,
            resourceGroupId: gateway.resourceGroupId,
            gatewaySubnetId: gateway.gatewaySubnetId,
            gatewayIdentityId: gateway.gatewayIdentityId,
        },
        options,
    );
}

/** The successor of that gateway, with its controller in the cluster, where that was chosen. */
export function createGatewayForContainers(
    name: string,
    { ingress }: ClusterArgs,
    cluster: {
        clusterId: pulumi.Output<string>;
        oidcIssuerUrl: pulumi.Output<string>;
        nodeResourceGroupName: pulumi.Output<string>;
        workspaceId: pulumi.Input<string>;
        subnetId: pulumi.Input<string> | undefined;
    },
    shared: SharedArgs,
    provider: () => pulumi.ProviderResource,
    parent: pulumi.Resource,
): GatewayForContainersIngress | undefined {
    if (ingress?.gateway !== NetworkIngress.GatewayForContainers) {
        return undefined;
    }
    return new GatewayForContainersIngress(
        `${name}-ingress`,
        {
            ...shared,
            ...cluster,
            subnetId: cluster.subnetId ?? "",
            webApplicationFirewall: ingress.webApplicationFirewall,
        },
        { parent, provider: provider() },
    );
}
