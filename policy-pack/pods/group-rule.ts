import type { PolicyConfigSchema } from "@pulumi/policy";

import { isWithin, numbersOf, type IdRanges } from "../values/id-ranges";
import type { Property } from "../property";

/** What is demanded of a group, in the words of PodSecurityPolicy and of Azure's definition. */
export type GroupRule = "MustRunAs" | "MayRunAs" | "RunAsAny";

/** How it is configured. */
export function groupRule(what: string): PolicyConfigSchema["properties"][string] {
    return {
        type: "string",
        enum: ["MustRunAs", "MayRunAs", "RunAsAny"],
        default: "RunAsAny",
        description: `MustRunAs: ${what} must be set, and in a range. MayRunAs: in a range where it is set. RunAsAny: any.`,
    };
}

/** The groups that a configuration allows. */
export interface AllowedGroups {
    readonly rule: GroupRule;
    readonly ranges: IdRanges;
    /** The name of the parameter with the ranges. */
    readonly parameter: string;
}

/** Demands that the number of a group that is given is in a range. */
export function* mustBeAllowed(group: Property, { rule, ranges, parameter }: AllowedGroups): Generator<string> {
    const id = group.number();
    if (id === undefined || isWithin(id, ranges)) return;
    const orNone = rule === "MayRunAs" ? ", or leave it unset" : "";
    yield `\`${group.path}\` is \`${id}\`, which is not allowed; set it to ${numbersOf(ranges, parameter)}${orNone}.`;
}

/** The message that a group is unset, where it must be set; `consequence` follows "is unset, ". */
export function unsetGroup(group: Property, { ranges, parameter }: AllowedGroups, consequence: string): string {
    return `\`${group.path}\` is unset, ${consequence}; set it to ${numbersOf(ranges, parameter)}.`;
}
