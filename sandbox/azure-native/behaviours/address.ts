import { type IPv4, type IPv6, isValidCIDR, parse, parseCIDR } from "ipaddr.js";

import { ArmError } from "../arm-error";

/** A network in CIDR notation. */
export interface Network {
    readonly address: IPv4 | IPv6;
    readonly length: number;
}

/** Reads a network. Throws ARM's refusal of one that is none. */
export function parseNetwork(text: string, of: string): Network {
    if (!isValidCIDR(text)) {
        throw new ArmError(
            400,
            "InvalidAddressPrefixFormat",
            `Address prefix ${text} of resource ${of} is not formatted correctly. It should follow CIDR notation, for example 10.0.0.0/24.`,
        );
    }
    const [address, length] = parseCIDR(text);
    return { address, length };
}

/** Whether the inner network lies wholly in the outer one. */
export function contains(outer: Network, inner: Network): boolean {
    if (outer.address.kind() !== inner.address.kind() || inner.length < outer.length) return false;
    return sameBits(outer.address.toByteArray(), inner.address.toByteArray(), outer.length);
}

/** Whether two networks have an address in common. */
export function overlap(left: Network, right: Network): boolean {
    return contains(left, right) || contains(right, left);
}

/** Whether the address lies in the network. */
export function containsAddress(network: Network, text: string): boolean {
    const address = parse(text);
    return contains(network, { address, length: address.kind() === "ipv4" ? 32 : 128 });
}

function sameBits(left: number[], right: number[], length: number): boolean {
    for (let bit = 0; bit < length; bit++) {
        const mask = 0x80 >> (bit % 8);
        const index = Math.floor(bit / 8);
        if (((left[index] ?? 0) & mask) !== ((right[index] ?? 0) & mask)) return false;
    }
    return true;
}

/** The address that lies so many places after the first one of an IPv4 network. */
export function addressInside(network: Network, offset: number): string {
    const number = network.address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0) + offset;
    return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
