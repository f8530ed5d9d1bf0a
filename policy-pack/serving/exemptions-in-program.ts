import { quote } from "../message";
import type { Exemption } from "./exemptions";
import { Property } from "../property";

/** What a program asks for a resource: an exemption, or what is wrong with what it says. */
export type Request = { readonly exemption: Exemption } | { readonly mistake: string };

/**
 * The exemption that a resource asks for: annotation `aksguard/exempt-<policy>` of a Kubernetes object, tag
 * `aksguard-exempt-<policy>` of an Azure resource (names of tags have no slash). The value is
 * `<reason>; expires=YYYY-MM-DD`, and perhaps `; owner=<who>`.
 */
export function requestOf(policy: string, { type, props, urn }: { type: string; props: unknown; urn: string }) {
    const property = type.startsWith("kubernetes:")
        ? Property.root(props).in("metadata", "annotations", `aksguard/exempt-${policy}`)
        : Property.root(props).in("tags", `aksguard-exempt-${policy}`);
    const text = textOf(property);
    return text === undefined ? undefined : parse(text, urn);
}

/** `undefined` too where it is not known, or no text: then nothing is asked for. */
function textOf(property: Property): string | undefined {
    try {
        return property.string();
    } catch {
        return undefined;
    }
}

function parse(text: string, urn: string): Request {
    const [reason = "", ...rest] = text.split(";").map((part) => part.trim());
    const values = new Map(rest.map((part) => part.split("=", 2).map((side) => side.trim()) as [string, string]));
    const expires = values.get("expires") ?? "";
    const owner = values.get("owner");
    const stranger = [...values.keys()].find((key) => key !== "expires" && key !== "owner");
    if (stranger !== undefined) return { mistake: `${quote(stranger)} in it is neither \`expires\` nor \`owner\`` };
    if (reason === "") return { mistake: "it has no reason" };
    if (!isDate(expires)) return { mistake: "it has no last day, such as `; expires=2027-01-31`" };
    return { exemption: { resource: urn, reason, expires, ...(owner === undefined ? {} : { owner }) } };
}

function isDate(text: string): boolean {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
