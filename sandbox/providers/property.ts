import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** A value as the engine sends it to a provider that asked for neither secrets nor outputs. */
export type PropertyValue = string | number | boolean | null | PropertyValue[] | PropertyMap;

/** The properties of a resource, or of an object within it. */
export interface PropertyMap {
    [name: string]: PropertyValue;
}

/** Stands for a value that is not known yet; one of the engine's sentinels. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The sentinels of the engine, one for each kind of value. */
const sentinels = new Set([
    unknown,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Whether the value is one that will be known later. */
export function isUnknown(value: PropertyValue | undefined): boolean {
    return typeof value === "string" && sentinels.has(value);
}

/** Whether the value is an object with properties. */
export function isMap(value: PropertyValue | undefined): value is PropertyMap {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value is unknown or has something unknown in it. */
export function containsUnknown(value: PropertyValue | undefined): boolean {
    if (Array.isArray(value)) return value.some(containsUnknown);
    if (isMap(value)) return Object.values(value).some(containsUnknown);
    return isUnknown(value);
}

/** A string that is known and not empty. */
export function knownString(value: PropertyValue | undefined): string | undefined {
    return typeof value === "string" && value !== "" && !isUnknown(value) ? value : undefined;
}

/** A value as text: strings as they are, nothing for what is absent. */
export function textOf(value: PropertyValue | undefined): string {
    if (value === undefined || value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The value at a path of property names, if everything on the way is an object. */
export function valueAt(root: PropertyValue | undefined, ...path: string[]): PropertyValue | undefined {
    let value = root;
    for (const name of path) {
        if (!isMap(value)) return undefined;
        value = value[name];
    }
    return value;
}

/** The properties of a protobuf struct, without its nulls: a null is an absent property. */
export function fromStruct(struct: Struct | undefined): PropertyMap {
    const properties = struct?.toJavaScript() ?? {};
    return withoutNulls(properties);
}

/** The protobuf struct of properties. */
export function toStruct(properties: PropertyMap): Struct {
    return Struct.fromJavaScript(properties);
}

/** Whether two values are the same, whatever the order of their properties. */
export function sameValue(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
    if (Array.isArray(left) && Array.isArray(right)) {
        return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
    }
    if (isMap(left) && isMap(right)) {
        const names = new Set([...Object.keys(left), ...Object.keys(right)]);
        return [...names].every((name) => sameValue(left[name], right[name]));
    }
    return left === right;
}

function withoutNulls(properties: PropertyMap): PropertyMap {
    const result: PropertyMap = {};
    for (const [name, value] of Object.entries(properties)) {
        if (value !== null) result[name] = isMap(value) ? withoutNulls(value) : value;
    }
    return result;
}
