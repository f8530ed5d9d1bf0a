import { IPv4, parseCIDR, type IPv6 } from "ipaddr.js";

/** An IPv4 network in CIDR notation, taken apart. */
export interface Network4 {
    /** First address of the network. */
    address: IPv4;
    prefixLength: number;
}

/** Why a text is no IPv4 network, or the network. */
export type ParsedNetwork = { network: Network4 } | { why: string; remedy: string };

/** Reads a CIDR the way ARM does: IPv4, with a prefix length, and with no bits set behind the prefix. */
export function parseNetwork(text: unknown): ParsedNetwork {
    const remedy = "Set a network in CIDR notation, such as 203.0.113.0/24";
    if (typeof text !== "string" || text.trim() === "") {
        return { why: "which is no network", remedy };
    }
    if (IPv4.isValidFourPartDecimal(text)) {
        return { why: "which has no prefix length", remedy: `Set "${text}/32" for this one address` };
    }
    let parsed: [IPv4 | IPv6, number];
    try {
        parsed = parseCIDR(text);
    } catch {
        return { why: "which is not CIDR notation", remedy };
    }
    const [address, prefixLength] = parsed;
    if (address.kind() === "ipv6") {
        return { why: "an IPv6 network, where AKS takes IPv4 only", remedy: "Set the IPv4 network of the same place" };
    }
    const network = IPv4.networkAddressFromCIDR(text);
    if (network.toString() !== address.toString()) {
        const meant = `${network.toString()}/${String(prefixLength)}`;
        return { why: "an address inside of a network and not the network itself", remedy: `Set "${meant}"` };
    }
    return { network: { address: network, prefixLength } };
}

/** The network of a text that is known to be one. */
export function network4(text: string): Network4 {
    const parsed = parseNetwork(text);
    if ("why" in parsed) {
        throw new Error(`"${text}" is no IPv4 network: ${parsed.why}`);
    }
    return parsed.network;
}

/** Whether two networks share an address. */
export function overlap(one: Network4, other: Network4): boolean {
    return one.address.match(other.address, Math.min(one.prefixLength, other.prefixLength));
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Network4, inner: Network4): boolean {
    return inner.prefixLength >= outer.prefixLength && inner.address.match(outer.address, outer.prefixLength);
}

/** The address `offset` places after the first one of a network. */
export function addressAt(network: Network4, offset: number): string {
    const number = network.address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0) + offset;
    return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}

/** The `index`-th network of `prefixLength` inside of `space`, in CIDR notation. */
export function subnetAt(space: Network4, prefixLength: number, index: number): string {
    return `${addressAt(space, index * 2 ** (32 - prefixLength))}/${String(prefixLength)}`;
}

/** Networks that AKS keeps for itself on every node. */
export const reservedByAks = ["169.254.0.0/16", "172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24"] as const;

/** Networks that no client on the internet comes from (RFC 1918, RFC 6598, RFC 6890). */
export const neverOnTheInternet = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "224.0.0.0/3",
] as const;
