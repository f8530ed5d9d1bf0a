import type * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../components";
import { clusterPolicies } from "./cluster-policies";
import type { StackConfig } from "./config";
import type { StackOutputs } from "./stack-outputs";
import { deployWorkloads } from "./workloads";

/** The parts on a cluster that exists, however it was made: nothing of the cluster itself is changed. */
export function existingCluster(
    name: string,
    config: StackConfig,
    opts: pulumi.ComponentResourceOptions,
): StackOutputs {
    const { clusterId } = config;
    const cluster = new aksguard.ClusterConnection(name, { clusterId }, opts);
    const { resourceGroupName } = cluster;

    new aksguard.MaintenanceWindows(name, { clusterId, day: aksguard.DayOfWeek.Saturday }, opts);
    new aksguard.Monitoring(name, { clusterId, resourceGroupName }, opts);
    new aksguard.PolicyAssignments(name, { scope: clusterId, ...clusterPolicies(config) }, opts);
    new aksguard.DeploymentSafeguards(name, { clusterId }, opts);
    if (config.registry) {
        new aksguard.ContainerRegistry(
            name,
            {
                resourceGroupName,
                allowedIpRanges: config.authorizedIpRanges,
                pullPrincipalIds: { nodes: cluster.kubeletPrincipalId },
            },
            opts,
        );
    }
    return {
        clusterId: cluster.clusterId,
        clusterName: cluster.clusterName,
        resourceGroupName,
        kubeconfig: cluster.kubeconfig,
        workloadClientId: deployWorkloads(name, config, cluster, opts),
    };
}
