import type * as pulumi from "@pulumi/pulumi";
import { IPv4 } from "ipaddr.js";
import { overlap, parseNetwork, reservedByAks, network4, type Network4 } from "../arguments/addresses";
import { choiceProblems, namesAreKnown } from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { firewallShapeProblems } from "../egress-firewall/egress-firewall-rules";
import { addressSpaceLimits } from "./address-plan";
import { defaultAddresses, Egress, NetworkIngress, type NetworkArgs } from "./network-args";

/** The arguments of a `Network`. */
export const networkArgumentNames = namesAreKnown<NetworkArgs>({
    resourceGroupName: true,
    location: true,
    addressSpace: true,
    podCidr: true,
    egress: true,
    firewallPrivateIpAddress: true,
    firewall: true,
    ingress: true,
    systemNodes: true,
    tags: true,
});

/** What must hold between the arguments of a network, which a `Cluster` has as well. */
export const networkRules: Rule<NetworkArgs>[] = [
    addressSpaceHasRoom,
    podCidrStandsApart,
    firewallIsAnAddress,
    egressIsOne,
    firewallIsOurs,
    ({ ingress }) => choiceProblems("ingress", ingress, NetworkIngress),
];

function* addressSpaceHasRoom({ addressSpace }: pulumi.Unwrap<NetworkArgs>): Iterable<Problem> {
    if (addressSpace === undefined) {
        return;
    }
    yield* networkProblems("addressSpace", addressSpace);
    const { widest, narrowest } = addressSpaceLimits;
    const network = networkOrNothing(addressSpace);
    if (network && (network.prefixLength < widest || network.prefixLength > narrowest)) {
        yield {
            argument: "addressSpace",
            found: addressSpace,
            why: `where the subnets of a cluster have room between /${String(widest)} and /${String(narrowest)}`,
            remedy: `Set a network such as ${defaultAddresses.addressSpace}`,
        };
    }
}

/** In a network that exists, the addresses of the nodes are not known here. */
function* podCidrStandsApart(args: pulumi.Unwrap<NetworkArgs> & { existingNetwork?: object }): Iterable<Problem> {
    const space = { argument: "addressSpace", cidr: args.addressSpace ?? defaultAddresses.addressSpace };
    const others = args.existingNetwork === undefined ? [space] : [];
    yield* apartFrom("podCidr", args.podCidr ?? defaultAddresses.podCidr, others);
}

function* firewallIsAnAddress({ firewallPrivateIpAddress }: pulumi.Unwrap<NetworkArgs>): Iterable<Problem> {
    yield* addressProblems("firewallPrivateIpAddress", firewallPrivateIpAddress, "10.0.1.4");
}

function* egressIsOne({ egress, firewallPrivateIpAddress }: pulumi.Unwrap<NetworkArgs>): Iterable<Problem> {
    yield* choiceProblems("egress", egress, Egress);
    if (firewallPrivateIpAddress !== undefined && (egress === Egress.NatGateway || egress === Egress.None)) {
        yield {
            argument: "firewallPrivateIpAddress",
            found: firewallPrivateIpAddress,
            why: `and with egress ${egress} nothing is sent to a firewall`,
            remedy: `Leave it out, or set egress: "${Egress.Firewall}"`,
        };
    }
}

/** A firewall that exists has its own rules and zones, and without one there is nothing to shape. */
function* firewallIsOurs({
    egress,
    firewall,
    firewallPrivateIpAddress,
}: pulumi.Unwrap<NetworkArgs>): Iterable<Problem> {
    if (firewall === undefined) {
        return;
    }
    yield* firewallShapeProblems("firewall", firewall);
    if (firewallPrivateIpAddress !== undefined) {
        yield {
            argument: "firewall",
            found: firewall,
            why: "and the firewall of firewallPrivateIpAddress exists: nothing would be made of it",
            remedy: "Leave it out, and let that firewall pass what is needed",
        };
    } else if (egress !== Egress.Firewall) {
        yield {
            argument: "firewall",
            found: firewall,
            why: `and with egress ${egress ?? Egress.NatGateway} there is no firewall`,
            remedy: `Leave it out, or set egress: "${Egress.Firewall}"`,
        };
    }
}

/** Problems of an argument that should be one IPv4 address. */
export function* addressProblems(argument: string, found: unknown, example: string): Iterable<Problem> {
    if (found !== undefined && !(typeof found === "string" && IPv4.isValidFourPartDecimal(found))) {
        yield { argument, found, why: "which is not an IPv4 address", remedy: `Set an address such as ${example}` };
    }
}

/** Problems of an argument that should be one IPv4 network outside of what AKS keeps for itself. */
export function* networkProblems(argument: string, found: unknown): Iterable<Problem> {
    const parsed = parseNetwork(found);
    if ("why" in parsed) {
        yield { argument, found, ...parsed };
        return;
    }
    const reserved = reservedByAks.find((range) => overlap(parsed.network, network4(range)));
    if (reserved !== undefined) {
        yield {
            argument,
            found,
            why: `which overlaps ${reserved}, a network that AKS keeps for itself`,
            remedy: "Set a network outside of it",
        };
    }
}

/** Problems of a network that may share no address with others. Malformed ones are told of by their own rule. */
export function* apartFrom(
    argument: string,
    cidr: string,
    others: readonly { argument: string; cidr: string }[],
): Iterable<Problem> {
    yield* networkProblems(argument, cidr);
    const network = networkOrNothing(cidr);
    for (const other of others) {
        const otherNetwork = networkOrNothing(other.cidr);
        if (network && otherNetwork && overlap(network, otherNetwork)) {
            yield {
                argument,
                found: cidr,
                why: `which overlaps ${other.argument} (${other.cidr}): the same address would be in two places`,
                remedy: `Set ${argument} and ${other.argument} to networks that share no address`,
            };
        }
    }
}

function networkOrNothing(cidr: unknown): Network4 | undefined {
    const parsed = parseNetwork(cidr);
    return "network" in parsed ? parsed.network : undefined;
}
