import type * as pulumi from "@pulumi/pulumi";

/** Logs of the control plane of a cluster. What a later version of AKS adds can be named as text. */
export const ClusterLogCategory = {
    /** Who changed what: requests to the API server but for reads. */
    KubeAuditAdmin: "kube-audit-admin",
    /** The same with reads: who read which secret. By far the most data. */
    KubeAudit: "kube-audit",
    /** Who signed in, and what Azure roles allowed. */
    Guard: "guard",
    KubeApiServer: "kube-apiserver",
    KubeControllerManager: "kube-controller-manager",
    KubeScheduler: "kube-scheduler",
    ClusterAutoscaler: "cluster-autoscaler",
    CloudControllerManager: "cloud-controller-manager",
    CsiAzureDiskController: "csi-azuredisk-controller",
    CsiAzureFileController: "csi-azurefile-controller",
    CsiSnapshotController: "csi-snapshot-controller",
} as const;
export type ClusterLogCategory = (typeof ClusterLogCategory)[keyof typeof ClusterLogCategory];

/** What is kept of a cluster, and for how long. */
export interface ClusterMonitoringArgs {
    /**
     * ARM id of a Log Analytics workspace that exists, such as the one of your organization. Default: one is created. A
     * change from the created one to another deletes it, with its logs.
     *
     * @default - created
     */
    workspaceId?: pulumi.Input<string>;

    /**
     * How many days the created workspace keeps logs, from 30 to 730. Default: 90. The first 31 days are part of the
     * price of what is sent; each further day costs by the gigabyte. A workspace that exists keeps its own setting.
     *
     * @default 90
     */
    retentionInDays?: pulumi.Input<number>;

    /**
     * Logs of the control plane that are kept, such as `ClusterLogCategory.Guard`. Default: all of
     * `ClusterLogCategory`. Each costs by the gigabyte, and `kube-audit` more than all others: it has every read of
     * every controller. Without it, and with `kube-audit-admin`, nobody can say later who read a secret. `guard` and
     * one of the two audit logs cannot be left out.
     *
     * @default - all of `ClusterLogCategory`
     */
    logCategories?: string[];

    /**
     * How often the agent on the nodes sends inventory and performance, from "1m" to "30m". Default: "1m". A longer
     * interval costs less, and alerts come later.
     *
     * @default "1m"
     */
    collectionInterval?: pulumi.Input<string>;

    /**
     * Kubernetes namespaces whose containers send neither logs nor inventory. Default: none. It saves what noisy
     * workloads cost; what happens in these namespaces is then not seen.
     *
     * @default - none
     */
    excludedNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Monitoring of a cluster that exists. */
export interface MonitoringArgs extends ClusterMonitoringArgs {
    /** ARM id of the cluster. */
    clusterId: pulumi.Input<string>;

    /**
     * Name of the resource group of the workspace and of the data collection rule. A change replaces a workspace that was
     * created, and its logs are gone.
     */
    resourceGroupName: pulumi.Input<string>;

    /**
     * Azure region of the workspace. Default: the location of the provider's configuration. A data collection rule lies
     * where its workspace lies: set it where `workspaceId` names a workspace in another region than the default. A change
     * replaces a workspace that was created, and its logs are gone.
     *
     * @default - `azure-native:location`
     */
    location?: pulumi.Input<string>;

    /** Tags of the workspace and of the data collection rule. Default: none. */
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
