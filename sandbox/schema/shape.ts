/** What a property may hold, as far as the SDK's declarations say. */
export type Shape =
    | { readonly kind: "string" | "number" | "boolean" | "any" }
    | { readonly kind: "literal"; readonly value: string | number | boolean }
    | { readonly kind: "array"; readonly items: Shape }
    | { readonly kind: "map"; readonly values: Shape }
    | { readonly kind: "object"; readonly typeName: string }
    | { readonly kind: "union"; readonly members: readonly Shape[] };

/** A property of an object, or an input or output of a resource. */
export interface PropertyShape {
    readonly required: boolean;
    readonly shape: Shape;
}

/** The properties of an object by name. */
export type ObjectShape = ReadonlyMap<string, PropertyShape>;

/** How a type is to be named in a message. */
export function describeShape(shape: Shape): string {
    switch (shape.kind) {
        case "array":
            return `a list of ${describeShape(shape.items).replace(/^an? /, "")} values`;
        case "map":
            return "an object";
        case "object":
            return "an object";
        case "literal":
            return JSON.stringify(shape.value);
        case "union":
            return [...new Set(shape.members.map(describeShape))].join(" or ");
        case "any":
            return "any value";
        default:
            return `a ${shape.kind}`;
    }
}
