import type * as pulumi from "@pulumi/pulumi";
import { resourceForms, resourceIdProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import { publicNetworkProblems } from "../arguments/public-networks";
import { parseResourceId } from "../arguments/resource-id";
import type { Rule } from "../arguments/rules";
import type { NetworkAccessArgs } from "./network-access-args";
import type { PrivateLinkService } from "./private-link-services";

type Args = pulumi.Unwrap<NetworkAccessArgs>;

/** What must hold between the arguments that say from where a service is reached. */
export function networkAccessRules(service: PrivateLinkService): Rule<NetworkAccessArgs>[] {
    return [
        (args) => isReached(args, service),
        ({ privateEndpointSubnetId }) =>
            resourceIdProblems("privateEndpointSubnetId", privateEndpointSubnetId, resourceForms.subnet),
        (args) => zoneIsUsed(args, service),
        (args) => rangesAreFew(args, service),
        rangesAreNetworks,
    ];
}

function* isReached({ privateEndpointSubnetId, allowedIpRanges }: Args, { is }: PrivateLinkService): Iterable<Problem> {
    if (privateEndpointSubnetId === undefined && allowedIpRanges === undefined) {
        yield {
            argument: "privateEndpointSubnetId",
            found: undefined,
            why: `and without allowedIpRanges nothing would reach ${is}`,
            remedy: "Set the id of a subnet for private endpoints, such as Network.privateEndpointSubnetId",
        };
    }
}

/** Problems of the zone that holds the record of a private endpoint. */
export function* zoneIsUsed(
    { privateEndpointSubnetId, privateDnsZoneId }: Args,
    { zoneName }: PrivateLinkService,
): Iterable<Problem> {
    if (privateDnsZoneId === undefined) {
        return;
    }
    const argument = "privateDnsZoneId";
    yield* resourceIdProblems(argument, privateDnsZoneId, resourceForms.privateDnsZone);
    const zone = parseResourceId(privateDnsZoneId)?.names[0];
    if (zone !== undefined && zone.toLowerCase() !== zoneName) {
        yield {
            argument,
            found: zone,
            why: `where clients look records up in ${zoneName}`,
            remedy: "Set a zone of this name",
        };
    }
    if (privateEndpointSubnetId === undefined) {
        yield {
            argument,
            found: privateDnsZoneId,
            why: "and without privateEndpointSubnetId there is no private endpoint to name",
            remedy: "Set privateEndpointSubnetId, or leave privateDnsZoneId out",
        };
    }
}

function* rangesAreFew({ allowedIpRanges }: Args, { is, mostIpRanges }: PrivateLinkService): Iterable<Problem> {
    if (allowedIpRanges?.length === 0) {
        yield {
            argument: "allowedIpRanges",
            found: [],
            why: `and an empty list would give ${is} a public endpoint that nobody may use`,
            remedy: "Leave it out, or name the networks that may use the public endpoint",
        };
    }
    if (allowedIpRanges !== undefined && allowedIpRanges.length > mostIpRanges) {
        yield {
            argument: "allowedIpRanges",
            found: `${String(allowedIpRanges.length)} networks`,
            why: `where the firewall of ${is} takes at most ${String(mostIpRanges)}`,
            remedy: "Join neighbouring networks",
        };
    }
}

function rangesAreNetworks({ allowedIpRanges }: Args): Iterable<Problem> {
    return publicNetworkProblems("allowedIpRanges", allowedIpRanges, {
        privateRemedy: "Set the public addresses that these clients leave with, or privateEndpointSubnetId",
    });
}
