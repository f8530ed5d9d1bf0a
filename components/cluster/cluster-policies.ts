import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { registryNameOf } from "../container-registry/registry-args";
import { albControllerNamespaceName } from "../gateway-for-containers-ingress/gateway-for-containers-ingress-args";
import { kuredImage, kuredNamespaceName } from "../kured/kured-args";
import { NetworkIngress } from "../network/network-args";
import type { ClusterPolicyArgs } from "../policy-assignments/policy-assignments-args";
import { NodeUpdates, type ClusterArgs } from "./cluster-args";

type Names = pulumi.Input<pulumi.Input<string>[]>;

/** What decides about the policies of a cluster. */
export type PolicySources = Pick<ClusterArgs, "policies" | "nodeUpdates" | "kured" | "registry" | "ingress">;

/** Namespaces of what a cluster is created with that policies on pods must leave out. */
export function namespacesOutsidePolicies({ nodeUpdates, kured, ingress }: PolicySources): pulumi.Input<string>[] {
    return [
        ...(nodeUpdates === NodeUpdates.Kured ? [kured?.namespaceName ?? kuredNamespaceName] : []),
        ...(ingress?.gateway === NetworkIngress.GatewayForContainers ? [albControllerNamespaceName] : []),
    ];
}

/** A list and more; a plain list stays one. */
export function withNames(names: Names | undefined, more: readonly pulumi.Input<string>[]): Names {
    return lift(names ?? [], (known) => [...known, ...more]);
}

/**
 * What the policies of a cluster get beyond what the user wrote: the namespace of kured is left out, and an expression on
 * images must let kured and the registry of the cluster pass.
 */
export function additionsToPolicies(
    name: string,
    args: PolicySources,
): { excludedNamespaces: Names; neededImages: Names } {
    const { policies, nodeUpdates, kured, registry } = args;
    const images = [
        ...(nodeUpdates === NodeUpdates.Kured ? [kured?.image ?? kuredImage] : []),
        ...(registry ? [lift(registryNameOf(`${name}-registry`, registry), (host) => `${host}.azurecr.io`)] : []),
    ];
    return {
        excludedNamespaces: withNames(policies?.excludedNamespaces, namespacesOutsidePolicies(args)),
        neededImages: withNames(policies?.containerImages?.neededImages, images),
    };
}

/** The policies of a cluster with these additions. */
export function policiesOf(name: string, args: PolicySources): ClusterPolicyArgs {
    const { excludedNamespaces, neededImages } = additionsToPolicies(name, args);
    const images = args.policies?.containerImages;
    return {
        ...args.policies,
        excludedNamespaces,
        ...(images && { containerImages: { ...images, neededImages } }),
    };
}

/** The same for a rule, which reads no more than it asks for. */
export function judgedPolicies(name: string, args: pulumi.Unwrap<PolicySources>): pulumi.Unwrap<ClusterPolicyArgs> {
    const { policies = {} } = args;
    const added = additionsToPolicies(name, args) as {
        excludedNamespaces: string[];
        neededImages: string[];
    };
    const images = policies.containerImages;
    return inheriting<pulumi.Unwrap<ClusterPolicyArgs>>(policies, {
        excludedNamespaces: added.excludedNamespaces,
        ...(images && { containerImages: inheriting(images, { neededImages: added.neededImages }) }),
    });
}

/**
 * An object with some properties in place of those of another. Inherited, not copied: in a rule, a copy would read all of
 * it, and what is late would keep the rest from being judged.
 */
export function inheriting<Base extends object>(base: Base, properties: Partial<Base>): Base {
    return Object.create(base, Object.getOwnPropertyDescriptors(properties)) as Base;
}
