import type * as pulumi from "@pulumi/pulumi";
import { changedArguments, given, none, plain, withoutUnknown, type MadeWith } from "../arguments/made-with";
import { nodePoolDefaults } from "./agent-pool-profile";
import { NodeSecurity, type NodePoolArgs, type NodePoolShapeArgs } from "./node-pool-args";

/** What a pool is made with. */
export function madeWith(args: NodePoolArgs): MadeWith {
    return withoutUnknown({
        name: plain(args.name),
        ...shapeOf(args),
        subnetId: plain(args.subnetId, given),
    });
}

/** The same for a pool inside of a cluster, too. */
export function shapeOf({ vmSize, hostEncryption, nodeSecurity, osDiskSizeGb, zones }: NodePoolShapeArgs) {
    return {
        vmSize: plain(vmSize ?? nodePoolDefaults.vmSize),
        hostEncryption: String(hostEncryption ?? false),
        nodeSecurity: nodeSecurity === NodeSecurity.Fips ? NodeSecurity.Fips : "an image without FIPS",
        osDiskSizeGb: osDiskSizeGb === undefined ? none : numberOrGiven(osDiskSizeGb),
        zones: zones === undefined ? none : listOrGiven(zones),
    };
}

function numberOrGiven(value: pulumi.Input<number>): string {
    return typeof value === "number" ? String(value) : given;
}

function listOrGiven(values: pulumi.Input<pulumi.Input<string>[]>): string {
    const known = Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
    return Array.isArray(values) && known.length === values.length ? known.sort().join(" ") : given;
}

/** Why a pool that was made with one set of values cannot go on with another, or `undefined`. */
export function refusedReplacement(before: MadeWith, after: MadeWith): string | undefined {
    // Under another name it is another pool, which is there before this one goes.
    if (before["name"] !== after["name"]) {
        return undefined;
    }
    const changed = changedArguments(before, after);
    return (
        changed &&
        `${changed} AKS changes none of it in a pool that exists, and has no room for two pools of one name. Change ` +
            "`name` as well: the new pool is then made before this one is deleted."
    );
}
