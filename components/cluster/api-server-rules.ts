import type * as pulumi from "@pulumi/pulumi";
import { resourceForms, resourceIdProblems } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import { publicNetworkProblems } from "../arguments/public-networks";
import { parseResourceId } from "../arguments/resource-id";
import type { Rule } from "../arguments/rules";
import { ApiServerConnection, type ClusterArgs } from "./cluster-args";
import { privateDnsZoneName } from "./private-dns-zone";

type Args = pulumi.Unwrap<ClusterArgs>;

/** Who reaches the API server, and by which name: practices 1 and 2. */
export const apiServerRules: Rule<ClusterArgs>[] = [
    authorizedIpRangesAreThere,
    authorizedIpRangesAreNetworks,
    authorizedIpRangesAreFew,
    privateDnsZoneHasName,
    privateDnsZoneIsUsed,
];

function* authorizedIpRangesAreThere({ authorizedIpRanges }: Args): Iterable<Problem> {
    if (authorizedIpRanges?.length === 0) {
        yield {
            argument: "authorizedIpRanges",
            found: [],
            why: "and an empty list would open the API server to every address",
            remedy: "Leave it out for a private API server, or name the networks that may reach it",
        };
    }
}

function authorizedIpRangesAreNetworks({ authorizedIpRanges }: Args): Iterable<Problem> {
    return publicNetworkProblems("authorizedIpRanges", authorizedIpRanges, {
        wholeInternet: {
            why: "which lets in every address of the internet",
            remedy: "Name the networks that administrators and pipelines come from",
        },
        privateRemedy:
            "Set the public addresses that these clients leave with, or leave the argument out for a private API server",
    });
}

const mostRanges = { [ApiServerConnection.VnetIntegration]: 2000, [ApiServerConnection.PrivateLink]: 200 };

function* authorizedIpRangesAreFew(args: Args): Iterable<Problem> {
    const { authorizedIpRanges, apiServerConnection } = args;
    const connection = apiServerConnection ?? ApiServerConnection.VnetIntegration;
    const most = mostRanges[connection];
    const ofNodes = connection === ApiServerConnection.PrivateLink ? addressesOfNodes(args) : 0;
    if (authorizedIpRanges !== undefined && authorizedIpRanges.length + ofNodes > most) {
        const andNodes = ofNodes === 0 ? "" : `, those of the nodes (${String(ofNodes)}) among them`;
        yield {
            argument: "authorizedIpRanges",
            found: `${String(authorizedIpRanges.length)} networks`,
            why: `where AKS takes at most ${String(most)} with connection ${connection}${andNodes}`,
            remedy: "Join neighbouring networks",
        };
    }
}

/** How many ranges are added for nodes that come over the internet. */
function addressesOfNodes({ existingNetwork }: Args): number {
    return existingNetwork === undefined ? 1 : (existingNetwork.egressIpAddresses ?? []).length;
}

function* privateDnsZoneIsUsed({ authorizedIpRanges, privateDnsZoneId }: Args): Iterable<Problem> {
    if (authorizedIpRanges !== undefined && privateDnsZoneId !== undefined) {
        yield {
            argument: "privateDnsZoneId",
            found: privateDnsZoneId,
            why: "and authorizedIpRanges makes the API server public: no private zone would name it",
            remedy: "Leave out privateDnsZoneId for a public API server, or authorizedIpRanges for a private one",
        };
    }
}

function* privateDnsZoneHasName({ privateDnsZoneId, apiServerConnection, location }: Args): Iterable<Problem> {
    if (privateDnsZoneId === undefined) {
        return;
    }
    const argument = "privateDnsZoneId";
    const id = parseResourceId(privateDnsZoneId);
    if (id?.type.toLowerCase() !== resourceForms.privateDnsZone.type.toLowerCase()) {
        yield* resourceIdProblems(argument, privateDnsZoneId, resourceForms.privateDnsZone);
        return;
    }
    const connection = apiServerConnection ?? ApiServerConnection.VnetIntegration;
    const zone = id.names[0] ?? "";
    const expected = privateDnsZoneName(connection, location ?? "<region>");
    // A text that is no name of a region has a rule of its own, and would break the expression.
    const isRegion = location !== undefined && /^[a-z0-9 ]+$/i.test(location);
    const pattern = privateDnsZoneName(connection, isRegion ? location : "[a-z0-9]+").replaceAll(".", "\\.");
    if (!new RegExp(`^([a-z0-9-]{1,32}\\.)?${pattern}$`, "i").test(zone)) {
        yield {
            argument,
            found: zone,
            why: `where AKS takes ${expected}, with connection ${connection}${location === undefined ? "" : ` in ${location}`}`,
            remedy: `Set a zone called ${expected}, or with one label of at most 32 characters in front of it`,
        };
    }
}
