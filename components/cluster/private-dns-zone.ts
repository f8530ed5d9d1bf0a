import type { PrivateZone, VirtualNetworkLink } from "@pulumi/azure-native/privatedns/index.js";
import * as pulumi from "@pulumi/pulumi";
import { dnsLabel } from "../arguments/names";
import { createLinkedZone } from "../private-dns-zone/linked-zone";
import { ApiServerConnection } from "./cluster-args";
import type { SharedArgs } from "./identities";

/** A region as it stands in names of ARM: "West Europe" is `westeurope`. */
export function regionName(location: string | undefined): string {
    if (location === undefined) {
        // Only under mocks: the provider refuses a resource group without one.
        throw new pulumi.RunError("The region is not known: set `location`, or `azure-native:location` in the stack.");
    }
    return location.toLowerCase().replace(/\s/g, "");
}

/**
 * The name that AKS asks of a zone in a region. A name of our own making starts with a label of the cluster, so that
 * two clusters can share a resource group and a virtual network.
 */
export function privateDnsZoneName(connection: ApiServerConnection, location: string | undefined): string {
    const first = connection === ApiServerConnection.PrivateLink ? "privatelink" : "private";
    return `${first}.${regionName(location)}.azmk8s.io`;
}

/** Longest label that AKS takes in front of the name of a zone. */
const longestLabel = 32;

/**
 * The zone that the API server's name is resolved in, and its link to the cluster's network.
 *
 * @returns the id of the zone, known when the link is in place.
 */
export function createPrivateDnsZone(
    name: string,
    connection: ApiServerConnection,
    shared: SharedArgs,
    virtualNetworkId: pulumi.Input<string>,
    options: pulumi.CustomResourceOptions,
): { zone: PrivateZone; link: VirtualNetworkLink } {
    const { resourceGroupName, tags } = shared;
    const label = dnsLabel(name, longestLabel);
    const privateZoneName = pulumi
        .output(shared.location)
        .apply((location) => `${label}.${privateDnsZoneName(connection, location)}`);
    return createLinkedZone(name, { resourceGroupName, tags, privateZoneName, virtualNetworkId }, options);
}
