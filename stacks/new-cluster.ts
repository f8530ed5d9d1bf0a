import { getClientConfigOutput } from "@pulumi/azure-native/authorization/index.js";
import type * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../components";
import type { StackConfig } from "./config";
import { clusterPolicies } from "./cluster-policies";
import { foundation } from "./foundation";
import type { StackOutputs } from "./stack-outputs";
import { deployWorkloads } from "./workloads";

/** A cluster, and what the configuration asks for around it. */
export function newCluster(name: string, config: StackConfig, opts: pulumi.ComponentResourceOptions): StackOutputs {
    const nodes = {
        vmSize: config.vmSize,
        minCount: config.minNodes,
        maxCount: config.maxNodes,
        hostEncryption: config.hardenedNodes,
        sshDisabled: config.hardenedNodes,
        ...(config.zones.length > 0 && { zones: config.zones }),
    };
    const cluster = new aksguard.Cluster(
        name,
        {
            tier: config.tier,
            systemNodePool: nodes,
            nodePools: [{ name: "workload", ...nodes }],
            ...foundation(name, config, opts),
            ...(config.authorizedIpRanges.length > 0 && { authorizedIpRanges: config.authorizedIpRanges }),
            policies: clusterPolicies(config),
            ...(config.registry && { registry: { lock: config.protect } }),
            ...(config.entraGroups && { groups: entraGroups() }),
        },
        opts,
    );
    if (config.backup) {
        new aksguard.ClusterBackup(
            name,
            {
                clusterId: cluster.clusterId,
                controlPlanePrincipalId: cluster.controlPlanePrincipalId,
                resourceGroupName: cluster.resourceGroupName,
                privateEndpointSubnetId: cluster.privateEndpointSubnetId,
            },
            opts,
        );
    }
    return {
        clusterId: cluster.clusterId,
        clusterName: cluster.clusterName,
        resourceGroupName: cluster.resourceGroupName,
        kubeconfig: cluster.kubeconfig,
        workloadClientId: deployWorkloads(name, config, cluster, opts),
    };
}

/** The deployer is an administrator, because this program makes Kubernetes objects as well. */
function entraGroups(): aksguard.EntraGroupArgs[] {
    const deployer = getClientConfigOutput().objectId;
    return [
        { name: "administrators", role: aksguard.ClusterRole.ClusterAdmin, members: { deployer } },
        { name: "developers", role: aksguard.ClusterRole.Writer, namespace: "workload" },
        { name: "auditors", role: aksguard.ClusterRole.Reader },
    ];
}
