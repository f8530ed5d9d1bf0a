import type * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { NodeSecurity, UndrainableNodeBehavior, type NodePoolMode, type NodePoolShapeArgs } from "./node-pool-args";

/** Values of a pool that nobody set. */
export const nodePoolDefaults = { vmSize: "Standard_D4ds_v5", minCount: 2, maxCount: 5 } as const;

/** How a pool is upgraded where nobody said otherwise. */
export const nodePoolUpgradeDefaults = {
    maxSurge: "33%",
    drainTimeoutInMinutes: 30,
    nodeSoakDurationInMinutes: 0,
    undrainableNodeBehavior: UndrainableNodeBehavior.Cordon,
} as const;

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
        enableEncryptionAtHost: shape.hostEncryption ?? false,
        ...nodeSecurity(shape),
        vnetSubnetID: subnetId,
        upgradeSettings: upgradeSettings(shape),
    };
}

/** Trusted launch and FIPS are two images: a pool has the one or the other. */
function nodeSecurity({ nodeSecurity = NodeSecurity.TrustedLaunch, sshDisabled }: NodePoolShapeArgs) {
    const trustedLaunch = nodeSecurity === NodeSecurity.TrustedLaunch;
    return {
        enableFIPS: nodeSecurity === NodeSecurity.Fips,
        securityProfile: {
            enableSecureBoot: trustedLaunch,
            enableVTPM: trustedLaunch,
            // Not stated where it is on: the property is taken only in subscriptions that have the preview.
            sshAccess: sshDisabled === true ? "Disabled" : undefined,
        },
    };
}

function upgradeSettings(shape: NodePoolShapeArgs) {
    const defaults = nodePoolUpgradeDefaults;
    return {
        maxSurge: shape.upgradeMaxSurge ?? defaults.maxSurge,
        drainTimeoutInMinutes: shape.upgradeDrainTimeoutInMinutes ?? defaults.drainTimeoutInMinutes,
        nodeSoakDurationInMinutes: shape.upgradeNodeSoakDurationInMinutes ?? defaults.nodeSoakDurationInMinutes,
        undrainableNodeBehavior: shape.upgradeUndrainableNodeBehavior ?? defaults.undrainableNodeBehavior,
    };
}
