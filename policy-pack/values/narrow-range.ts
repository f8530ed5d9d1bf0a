import type { PolicyConfigSchema } from "@pulumi/policy";

import { quote } from "../message";
import type { Property } from "../property";
import { parseIpRange } from "./ip-range";

/** The widest networks that still limit something, by the kind of address. */
export interface Widest {
    readonly minimumPrefixLength: number;
    readonly minimumPrefixLengthIPv6: number;
}

/** How they are configured. */
export const widest: PolicyConfigSchema = {
    properties: {
        minimumPrefixLength: {
            type: "integer",
            minimum: 1,
            maximum: 32,
            default: 16,
            description: "The widest IPv4 network that passes.",
        },
        minimumPrefixLengthIPv6: {
            type: "integer",
            minimum: 1,
            maximum: 128,
            default: 48,
            description: "The widest IPv6 network that passes.",
        },
    },
};

/** Demands that a network is narrow; what is no network passes. */
export function* mustBeNarrow(entry: Property, config: Widest): Generator<string> {
    const range = parseIpRange(entry.string() ?? "");
    if (range === undefined) return;

    const minimum = range.family === "ipv4" ? config.minimumPrefixLength : config.minimumPrefixLengthIPv6;
    if (range.prefixLength >= minimum) return;
    const width = range.prefixLength === 0 ? "the whole internet" : `wider than /${minimum}`;
    yield `\`${entry.path}\` is ${quote(range.network)}, which is ${width}; set it to networks of /${minimum} or narrower.`;
}
