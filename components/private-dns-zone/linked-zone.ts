import { PrivateZone, VirtualNetworkLink } from "@pulumi/azure-native/privatedns/index.js";
import type * as pulumi from "@pulumi/pulumi";

/** A private DNS zone, and the network that looks names up in it. */
export interface LinkedZoneParts {
    resourceGroupName: pulumi.Input<string>;
    tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
    privateZoneName: pulumi.Input<string>;
    virtualNetworkId: pulumi.Input<string>;
    /** Default: what Pulumi makes of the name. */
    virtualNetworkLinkName?: string;
}

/** A private DNS zone with its link to one network. */
export function createLinkedZone(
    name: string,
    { virtualNetworkId, virtualNetworkLinkName, privateZoneName, resourceGroupName, tags }: LinkedZoneParts,
    options: pulumi.CustomResourceOptions,
): { zone: PrivateZone; link: VirtualNetworkLink } {
    // Zones are everywhere at once.
    const shared = { resourceGroupName, tags, location: "global" };
    const zone = new PrivateZone(name, { ...shared, privateZoneName }, options);
    const link = new VirtualNetworkLink(
        name,
        {
            ...shared,
            privateZoneName: zone.name,
            virtualNetworkLinkName,
            virtualNetwork: { id: virtualNetworkId },
            registrationEnabled: false,
        },
        options,
    );
    return { zone, link };
}
