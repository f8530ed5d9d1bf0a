import ipaddr from "ipaddr.js";

/** A network of authorized addresses. */
export interface IpRange {
    /** The kind of address. */
    readonly family: "ipv4" | "ipv6";
    /** The number of bits that are fixed. */
    readonly prefixLength: number;
    /** Whether nothing on the internet can have an address in it. */
    readonly isInternal: boolean;
    /** The network in canonical form, host bits cleared. */
    readonly network: string;
    /** Whether it was written with host bits set. */
    readonly hasHostBits: boolean;
}

/** Kinds of addresses, as ipaddr.js names them, that never reach a public endpoint. */
const internal = new Set([
    "private",
    "uniqueLocal",
    "linkLocal",
    "loopback",
    "multicast",
    "broadcast",
    "carrierGradeNat",
]);

/** Reads `203.0.113.0/24`, `2001:db8::/32` or a single address; `undefined` when it is none of these. */
export function parseIpRange(text: string): IpRange | undefined {
    const [address = "", prefix, ...rest] = text.split("/");
    if (rest.length > 0 || !isAddress(address) || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return undefined;

    const ip = ipaddr.parse(address);
    const bits = ip.toByteArray().length * 8;
    const prefixLength = prefix === undefined ? bits : Number(prefix);
    if (prefixLength > bits) return undefined;

    const family = ip.kind();
    const addresses = family === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6;
    const network = addresses.networkAddressFromCIDR(`${address}/${prefixLength}`);
    const last = addresses.broadcastAddressFromCIDR(`${address}/${prefixLength}`);
    return {
        family,
        prefixLength,
        isInternal: internal.has(network.range()) && internal.has(last.range()),
        network: `${network.toString()}/${prefixLength}`,
        hasHostBits: network.toString() !== ip.toString(),
    };
}

function isAddress(text: string): boolean {
    // ipaddr.js also takes octal, hexadecimal and shortened IPv4 addresses, which Azure refuses.
    return ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(":") && ipaddr.IPv6.isValid(text));
}
