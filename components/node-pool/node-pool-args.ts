import type * as pulumi from "@pulumi/pulumi";

/** What AKS uses a pool for. */
export const NodePoolMode = {
    /** For workloads. */
    User: "User",
    /** For the add-ons of AKS, which every cluster needs one pool for. */
    System: "System",
} as const;
export type NodePoolMode = (typeof NodePoolMode)[keyof typeof NodePoolMode];

/** What an upgrade does with a node that cannot be emptied, mostly because of a PodDisruptionBudget. */
export const UndrainableNodeBehavior = {
    /** Sets it aside, without new pods, and goes on with the other nodes: each node is upgraded or set aside. */
    Cordon: "Cordon",
    /** Leaves it in use, not upgraded, and the upgrade fails. */
    Schedule: "Schedule",
} as const;
export type UndrainableNodeBehavior = (typeof UndrainableNodeBehavior)[keyof typeof UndrainableNodeBehavior];

/** What guards nodes from their start. */
export const NodeSecurity = {
    /**
     * Secure boot and a virtual TPM: only signed boot loaders, kernels and drivers start.
     * https://learn.microsoft.com/azure/aks/use-trusted-launch
     */
    TrustedLaunch: "TrustedLaunch",
    /**
     * Cryptographic modules that are validated by FIPS 140. What it costs: secure boot and the virtual TPM, which AKS
     * has not in the same pool. https://learn.microsoft.com/azure/aks/enable-fips-nodes
     */
    Fips: "Fips",
    /** Neither, for machines that can have neither, such as Arm64 and GPU sizes. What it costs: both. */
    None: "None",
} as const;
export type NodeSecurity = (typeof NodeSecurity)[keyof typeof NodeSecurity];

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
     * What guards nodes from their start. Default: TrustedLaunch. The machine size must be of generation 2. A change
     * replaces the nodes, one after the other; to and from Fips it cannot be changed.
     *
     * @default NodeSecurity.TrustedLaunch
     */
    nodeSecurity?: NodeSecurity;

    /**
     * Whether the host encrypts temporary disks and caches too. Default: false, because the subscription must have the
     * feature `Microsoft.Compute/EncryptionAtHost` registered. It cannot be changed.
     *
     * @default false
     */
    hostEncryption?: boolean;

    /**
     * Whether the SSH service of nodes is off, so that no pod can reach it. Default: false, because the subscription must
     * have the preview feature `Microsoft.ContainerService/DisableSSHPreview` registered; nobody is given a key either way.
     *
     * @default false
     */
    sshDisabled?: boolean;

    /**
     * Size of the operating system disk in GB. Default: what AKS takes for the machine size. It cannot be changed.
     *
     * @default - decided by AKS
     */
    osDiskSizeGb?: pulumi.Input<number>;

    /**
     * How many nodes are added while the pool is upgraded, as a number ("1") or as a share of the pool ("33%"). More is
     * faster and needs more quota. Default: 33%, what AKS recommends for production.
     * https://learn.microsoft.com/azure/aks/upgrade-aks-node-pools-rolling
     *
     * @default "33%"
     */
    upgradeMaxSurge?: pulumi.Input<string>;

    /**
     * How long an upgrade waits for pods to leave a node, in minutes, 5 to 1440. A pod that takes longer makes the
     * node an undrainable one. Default: 30.
     *
     * @default 30
     */
    upgradeDrainTimeoutInMinutes?: pulumi.Input<number>;

    /**
     * How long an upgrade waits between emptying a node and going on, in minutes, 0 to 30. It counts for every node, so
     * a long one may not fit into the maintenance window. Default: 0.
     *
     * @default 0
     */
    upgradeNodeSoakDurationInMinutes?: pulumi.Input<number>;

    /**
     * What an upgrade does with a node that cannot be emptied. Default: Cordon, so that one strict
     * PodDisruptionBudget does not keep the other nodes from being patched; such a node costs money until somebody
     * removes its label `kubernetes.azure.com/upgrade-status` or deletes it. Schedule, the default of AKS, costs the
     * patches of all nodes that come after it.
     * https://learn.microsoft.com/azure/aks/upgrade-cluster
     *
     * @default UndrainableNodeBehavior.Cordon
     */
    upgradeUndrainableNodeBehavior?: UndrainableNodeBehavior;
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

    /** ARM id of the subnet of the nodes. It cannot be changed. */
    subnetId: pulumi.Input<string>;

    /**
     * Kubernetes version of the nodes, minor only ("1.35") and not newer than the control plane. Default: that of the
     * control plane at creation, and later what the upgrade channel of the cluster brings: where the cluster's version is
     * pinned, pin this one as well, or its nodes stay behind.
     *
     * @default - decided by AKS
     */
    kubernetesVersion?: pulumi.Input<string>;

    /** Tags of the pool and of its virtual machines. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
