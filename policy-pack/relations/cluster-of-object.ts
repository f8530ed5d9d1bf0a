import { managedCluster } from "../resources/managed-cluster";
import type { Stack, StackResource } from "../stack-policy";

/**
 * The clusters that a Kubernetes object is in, as far as the stack tells: those that the kubeconfig of its provider is
 * made from, or the only one there is. `undefined` where it may be any.
 */
export function clustersOf(object: StackResource, stack: Stack): readonly StackResource[] | undefined {
    if (object.clusters.length > 0) return object.clusters;
    const all = stack.of(managedCluster);
    return all.length === 1 ? all.map(({ resource }) => resource) : undefined;
}
