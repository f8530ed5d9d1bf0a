import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { LimitRange, Namespace, ResourceQuota, ServiceAccountPatch } from "@pulumi/kubernetes/core/v1/index.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/index.js";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel } from "../arguments/names";
import { checkArguments } from "../arguments/rules";
import { propagationHooks } from "../roles/propagation";
import { namespaceLabels } from "./namespace-labels";
import { ciliumLocalDns, networkPolicies } from "./network-policies";
import { limitRange, resourceQuota } from "./resource-limits";
import { NetworkPolicyEngine, type SecureNamespaceArgs } from "./secure-namespace-args";
import { secureNamespaceRules } from "./secure-namespace-rules";

/**
 * A namespace in which pods can do little unless it is said: pod security at the level Restricted, no traffic but for
 * the resolution of names, limits of CPU and memory for each container and for all together, no load balancers, and no
 * token of the API server for pods that name no service account. Works on any cluster, by `opts.provider`.
 *
 * Practice 6. https://learn.microsoft.com/azure/aks/use-psa
 */
export class SecureNamespace extends pulumi.ComponentResource {
    /** Name of the namespace, known once everything in it is there that holds its pods. */
    readonly namespaceName: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: SecureNamespaceArgs = {}, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("SecureNamespace", name, args, secureNamespaceRules(name), opts);
        super("aksguard:index:SecureNamespace", name, {}, opts);

        const options = {
            parent: this,
            hooks: propagationHooks(`aksguard:SecureNamespace:${name}:role-propagation`, "the API server"),
        };
        const namespaceName = args.namespaceName ?? dnsLabel(name, 63);
        const namespace = createNamespace(name, namespaceName, args, { ...options, dependsOn: checked });
        const inNamespace = { ...options, dependsOn: [namespace] };

        const held = [
            ...createNetworkPolicies(name, namespaceName, args, inNamespace),
            ...createLimits(name, namespaceName, args, inNamespace),
            // It goes with the namespace: Kubernetes would make another one at once.
            createDefaultAccount(name, namespaceName, { ...inNamespace, deletedWith: namespace }),
        ];

        // Whoever puts pods into the namespace finds it held already.
        const ids = pulumi.all(held.map(({ id }) => id));
        this.namespaceName = pulumi.all([namespaceName, ids]).apply(([known]) => known);
        this.registerOutputs({ namespaceName: this.namespaceName });
    }
}

function createNamespace(
    name: string,
    namespaceName: pulumi.Input<string>,
    args: SecureNamespaceArgs,
    options: pulumi.CustomResourceOptions,
): Namespace {
    const { annotations = {} } = args;
    return new Namespace(
        name,
        { metadata: { name: namespaceName, labels: namespaceLabels(args), annotations } },
        options,
    );
}

function createNetworkPolicies(
    name: string,
    namespace: pulumi.Input<string>,
    args: SecureNamespaceArgs,
    options: pulumi.CustomResourceOptions,
): pulumi.CustomResource[] {
    const policies: pulumi.CustomResource[] = networkPolicies(args).map(
        ({ name: policy, spec }) =>
            new NetworkPolicy(`${name}-${policy}`, { metadata: { name: policy, namespace }, spec }, options),
    );
    const { networkPolicyEngine = NetworkPolicyEngine.Cilium } = args;
    if (networkPolicyEngine === NetworkPolicyEngine.Cilium) {
        const localDns = {
            apiVersion: "cilium.io/v2",
            kind: "CiliumNetworkPolicy",
            metadata: { name: "allow-localdns", namespace },
            spec: ciliumLocalDns,
        };
        policies.push(new CustomResource(`${name}-allow-localdns`, localDns, options));
    }
    return policies;
}

function createLimits(
    name: string,
    namespace: pulumi.Input<string>,
    args: SecureNamespaceArgs,
    options: pulumi.CustomResourceOptions,
): pulumi.CustomResource[] {
    return [
        new LimitRange(name, { metadata: { name: "containers", namespace }, spec: limitRange(args) }, options),
        new ResourceQuota(name, { metadata: { name: "namespace", namespace }, spec: resourceQuota(args) }, options),
    ];
}

/**
 * Kubernetes makes this account itself, in the moment after the namespace: the provider refuses to make what is there. A
 * patch makes it or adds to it, whichever comes first.
 */
function createDefaultAccount(
    name: string,
    namespace: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
): ServiceAccountPatch {
    const metadata = { name: "default", namespace };
    return new ServiceAccountPatch(name, { metadata, automountServiceAccountToken: false }, options);
}
