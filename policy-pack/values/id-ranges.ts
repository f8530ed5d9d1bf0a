import type { PolicyConfigSchema } from "@pulumi/policy";

import { quote } from "../message";

/** Numbers of users or groups that are allowed, in the shape of Azure's definitions; -1 as `max` means no end. */
export interface IdRanges {
    readonly ranges: readonly { readonly min: number; readonly max: number }[];
}

/** How they are configured. */
export function idRanges(description: string): PolicyConfigSchema["properties"][string] {
    return {
        type: "object",
        properties: {
            ranges: {
                type: "array",
                items: {
                    type: "object",
                    properties: { min: { type: "integer" }, max: { type: "integer" } },
                    required: ["min", "max"],
                    additionalProperties: false,
                },
            },
        },
        required: ["ranges"],
        additionalProperties: false,
        default: { ranges: [] },
        description: `${description} \`max\` -1 means no end; no range at all allows none.`,
    };
}

/** Whether a number is in one of the ranges. */
export function isWithin(id: number, { ranges }: IdRanges): boolean {
    return ranges.some(({ min, max }) => min <= id && (max === -1 || id <= max));
}

/** The numbers that pass, in words: "a number from 1 to 65535". */
export function numbersOf({ ranges }: IdRanges, parameter: string): string {
    if (ranges.length === 0) return `a number that ${quote(parameter)} allows`;
    const words = ranges.map(({ min, max }) => `from ${min} ${max === -1 ? "up" : `to ${max}`}`);
    return `a number ${words.join(" or ")}`;
}
