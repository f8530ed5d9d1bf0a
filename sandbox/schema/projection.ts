import { type PropertyMap, type PropertyValue, isMap } from "../providers/property";
import type { Declarations } from "./declarations";
import type { ObjectShape, Shape } from "./shape";

/** The part of the values that the shape knows, at any depth: what is only written is not answered, and the reverse. */
export function project(declarations: Declarations, shape: ObjectShape, values: PropertyMap): PropertyMap {
    const result: PropertyMap = {};
    for (const [name, property] of shape) {
        const value = values[name];
        if (value !== undefined && value !== null) result[name] = projectValue(declarations, property.shape, value);
    }
    return result;
}

function projectValue(declarations: Declarations, shape: Shape, value: PropertyValue): PropertyValue {
    if (shape.kind === "array" && Array.isArray(value)) {
        return value.map((item) => projectValue(declarations, shape.items, item));
    }
    // The ids of identities are a list when they are written and a map when they are read.
    if (shape.kind === "array" && isMap(value)) return Object.keys(value);
    if (shape.kind === "map" && isMap(value)) {
        return Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, projectValue(declarations, shape.values, item)]),
        );
    }
    if (shape.kind === "object" && isMap(value))
        return project(declarations, declarations.object(shape.typeName), value);
    return value;
}
