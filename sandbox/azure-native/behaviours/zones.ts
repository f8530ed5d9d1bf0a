import { sameValue, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ArmRequest } from "../behaviour";

/** Throws ARM's refusal of other zones than a resource of the network was created in. */
export function refuseOtherZones({ id, inputs, existing }: ArmRequest): void {
    if (existing === undefined) return;
    const [was, wanted] = [existing.inputs.zones ?? [], inputs.zones ?? []];
    if (sameValue(was, wanted)) return;
    const words = (zones: typeof was) =>
        Array.isArray(zones) && zones.length > 0 ? zones.map(textOf).join(", ") : "NoZone";
    throw new ArmError(
        400,
        "ResourceAvailabilityZonesCannotBeModified",
        `Resource ${id} has an existing availability zone constraint ${words(was)} and the request has availability zone constraint ${words(wanted)}, which do not match. Zones cannot be added/updated/removed once the resource is created.`,
    );
}
