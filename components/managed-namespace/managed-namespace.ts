import * as containerservice from "@pulumi/azure-native/containerservice/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { dnsLabel } from "../arguments/names";
import { partsOf } from "../arguments/resource-id";
import { checkArguments } from "../arguments/rules";
import { PodSecurityLevel } from "../policy-assignments/policy-assignments-args";
import { podSecurityPrefix } from "../secure-namespace/namespace-labels";
import { NamespaceTraffic, type ManagedNamespaceArgs } from "./managed-namespace-args";
import { managedNamespaceRules } from "./managed-namespace-rules";

/**
 * A namespace that ARM makes and keeps as it is: with the labels of pod security, a default network policy and a quota.
 * It needs no way to the API server: private clusters can have it from anywhere, and changes of it through the Kubernetes
 * API are refused. `SecureNamespace` does more (DNS, limits of containers), by the Kubernetes API.
 *
 * Practice 6. Microsoft's pages neither name nor exclude the labels of pod security among those that ARM keeps: look at the
 * namespace once it is there (`kubectl get namespace --show-labels`). A namespace of the name must not exist, and goes away with the resource, with everything in it.
 * https://learn.microsoft.com/azure/aks/concepts-managed-namespaces
 *
 * ```ts
 * new aksguard.ManagedNamespace("shop", {
 *     clusterId: cluster.clusterId,
 *     quota: { cpuRequest: "2000m", cpuLimit: "4000m", memoryRequest: "4Gi", memoryLimit: "8Gi" },
 * });
 * ```
 */
export class ManagedNamespace extends pulumi.ComponentResource {
    /** Name of the namespace. Known when it is there. */
    readonly namespaceName: pulumi.Output<string>;
    /** ARM id of the namespace, which Azure roles can be assigned at. */
    readonly managedNamespaceId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: ManagedNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("ManagedNamespace", name, args, managedNamespaceRules(name), opts);
        super("aksguard:index:ManagedNamespace", name, {}, opts);

        const cluster = partsOf(args.clusterId);
        const managedNamespaceName = args.namespaceName ?? dnsLabel(name, 63);
        const namespace = new containerservice.ManagedNamespace(
            name,
            {
                resourceGroupName: cluster.resourceGroupName,
                resourceName: cluster.name,
                location: args.location,
                managedNamespaceName,
                properties: namespaceProperties(args),
                tags: args.tags,
            },
            { parent: this, dependsOn: checked },
        );

        this.namespaceName = pulumi.all([managedNamespaceName, namespace.id]).apply(([known]) => known);
        this.managedNamespaceId = namespace.id;
        this.registerOutputs({
            namespaceName: this.namespaceName,
            managedNamespaceId: this.managedNamespaceId,
        });
    }
}

/** The namespace as ARM takes it. Pods are warned and logged by the strictest standard, whatever is enforced. */
function namespaceProperties({ labels, ingress, egress, quota, podSecurityLevel }: ManagedNamespaceArgs) {
    const podSecurity = {
        [`${podSecurityPrefix}enforce`]: (podSecurityLevel ?? PodSecurityLevel.Restricted).toLowerCase(),
        [`${podSecurityPrefix}audit`]: "restricted",
        [`${podSecurityPrefix}warn`]: "restricted",
    };
    return {
        adoptionPolicy: "Never",
        deletePolicy: "Delete",
        labels: lift(labels ?? {}, (own) => ({ ...own, ...podSecurity })),
        defaultNetworkPolicy: {
            ingress: ingress ?? NamespaceTraffic.DenyAll,
            egress: egress ?? NamespaceTraffic.DenyAll,
        },
        defaultResourceQuota: quota,
    };
}
