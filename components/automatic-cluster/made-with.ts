import { withoutUnknown, type MadeWith } from "../arguments/made-with";
import { placeOf, zoneOrCreated } from "../cluster/made-with";
import type { AutomaticClusterArgs } from "./automatic-cluster-args";

/** What a cluster of AKS Automatic is made with. */
export function madeWith(args: AutomaticClusterArgs): MadeWith {
    const { authorizedIpRanges, privateDnsZoneId } = args;
    return withoutUnknown({
        ...placeOf(args),
        // A public API server has no zone, and gets it when it is closed.
        privateDnsZoneId: authorizedIpRanges === undefined ? zoneOrCreated(privateDnsZoneId) : undefined,
    });
}
