import * as network from "@pulumi/azure-native/network/index.js";
import * as pulumi from "@pulumi/pulumi";
import { lift } from "../arguments/lift";
import { dnsLabel, networkResourceName } from "../arguments/names";
import { virtualNetworkIdOf } from "../arguments/resource-id";
import { createLinkedZone } from "../private-dns-zone/linked-zone";
import type { PrivateLinkService } from "./private-link-services";

/** From where a service is reached by a private address, in the words of every component that has one. */
export interface PrivateEndpointArgs {
    /** ARM id of the subnet of the endpoint. */
    privateEndpointSubnetId: pulumi.Input<string>;
    /** A zone that exists, with its links. Default: one that is made and linked here. */
    privateDnsZoneId?: pulumi.Input<string>;
    resourceGroupName: pulumi.Input<string>;
    location?: pulumi.Input<string>;
    tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
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
 *
 * @param resourceId ARM id of the registry, the vault or the like.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-overview
 */
export function createPrivateEndpoint(
    name: string,
    service: PrivateLinkService,
    resourceId: pulumi.Input<string>,
    args: PrivateEndpointArgs,
    options: pulumi.CustomResourceOptions,
): PrivateEndpointAccess {
    const { privateEndpointSubnetId: subnetId, resourceGroupName, location, tags } = args;
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
    const privateDnsZoneId = pulumi.output(args.privateDnsZoneId ?? createZone(name, service, args, options));
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

/** The same where the arguments name a subnet for it; `undefined` where they do not. */
export function createPrivateEndpointIfAsked(
    name: string,
    service: PrivateLinkService,
    resourceId: pulumi.Input<string>,
    { privateEndpointSubnetId, ...args }: Partial<PrivateEndpointArgs> & Pick<PrivateEndpointArgs, "resourceGroupName">,
    options: pulumi.CustomResourceOptions,
): PrivateEndpointAccess | undefined {
    return privateEndpointSubnetId === undefined
        ? undefined
        : createPrivateEndpoint(name, service, resourceId, { ...args, privateEndpointSubnetId }, options);
}

/** A zone, and its link to the network of the endpoint; known when both are there. */
function createZone(
    name: string,
    { zoneName }: PrivateLinkService,
    { privateEndpointSubnetId, resourceGroupName, tags }: PrivateEndpointArgs,
    options: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
    const { zone, link } = createLinkedZone(
        name,
        {
            resourceGroupName,
            tags,
            privateZoneName: zoneName,
            virtualNetworkId: lift(privateEndpointSubnetId, virtualNetworkIdOf),
            virtualNetworkLinkName: dnsLabel(name, longestLinkName),
        },
        options,
    );
    return pulumi.all([zone.id, link.id]).apply(([zoneId]) => zoneId);
}
