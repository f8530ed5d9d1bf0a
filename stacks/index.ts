import * as pulumi from "@pulumi/pulumi";
import * as aksguard from "../components";
import { readConfig } from "./config";

const config = readConfig();
const shape = {
    vmSize: config.vmSize,
    minCount: config.minNodes,
    maxCount: config.maxNodes,
    ...(config.zones.length > 0 && { zones: config.zones }),
};

const cluster = new aksguard.Cluster(
    pulumi.getStack(),
    {
        tier: config.tier,
        systemNodePool: shape,
        nodePools: [{ name: "workload", ...shape }],
        ...(config.authorizedIpRanges.length > 0 && { authorizedIpRanges: config.authorizedIpRanges }),
        ...(config.entraGroups && {
            groups: [
                { name: "administrators", role: aksguard.ClusterRole.ClusterAdmin },
                { name: "developers", role: aksguard.ClusterRole.Writer, namespace: "workload" },
                { name: "auditors", role: aksguard.ClusterRole.Reader },
            ],
        }),
    },
    { protect: config.protect },
);

const workload = new aksguard.WorkloadIdentity(`${pulumi.getStack()}-workload`, {
    resourceGroupName: cluster.resourceGroupName,
    oidcIssuerUrl: cluster.oidcIssuerUrl,
    namespace: "workload",
    serviceAccountName: "workload",
});

export const clusterName = cluster.clusterName;
export const resourceGroupName = cluster.resourceGroupName;
export const apiServerFqdn = cluster.apiServerFqdn;
export const kubeconfig = cluster.kubeconfig;
export const workloadClientId = workload.clientId;
