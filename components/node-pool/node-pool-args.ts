import type * as pulumi from "@pulumi/pulumi";

/** What AKS uses a pool for. */
export const NodePoolMode = {
    /** For workloads. */
    User: "User",
    /** For the add-ons of AKS, which every cluster needs one pool for. */
    System: "System",
} as const;
export type NodePoolMode = (typeof NodePoolMode)[keyof typeof NodePoolMode];

/** Size and shape of a pool. */
export interface NodePoolShapeArgs {
    /**
     * Size of the virtual machines. Default: Standard_D4ds_v5. It cannot be changed: add a pool of another name, move
     * the workloads, remove the old one.
     *
     * @default "Standard_D4ds_v5"
     */
    vmSize?: pulumi.Input<string>;

    /**
     * Fewest nodes that the autoscaler keeps. Default: 2, so that one node can be upgraded.
     *
     * @default 2
     */
    minCount?: pulumi.Input<number>;

    /**
     * Most nodes that the autoscaler adds. Default: 5, or `minCount` where that is more.
     *
     * @default 5
     */
    maxCount?: pulumi.Input<number>;

    /**
     * Availability zones that nodes are spread over, such as "1", "2", "3". Default: none, because not every region
     * has them. They cannot be changed.
     *
     * @default - none
     */
    zones?: pulumi.Input<pulumi.Input<string>[]>;

    /**
     * Size of the operating system disk in GB. Default: what AKS takes for the machine size.
     *
     * @default - decided by AKS
     */
    osDiskSizeGb?: pulumi.Input<number>;
}

/** A pool of a `Cluster`. */
export interface ClusterNodePoolArgs extends NodePoolShapeArgs {
    /** Name of the pool: 1 to 12 lower-case letters and digits, the first a letter. Renaming replaces the pool. */
    name: string;

    /**
     * What AKS uses the pool for. Default: User.
     *
     * @default NodePoolMode.User
     */
    mode?: NodePoolMode;

    /** Kubernetes labels of the nodes. Default: none. */
    labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;

    /** Taints of the nodes, as `key=value:Effect`. Default: none. */
    taints?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A pool of nodes for a cluster that exists. */
export interface NodePoolArgs extends ClusterNodePoolArgs {
    /** ARM id of the cluster. */
    clusterId: pulumi.Input<string>;

    /** ARM id of the subnet of the nodes. */
    subnetId: pulumi.Input<string>;

    /** Tags of the pool and of its virtual machines. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
