import { textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import { armType } from "../arm-path";
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

/** One link for each zone and virtual network. */
export const virtualNetworkLink: ResourceBehaviour = {
    refuse: (request) => {
        refuseRegion(request);
        requireReference(request.cloud, request.id, request.inputs.virtualNetwork);
    },
    answer: () => ({ virtualNetworkLinkState: "Completed" }),
};
