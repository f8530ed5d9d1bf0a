import * as authorization from "@pulumi/azure-native/authorization/index.js";
import {
    listManagedClusterUserCredentialsOutput,
    ManagedCluster,
} from "@pulumi/azure-native/containerservice/index.js";
import { Provider as KubernetesProvider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { ClusterAccess } from "../cluster-access/cluster-access";
import { ClusterRole } from "../cluster-access/cluster-access-args";
import { NodePool } from "../node-pool/node-pool";
import { propagationHooks } from "../roles/propagation";
import { assignRole } from "../roles/role-assignment";
import { apiServerHooks } from "./api-server-hook";
import type { ClusterArgs } from "./cluster-args";
import { clusterRules } from "./cluster-rules";
import { findOrCreateNetwork, findOrCreatePrivateDnsZone, findOrCreateResourceGroup } from "./foundation";
import { createIdentities } from "./identities";
import { kubeloginKubeconfig } from "./kubeconfig";
import { managedClusterArgs } from "./managed-cluster-args";

/**
 * A hardened AKS cluster with what it stands on: network and egress, private DNS zone, identities with their rights,
 * node pools, and access by Entra ID. Without any argument it is private; each relaxation is one named argument.
 *
 * Practices 1 (API server closed), 2 (private, nodes without public addresses), 3 (Entra ID with Azure RBAC, no local
 * accounts, managed and workload identity) and 5 (no dashboard).
 *
 * ```ts
 * const cluster = new aksguard.Cluster("prod");
 * ```
 */
export class Cluster extends pulumi.ComponentResource {
    /** ARM id of the cluster. */
    readonly clusterId: pulumi.Output<string>;
    /** Name of the cluster in Azure, as `az aks` takes it. */
    readonly clusterName: pulumi.Output<string>;
    /** Name of the resource group of the cluster. */
    readonly resourceGroupName: pulumi.Output<string>;
    /** Name of the resource group that AKS makes for nodes and load balancers. */
    readonly nodeResourceGroupName: pulumi.Output<string>;
    /** Name that the API server is reached by, in the private zone where it is private. */
    readonly apiServerFqdn: pulumi.Output<string>;
    /** Issuer of the tokens of service accounts, for `WorkloadIdentity`. */
    readonly oidcIssuerUrl: pulumi.Output<string>;
    /** Kubeconfig that signs in by kubelogin. It holds no credential, and is secret all the same. */
    readonly kubeconfig: pulumi.Output<string>;
    /** Object id of the identity of the control plane. */
    readonly controlPlanePrincipalId: pulumi.Output<string>;
    /** Object id of the identity that pulls images, for the right to pull. */
    readonly kubeletPrincipalId: pulumi.Output<string>;
    /** ARM id of the virtual network of the nodes. */
    readonly virtualNetworkId: pulumi.Output<string>;
    /** ARM id of the subnet of the nodes. */
    readonly nodeSubnetId: pulumi.Output<string>;
    /** Object ids of the groups that were created in Entra ID, by the `name` of each. */
    readonly groupIds: pulumi.Output<Record<string, string>>;

    /**
     * @param name at most 55 letters, digits, inner hyphens and underscores: prefix of the names of all resources.
     * @throws every argument that cannot work, in one error, before anything is registered.
     */
    constructor(name: string, args: ClusterArgs = {}, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("Cluster", name, args, clusterRules(name), opts);
        super("aksguard:index:Cluster", name, {}, opts);

        const options = { parent: this, dependsOn: checked };
        const deployer = authorization.getClientConfigOutput({ parent: this });
        const { subscriptionId } = deployer;
        const propagation = propagationHooks(`aksguard:Cluster:${name}:role-propagation`);

        const shared = findOrCreateResourceGroup(name, args, options);
        const network = findOrCreateNetwork(name, args, shared, subscriptionId, options);
        const zone = findOrCreatePrivateDnsZone(
            name,
            args,
            shared,
            network.scopes.virtualNetwork.id,
            subscriptionId,
            options,
        );
        const identities = createIdentities(
            name,
            shared,
            { ...network.scopes, privateDnsZone: zone?.scope },
            subscriptionId,
            propagation,
            options,
        );
        const cluster = new ManagedCluster(
            name,
            managedClusterArgs(args, {
                resourceGroupName: shared.resourceGroupName,
                location: shared.location,
                dnsPrefix: dnsLabel(name, longestDnsPrefix),
                nodeSubnetId: network.scopes.nodeSubnet.id,
                apiServerSubnetId: network.scopes.apiServerSubnet?.id,
                outboundType: network.outboundType,
                egressIpAddresses: network.egressIpAddresses,
                privateDnsZoneId: zone?.scope.id,
                controlPlaneIdentityId: identities.controlPlane.id,
                kubeletIdentity: {
                    resourceId: identities.kubelet.id,
                    clientId: identities.kubelet.clientId,
                    objectId: identities.kubelet.principalId,
                },
            }),
            {
                parent: this,
                dependsOn: [...identities.roleAssignments, ...(zone?.links ?? [])],
                hooks: { ...propagation, ...apiServerHooks(`aksguard:Cluster:${name}:api-server`) },
            },
        );
        const nodePools = createNodePools(name, args, cluster.id, network.scopes.nodeSubnet.id, this);
        const access = createAccess(name, args, cluster.id, deployer, propagation, this);

        this.clusterId = cluster.id;
        this.clusterName = cluster.name;
        this.resourceGroupName = pulumi.output(shared.resourceGroupName);
        this.nodeResourceGroupName = cluster.nodeResourceGroup.apply((group) => group ?? "");
        this.apiServerFqdn = pulumi
            .all([cluster.privateFQDN, cluster.fqdn])
            .apply(([privateFqdn, fqdn]) => privateFqdn || fqdn);
        this.oidcIssuerUrl = cluster.oidcIssuerProfile.apply((profile) => profile?.issuerURL ?? "");
        this.kubeconfig = userKubeconfig(cluster, shared.resourceGroupName, args.kubeloginMode, this);
        this.controlPlanePrincipalId = identities.controlPlane.principalId;
        this.kubeletPrincipalId = identities.kubelet.principalId;
        this.virtualNetworkId = pulumi.output(network.scopes.virtualNetwork.id);
        this.nodeSubnetId = pulumi.output(network.scopes.nodeSubnet.id);
        this.groupIds = access.groupIds;
        providers.set(this, () => createProvider(name, this, [...access.roles, ...nodePools]));
        this.registerOutputs({
            clusterId: this.clusterId,
            clusterName: this.clusterName,
            resourceGroupName: this.resourceGroupName,
            nodeResourceGroupName: this.nodeResourceGroupName,
            apiServerFqdn: this.apiServerFqdn,
            oidcIssuerUrl: this.oidcIssuerUrl,
            kubeconfig: this.kubeconfig,
            controlPlanePrincipalId: this.controlPlanePrincipalId,
            kubeletPrincipalId: this.kubeletPrincipalId,
            virtualNetworkId: this.virtualNetworkId,
            nodeSubnetId: this.nodeSubnetId,
            groupIds: this.groupIds,
        });
    }

    /**
     * A provider for Kubernetes objects of this cluster, for `opts.provider`. It signs in by kubelogin, which must be
     * on PATH, waits for roles and node pools, and forgets objects when the cluster is gone. Made on first use. A
     * private cluster is reached only from inside of its network.
     */
    get provider(): KubernetesProvider {
        const create = providers.get(this);
        if (create === undefined) {
            throw new Error("The provider of a cluster can be used once its constructor has run.");
        }
        const provider = create();
        providers.set(this, () => provider);
        return provider;
    }
}

/**
 * The provider of each cluster, or how to make it. Not a field of the class: fields become outputs in the schema for
 * other languages.
 */
const providers = new WeakMap<Cluster, () => KubernetesProvider>();

/** Longest DNS prefix that AKS takes. */
const longestDnsPrefix = 54;

/** One after the other: AKS refuses to change two pools at the same time. */
function createNodePools(
    name: string,
    { nodePools = [{ name: "workload" }], tags }: ClusterArgs,
    clusterId: pulumi.Output<string>,
    subnetId: pulumi.Input<string>,
    parent: pulumi.Resource,
): NodePool[] {
    const created: NodePool[] = [];
    for (const pool of nodePools) {
        const before = created.slice(-1);
        const args = { ...pool, clusterId, subnetId, tags };
        created.push(new NodePool(`${name}-${pool.name}`, args, { parent, dependsOn: before }));
    }
    return created;
}

function createAccess(
    name: string,
    { grants = [], groups = [] }: ClusterArgs,
    clusterId: pulumi.Output<string>,
    deployer: { objectId: pulumi.Input<string>; subscriptionId: pulumi.Input<string> },
    propagation: pulumi.ResourceHookBinding,
    parent: pulumi.Resource,
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
                component: "Cluster",
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

function userKubeconfig(
    cluster: ManagedCluster,
    resourceGroupName: pulumi.Input<string>,
    mode: ClusterArgs["kubeloginMode"],
    parent: pulumi.Resource,
): pulumi.Output<string> {
    const credentials = listManagedClusterUserCredentialsOutput(
        { resourceGroupName, resourceName: cluster.name },
        { parent },
    );
    return pulumi.secret(
        credentials.kubeconfigs.apply(([first]) => {
            const source = Buffer.from(first?.value ?? "", "base64").toString("utf8");
            return kubeloginKubeconfig(source, mode);
        }),
    );
}

function createProvider(name: string, cluster: Cluster, dependsOn: pulumi.Resource[]): KubernetesProvider {
    return new KubernetesProvider(
        name,
        { kubeconfig: cluster.kubeconfig, deleteUnreachable: true },
        { parent: cluster, dependsOn },
    );
}
