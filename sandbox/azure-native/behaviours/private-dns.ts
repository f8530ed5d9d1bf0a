import { textOf, valueAt } from "../../providers/property";
import { ArmError } from "../arm-error";
import { armType, nameOf } from "../arm-path";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { childrenOf, requireReference } from "./reference";

/** Private DNS is not of a region, and azure-native does not know: it fills in the configured location. */
function refuseRegion({ id, inputs }: ArmRequest): void {
    const location = textOf(inputs.location ?? "");
    if (location.toLowerCase() === "global") return;
    const type = armType(id);
    throw new ArmError(
        400,
        "LocationNotAvailableForResourceType",
        `The provided location '${location}' is not available for resource type '${type}'. List of available regions for the resource type is 'global'.`,
    );
}

/** Counts its records and links. */
export const privateZone: ResourceBehaviour = {
    refuse: refuseRegion,
    answer: () => ({
        maxNumberOfRecordSets: 25000,
        maxNumberOfVirtualNetworkLinks: 1000,
        maxNumberOfVirtualNetworkLinksWithRegistration: 100,
    }),
    current: ({ id }, cloud) => ({
        numberOfRecordSets: 1 + childrenOf(cloud, id, "A").length,
        numberOfVirtualNetworkLinks: childrenOf(cloud, id, "virtualNetworkLinks").length,
    }),
    refuseDeletion: ({ id }, cloud) => {
        const [link] = childrenOf(cloud, id, "virtualNetworkLinks");
        if (link === undefined) return;
        throw new ArmError(
            409,
            "CannotDeleteResource",
            `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${link.id}'. Please delete all nested resources before deleting this resource.`,
        );
    },
};

const zoneOf = (link: string) => link.slice(0, link.toLowerCase().lastIndexOf("/virtualnetworklinks/"));

/** A network looks a name up in one zone only. */
function refuseSecondZone({ id, inputs, cloud }: ArmRequest): void {
    const network = textOf(valueAt(inputs, "virtualNetwork", "id")).toLowerCase();
    const zone = nameOf(zoneOf(id)).toLowerCase();
    const twin = cloud
        .ofType("azure-native:privatedns:VirtualNetworkLink")
        .find(
            (other) =>
                other.id.toLowerCase() !== id.toLowerCase() &&
                textOf(valueAt(other.inputs, "virtualNetwork", "id")).toLowerCase() === network &&
                nameOf(zoneOf(other.id)).toLowerCase() === zone,
        );
    if (twin === undefined) return;
    throw new ArmError(
        400,
        "BadRequest",
        `A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network with '${zone}' and '${zone}' zones.`,
    );
}

/** One link for each name of a zone and virtual network. */
export const virtualNetworkLink: ResourceBehaviour = {
    refuse: (request) => {
        refuseRegion(request);
        requireReference(request.cloud, request.id, request.inputs.virtualNetwork);
        refuseSecondZone(request);
    },
    answer: () => ({ virtualNetworkLinkState: "Completed" }),
};
