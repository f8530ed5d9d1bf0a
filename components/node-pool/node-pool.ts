import { AgentPool } from "@pulumi/azure-native/containerservice/index.js";
import * as pulumi from "@pulumi/pulumi";
import { replacementHooks } from "../arguments/made-with";
import { partsOf } from "../arguments/resource-id";
import { checkArguments } from "../arguments/rules";
import { agentPoolProfile } from "./agent-pool-profile";
import { madeWith, refusedReplacement } from "./made-with";
import { NodePoolMode, type NodePoolArgs } from "./node-pool-args";
import { nodePoolRules } from "./node-pool-rules";

/**
 * A pool of nodes: scaled automatically, on Azure Linux, without public addresses. Works on any cluster, by id.
 *
 * A resource of its own, not a part of the cluster: so a change of one pool neither touches the others nor puts the
 * whole cluster into scaling. Practice 2.
 */
export class NodePool extends pulumi.ComponentResource {
    /** ARM id of the pool. */
    readonly nodePoolId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: NodePoolArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("NodePool", name, args, nodePoolRules, opts);
        const hooks = replacementHooks("NodePool", name, refusedReplacement, opts?.hooks);
        super("aksguard:index:NodePool", name, { madeWith: madeWith(args) }, { ...opts, hooks });

        const cluster = partsOf(args.clusterId);
        const pool = new AgentPool(
            name,
            {
                resourceGroupName: cluster.resourceGroupName,
                resourceName: cluster.name,
                agentPoolName: args.name,
                ...agentPoolProfile(args, args.mode ?? NodePoolMode.User, args.subnetId),
                orchestratorVersion: args.kubernetesVersion,
                nodeLabels: args.labels,
                nodeTaints: args.taints,
                tags: args.tags,
            },
            { parent: this, dependsOn: checked },
        );

        this.nodePoolId = pool.id;
        this.registerOutputs({ nodePoolId: this.nodePoolId });
    }
}
