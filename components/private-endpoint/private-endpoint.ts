import * as network from "@pulumi/azure-native/network/index.js";
import { PrivateZone, VirtualNetworkLink } from "@pulumi/azure-native/privatedns/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { dnsLabel, networkResourceName } from "../arguments/names";
import { virtualNetworkIdOf } from "../arguments/resource-id";
import type { PrivateLinkService } from "./private-link-services";

/** What is reached by a private address, and from where. */
export interface PrivateEndpointParts {
    service: PrivateLinkService;
    /** ARM id of the registry, the vault or the like. */
    resourceId: pulumi.Input<string>;
    subnetId: pulumi.Input<string>;
    /** A zone that exists, with its links; `undefined` for one that is made and linked here. */
    privateDnsZoneId: pulumi.Input<string> | undefined;
    resourceGroupName: pulumi.Input<string>;
    location: pulumi.Input<string> | undefined;
    tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** A private endpoint that is there. */
export interface PrivateEndpointAccess {
    /** ARM id of the zone that holds the record; known when the zone is linked. */
    privateDnsZoneId: pulumi.Output<string>;
    /** What must be there before the name leads to the private address. */
    inPlace: pulumi.Output<string>[];
    /** What hangs on the service, and is deleted before its lock could be in the way. */
    resources: pulumi.Resource[];
}

/**
 * A private address for a service in a subnet, and the record that makes its usual name lead there.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-overview
 */
export function createPrivateEndpoint(
    name: string,
    parts: PrivateEndpointParts,
    options: pulumi.CustomResourceOptions,
): PrivateEndpointAccess {
    const { service, resourceId, subnetId, resourceGroupName, location, tags } = parts;
    const endpoint = new network.PrivateEndpoint(
        name,
        {
            resourceGroupName,
            privateEndpointName: networkResourceName(`${name}-${service.groupId}`, longestEndpointName),
            location,
            tags,
            subnet: { id: subnetId },
            privateLinkServiceConnections: [
                { name: service.groupId, privateLinkServiceId: resourceId, groupIds: [service.groupId] },
            ],
        },
        // Azure moves the records from the endpoint to the zone, as soon as there is one.
        { ...options, ignoreChanges: ["customDnsConfigs"] },
    );
    const privateDnsZoneId = pulumi.output(parts.privateDnsZoneId ?? createLinkedZone(name, parts, options));
    const records = new network.PrivateDnsZoneGroup(
        name,
        {
            resourceGroupName,
            privateEndpointName: endpoint.name,
            privateDnsZoneGroupName: "default",
            privateDnsZoneConfigs: [{ name: service.zoneName.replaceAll(".", "-"), privateDnsZoneId }],
        },
        options,
    );
    return { privateDnsZoneId, inPlace: [records.id, privateDnsZoneId], resources: [endpoint, records] };
}

/** Longest names that ARM takes for an endpoint, and for a link. */
const longestEndpointName = 64;
const longestLinkName = 80;

/** A zone, and its link to the network of the endpoint. */
function createLinkedZone(
    name: string,
    { service, subnetId, resourceGroupName, tags }: PrivateEndpointParts,
    options: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
    const zone = new PrivateZone(
        name,
        { resourceGroupName, tags, location: "global", privateZoneName: service.zoneName },
        options,
    );
    const link = new VirtualNetworkLink(
        name,
        {
            resourceGroupName,
            tags,
            location: "global",
            privateZoneName: zone.name,
            virtualNetworkLinkName: dnsLabel(name, longestLinkName),
            virtualNetwork: { id: lift(subnetId, virtualNetworkIdOf) },
            registrationEnabled: false,
        },
        options,
    );
    return pulumi.all([zone.id, link.id]).apply(([zoneId]) => zoneId);
}
