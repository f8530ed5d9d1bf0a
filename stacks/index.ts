import * as pulumi from "@pulumi/pulumi";
import { readConfig } from "./config";
import { existingCluster } from "./existing-cluster";
import { newCluster } from "./new-cluster";

const config = readConfig();
const deploy = config.clusterId === "" ? newCluster : existingCluster;
const stack = deploy(pulumi.getStack(), config, { protect: config.protect });

export const clusterId = stack.clusterId;
export const clusterName = stack.clusterName;
export const resourceGroupName = stack.resourceGroupName;
export const kubeconfig = stack.kubeconfig;
export const workloadClientId = stack.workloadClientId;
