import type * as pulumi from "@pulumi/pulumi";
import { changedArguments, created, given, none, plain, withoutUnknown, type MadeWith } from "../arguments/made-with";
import { outboundTypeOf } from "../network/egress";
import { defaultAddresses, type OutboundType } from "../network/network-args";
import { shapeOf } from "../node-pool/made-with";
import { ApiServerConnection, type ClusterArgs } from "./cluster-args";

/** What a cluster is made with. */
export function madeWith(args: ClusterArgs): MadeWith {
    const { diskEncryptionSetId } = args;
    return withoutUnknown({
        ...placeOf(args),
        diskEncryptionSetId: diskEncryptionSetId === undefined ? none : plain(diskEncryptionSetId, given),
        ...systemNodePoolOf(args),
        ...zoneOf(args),
    });
}

/** Where a cluster is and how its network is, of any SKU. */
export function placeOf(
    args: Pick<
        ClusterArgs,
        | "addressSpace"
        | "egress"
        | "firewallPrivateIpAddress"
        | "resourceGroupName"
        | "location"
        | "podCidr"
        | "serviceCidr"
    > & {
        existingNetwork?: Partial<Record<keyof typeof subnets, pulumi.Input<string>>> & { outboundType?: OutboundType };
    },
): Record<string, string | undefined> {
    const { existingNetwork, addressSpace, resourceGroupName, location, podCidr, serviceCidr } = args;
    return {
        ...subnetsOf(existingNetwork),
        addressSpace: existingNetwork === undefined ? plain(addressSpace ?? defaultAddresses.addressSpace) : undefined,
        [existingNetwork === undefined ? "egress" : "existingNetwork.outboundType"]: outboundTypeOf(args),
        existingNetwork: existingNetwork === undefined ? created : given,
        resourceGroupName: resourceGroupName === undefined ? created : plain(resourceGroupName, given),
        location: plain(location)?.replaceAll(" ", ""),
        podCidr: plain(podCidr ?? defaultAddresses.podCidr),
        serviceCidr: plain(serviceCidr ?? defaultAddresses.serviceCidr),
    };
}

/** Subnets that nodes and the API server stay in. */
const subnets = { nodeSubnetId: true, systemNodeSubnetId: true, apiServerSubnetId: true };

function subnetsOf(existingNetwork: Partial<Record<keyof typeof subnets, pulumi.Input<string>>> = {}) {
    const entries = Object.keys(subnets).map((subnet) => [
        `existingNetwork.${subnet}`,
        plain(existingNetwork[subnet as keyof typeof subnets]),
    ]);
    return Object.fromEntries(entries) as Record<string, string | undefined>;
}

/** The pool inside of the cluster, which no other one can take the place of. */
function systemNodePoolOf({ systemNodePool = {} }: ClusterArgs) {
    const entries = Object.entries(shapeOf(systemNodePool));
    return Object.fromEntries(entries.map(([argument, value]) => [`systemNodePool.${argument}`, value]));
}

/** The zone of a private API server. A public one has none, and gets it when it is closed. */
function zoneOf({ authorizedIpRanges, privateDnsZoneId, apiServerConnection }: ClusterArgs) {
    if (authorizedIpRanges !== undefined) {
        return {};
    }
    return {
        apiServerConnection: apiServerConnection ?? ApiServerConnection.VnetIntegration,
        privateDnsZoneId: zoneOrCreated(privateDnsZoneId),
    };
}

/** A private DNS zone by its id, where it is not made by the component. */
export function zoneOrCreated(privateDnsZoneId: ClusterArgs["privateDnsZoneId"]): string | undefined {
    return privateDnsZoneId === undefined ? created : plain(privateDnsZoneId, given);
}

/** Why a cluster that was made with one set of values cannot go on with another, or `undefined`. */
export function refusedReplacement(before: MadeWith, after: MadeWith): string | undefined {
    const changed = changedArguments(before, after);
    return (
        changed &&
        `${changed} A cluster keeps what it was made with: Azure would refuse the change halfway, or the cluster be deleted for ` +
            "another one, with all that runs in it. Take the change back, or make a new cluster under another name."
    );
}
