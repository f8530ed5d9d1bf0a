import { type PropertyMap, type PropertyValue, isMap, unknown } from "../providers/property";
import type { Declarations } from "./declarations";
import type { ObjectShape, Shape } from "./shape";

/** The outputs as a preview knows them: the inputs in the shape of the outputs, and everything else unknown. */
export function previewOutputs(declarations: Declarations, outputs: ObjectShape, inputs: PropertyMap): PropertyMap {
    const result: PropertyMap = {};
    for (const [name, { shape }] of outputs) result[name] = previewValue(declarations, shape, inputs[name]);
    return result;
}

function previewValue(declarations: Declarations, shape: Shape, value: PropertyValue | undefined): PropertyValue {
    if (shape.kind === "literal") return shape.value;
    if (value === undefined || value === null) return unknown;
    switch (shape.kind) {
        case "array":
            return Array.isArray(value) ? value.map((item) => previewValue(declarations, shape.items, item)) : unknown;
        case "map":
            if (!isMap(value)) return unknown;
            return Object.fromEntries(
                Object.entries(value).map(([key, item]) => [key, previewValue(declarations, shape.values, item)]),
            );
        case "object":
            return isMap(value) ? previewOutputs(declarations, declarations.object(shape.typeName), value) : unknown;
        case "string":
        case "number":
        case "boolean":
            return typeof value === shape.kind ? value : unknown;
        default:
            return value;
    }
}
