import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { type NodePoolMode, type NodePoolShapeArgs } from "./node-pool-args";

/** Values of a pool that nobody set. */
export const nodePoolDefaults = { vmSize: "Standard_D4ds_v5", minCount: 2, maxCount: 5 } as const;

/** Most nodes of a pool where only the fewest were set. */
export function defaultMaxCount(minCount: number): number {
    return Math.max(nodePoolDefaults.maxCount, minCount);
}

/**
 * The part that the pool inside of a ManagedCluster and an AgentPool resource have in common. There is no `count`: the
 * autoscaler owns it, and any number sent with a later change would be an old one.
 */
export function agentPoolProfile(shape: NodePoolShapeArgs, mode: NodePoolMode, subnetId: pulumi.Input<string>) {
    const minCount = shape.minCount ?? nodePoolDefaults.minCount;
    return {
        mode,
        type: "VirtualMachineScaleSets",
        vmSize: shape.vmSize ?? nodePoolDefaults.vmSize,
        osType: "Linux",
        osSKU: "AzureLinux",
        osDiskSizeGB: shape.osDiskSizeGb,
        availabilityZones: shape.zones,
        enableAutoScaling: true,
        minCount,
        maxCount: shape.maxCount ?? lift(minCount, defaultMaxCount),
        enableNodePublicIP: false,
        vnetSubnetID: subnetId,
    };
}
