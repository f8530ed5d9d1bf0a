import type { Difference, PropertyDifference } from "./provider";
import { type PropertyMap, type PropertyValue, isMap, sameValue } from "./property";

/** Locations are the same whatever their case and spaces: "West Europe" is westeurope. */
function sameLocation(left: string, right: string): boolean {
    const normal = (location: string) => location.toLowerCase().replaceAll(" ", "");
    return normal(left) === normal(right);
}

/** Marks a randomly named resource, which can exist beside its replacement. */
export const createBeforeDelete = "__createBeforeDelete";

/**
 * What differs between the inputs of the last update and the new ones, property by property, and which of it replaces the
 * resource. A replaced resource that could not exist beside its successor is deleted first.
 */
export function diffInputs(olds: PropertyMap, news: PropertyMap, replacing: readonly string[]): Difference {
    const properties: Record<string, PropertyDifference> = {};
    const comparable = { ...news };
    const { location } = olds;
    if (typeof location === "string" && typeof news.location === "string" && sameLocation(location, news.location)) {
        comparable.location = location;
    }
    compareMaps(olds, comparable, "", "", new Set(replacing), false, properties);
    const replaces = Object.values(properties).some((difference) => difference.replace);
    return { properties, deleteBeforeReplace: replaces && olds[createBeforeDelete] !== true };
}

type Collected = Record<string, PropertyDifference>;

function compareMaps(
    olds: PropertyMap,
    news: PropertyMap,
    path: string,
    pattern: string,
    replacing: ReadonlySet<string>,
    enclosed: boolean,
    found: Collected,
): void {
    for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
        if (path === "" && name.startsWith("__")) continue;
        const at = path === "" ? name : `${path}.${name}`;
        const key = pattern === "" ? name : `${pattern}.${name}`;
        compare(olds[name], news[name], at, key, replacing, enclosed, found);
    }
}

function compare(
    old: PropertyValue | undefined,
    value: PropertyValue | undefined,
    path: string,
    pattern: string,
    replacing: ReadonlySet<string>,
    enclosed: boolean,
    found: Collected,
): void {
    if (sameValue(old, value)) return;
    const replace = enclosed || replacing.has(pattern);
    if (old === undefined) found[path] = { kind: "add", replace };
    else if (value === undefined) found[path] = { kind: "delete", replace };
    else if (isMap(old) && isMap(value)) compareMaps(old, value, path, pattern, replacing, replace, found);
    else if (Array.isArray(old) && Array.isArray(value)) {
        for (let index = 0; index < Math.max(old.length, value.length); index++) {
            compare(old[index], value[index], `${path}[${index}]`, `${pattern}[]`, replacing, replace, found);
        }
    } else found[path] = { kind: "update", replace };
}
