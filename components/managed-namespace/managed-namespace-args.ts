import type * as pulumi from "@pulumi/pulumi";
import type { PodSecurityLevel } from "../policy-assignments/policy-assignments-args";

/** Whom the pods of a managed namespace reach, or are reached by, where no other NetworkPolicy says more. */
export const NamespaceTraffic = {
    /** Nobody. Outgoing, this includes the cluster's DNS: a NetworkPolicy of the workload must allow it. */
    DenyAll: "DenyAll",
    /** Pods of the same namespace. Outgoing, this excludes the cluster's DNS as well. */
    AllowSameNamespace: "AllowSameNamespace",
    /** Everybody. What it costs: a pod that was taken over reaches, or is reached by, all others. */
    AllowAll: "AllowAll",
} as const;
export type NamespaceTraffic = (typeof NamespaceTraffic)[keyof typeof NamespaceTraffic];

/** What all pods of a namespace may use together. */
export interface NamespaceQuotaArgs {
    /** Sum of CPU requests, in thousandths of a core: "2000m". */
    cpuRequest: pulumi.Input<string>;

    /** Sum of CPU limits, in thousandths of a core: "4000m". */
    cpuLimit: pulumi.Input<string>;

    /** Sum of memory requests, with a binary unit: "4Gi". */
    memoryRequest: pulumi.Input<string>;

    /** Sum of memory limits, with a binary unit: "8Gi". */
    memoryLimit: pulumi.Input<string>;
}

/** A namespace that ARM keeps as it is. */
export interface ManagedNamespaceArgs {
    /** ARM id of the cluster. */
    clusterId: pulumi.Input<string>;

    /**
     * Azure region of the cluster. Default: the location of the provider's configuration.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /**
     * Name of the namespace: at most 63 lower-case letters, digits and inner hyphens. Default: the name of the component, in
     * such letters. Renaming makes another namespace.
     *
     * @default - the name of the component
     */
    namespaceName?: pulumi.Input<string>;

    /**
     * The pod security standard that pods must meet. Default: Restricted. Baseline lets in pods that run as root.
     *
     * @default PodSecurityLevel.Restricted
     */
    podSecurityLevel?: PodSecurityLevel;

    /**
     * Who reaches the pods. Default: DenyAll. Whoever may write NetworkPolicies in the namespace can allow more.
     *
     * @default NamespaceTraffic.DenyAll
     */
    ingress?: NamespaceTraffic;

    /**
     * Whom the pods reach. Default: DenyAll, the cluster's DNS included. Whoever may write NetworkPolicies in the namespace
     * can allow more.
     *
     * @default NamespaceTraffic.DenyAll
     */
    egress?: NamespaceTraffic;

    /** What all pods of the namespace may use together: one namespace cannot take the others' room. */
    quota: NamespaceQuotaArgs;

    /**
     * Labels of the namespace beside those of pod security. Default: none.
     *
     * @default - none
     */
    labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /** Tags of the resource in ARM. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
