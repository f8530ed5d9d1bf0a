import type { PolicyConfigSchema } from "@pulumi/policy";

import { alternatives } from "../message";

/** Ports as the definitions of Azure Policy take them: `443`, `"443"`, or a range such as `"4000-5000"`. */
export type PortList = readonly (string | number)[];

/** How an entry is configured; `-1`, the default of Microsoft's benchmark, is no port. */
export const portEntry = {
    type: ["integer", "string"],
    pattern: String.raw`^(?:-1|\d{1,5}(?:-\d{1,5})?)$`,
} satisfies PolicyConfigSchema["properties"][string];

/** Longer lists are not printed. */
const longest = 10;

/** Whether a list has a port. What is neither a port nor a range has none. */
export function hasPort(list: PortList, port: number): boolean {
    return list.some((entry) => {
        const parts = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(String(entry).trim());
        if (parts === null) return false;
        const [, first, last = first] = parts;
        return Number(first) <= port && port <= Number(last);
    });
}

/** What to set a port to: one of the list, or the name of the list where that is long. */
export function portAdvice(list: PortList, name: string): string {
    return list.length > longest ? `a port of \`${name}\`` : alternatives(list.map(String));
}
