import { getManagedCluster, type GetManagedClusterResult } from "@pulumi/azure-native/containerservice/index.js";
import type { Provider as KubernetesProvider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { parseResourceId } from "../arguments/resource-id";
import { checkArguments } from "../arguments/rules";
import { userKubeconfig } from "../cluster/kubeconfig";
import { provideOnDemand, providerOf } from "../cluster/kubernetes-provider";
import type { ClusterConnectionArgs } from "./cluster-connection-args";
import { clusterConnectionRules } from "./cluster-connection-rules";

/**
 * A cluster that exists, however it was made: what the other components ask of one, and a provider that signs in by
 * kubelogin. It creates nothing in Azure and changes nothing of the cluster.
 *
 * ```ts
 * const existing = new aksguard.ClusterConnection("shared", { clusterId });
 * new aksguard.SecureNamespace("shop", {}, { provider: existing.provider });
 * ```
 *
 * Practice 3. https://learn.microsoft.com/azure/aks/kubelogin-authentication
 */
export class ClusterConnection extends pulumi.ComponentResource {
    /** ARM id of the cluster. */
    readonly clusterId: pulumi.Output<string>;
    /** Name of the cluster in Azure. */
    readonly clusterName: pulumi.Output<string>;
    /** Name of the resource group of the cluster. */
    readonly resourceGroupName: pulumi.Output<string>;
    /** Azure region of the cluster. */
    readonly location: pulumi.Output<string>;
    /** Name of the resource group that AKS makes for nodes and load balancers. */
    readonly nodeResourceGroupName: pulumi.Output<string>;
    /** Issuer of the tokens of service accounts, for `WorkloadIdentity`. Empty where the cluster has none. */
    readonly oidcIssuerUrl: pulumi.Output<string>;
    /** Object id of the identity that pulls images, for the right to pull. Empty where the cluster has a service principal. */
    readonly kubeletPrincipalId: pulumi.Output<string>;
    /** Kubeconfig that signs in by kubelogin. It holds no credential, and is secret all the same. */
    readonly kubeconfig: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: ClusterConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("ClusterConnection", name, args, clusterConnectionRules, opts);
        super("aksguard:index:ClusterConnection", name, {}, opts);

        const cluster = findCluster(name, args.clusterId, this);

        this.clusterId = pulumi.output(args.clusterId);
        this.clusterName = cluster.name;
        this.resourceGroupName = cluster.apply(({ id }) => parseResourceId(id)?.resourceGroupName ?? "");
        this.location = cluster.location;
        this.nodeResourceGroupName = cluster.apply(({ nodeResourceGroup }) => nodeResourceGroup ?? "");
        this.oidcIssuerUrl = cluster.apply(({ oidcIssuerProfile }) => oidcIssuerProfile?.issuerURL ?? "");
        this.kubeletPrincipalId = cluster.apply(
            ({ identityProfile }) => identityProfile?.["kubeletidentity"]?.objectId ?? "",
        );
        this.kubeconfig = userKubeconfig(
            { resourceGroupName: this.resourceGroupName, resourceName: this.clusterName },
            args.kubeloginMode,
            this,
        );
        provideOnDemand(this, name, { id: args.clusterId, kubeconfig: this.kubeconfig }, checked);
        this.registerOutputs({
            clusterId: this.clusterId,
            clusterName: this.clusterName,
            resourceGroupName: this.resourceGroupName,
            location: this.location,
            nodeResourceGroupName: this.nodeResourceGroupName,
            oidcIssuerUrl: this.oidcIssuerUrl,
            kubeletPrincipalId: this.kubeletPrincipalId,
            kubeconfig: this.kubeconfig,
        });
    }

    /**
     * A provider for Kubernetes objects of this cluster, for `opts.provider`. It signs in by kubelogin, which must be on
     * PATH, and forgets objects when the cluster is gone. Made on first use.
     */
    get provider(): KubernetesProvider {
        return providerOf(this);
    }
}

/** The cluster as Azure has it; that there is none is a mistake of the user's, and said in words. */
function findCluster(
    name: string,
    clusterId: pulumi.Input<string>,
    parent: pulumi.Resource,
): pulumi.Output<GetManagedClusterResult> {
    return pulumi.output(clusterId).apply(async (id) => {
        const { resourceGroupName = "", names: [resourceName = ""] = [] } = parseResourceId(id) ?? {};
        try {
            return await getManagedCluster({ resourceGroupName, resourceName }, { parent });
        } catch (cause) {
            if (!String(cause).includes("NotFound")) {
                throw cause;
            }
            const error = new pulumi.RunError(
                `ClusterConnection "${name}": the cluster ${id} was not found. Set the id that \`az aks show --query id\` prints.`,
            );
            // Where the error ends a promise, Pulumi prints the stack even so.
            error.stack = error.message;
            throw error;
        }
    });
}
