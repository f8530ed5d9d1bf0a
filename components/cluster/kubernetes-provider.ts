import { Provider } from "@pulumi/kubernetes/provider";
import type * as pulumi from "@pulumi/pulumi";

/**
 * How to make the provider of each component that has one. Not a field of the class: fields become outputs in the schema
 * for other languages.
 */
const providers = new WeakMap<pulumi.ComponentResource, () => Provider>();

/** Says how the provider of a component is made, on first use: programs that need none do not need kubelogin either. */
export function provideOnDemand(
    component: pulumi.ComponentResource,
    name: string,
    cluster: { id: pulumi.Input<string>; kubeconfig: pulumi.Output<string> },
    dependsOn: pulumi.Input<pulumi.Input<pulumi.Resource>[]>,
): void {
    const config = {
        kubeconfig: cluster.kubeconfig,
        // Without it, another address (an API server that is opened or closed) or another certificate would be taken for
        // another cluster, and every object be deleted and made anew: namespaces with all that runs in them.
        clusterIdentifier: cluster.id,
        deleteUnreachable: true,
    };
    providers.set(component, () => new Provider(name, config, { parent: component, dependsOn }));
}

/** The provider of a component: the same one at every call. */
export function providerOf(component: pulumi.ComponentResource): Provider {
    const create = providers.get(component);
    if (create === undefined) {
        throw new Error("The provider of a cluster can be used once its constructor has run.");
    }
    const provider = create();
    providers.set(component, () => provider);
    return provider;
}
