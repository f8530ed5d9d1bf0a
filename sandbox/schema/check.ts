import type { CheckFailure } from "../providers/provider";
import { type PropertyMap, type PropertyValue, isMap, isUnknown } from "../providers/property";
import type { Declarations } from "./declarations";
import { type ObjectShape, type Shape, describeShape } from "./shape";

/** Everything in the inputs that the declarations do not allow: unknown, missing and misshapen properties at any depth. */
export function checkProperties(declarations: Declarations, shape: ObjectShape, values: PropertyMap): CheckFailure[] {
    return checkObject(declarations, shape, values, "");
}

function checkObject(
    declarations: Declarations,
    shape: ObjectShape,
    values: PropertyMap,
    path: string,
): CheckFailure[] {
    const failures: CheckFailure[] = [];
    for (const [name, { required }] of shape) {
        if (required && values[name] === undefined) {
            failures.push({
                reason: `missing required property '${join(path, name)}'${locationHint(join(path, name))}`,
            });
        }
    }
    for (const [name, value] of Object.entries(values)) {
        const property = shape.get(name);
        if (property !== undefined) failures.push(...checkValue(declarations, property.shape, value, join(path, name)));
        else if (!name.startsWith("__"))
            failures.push({ reason: `unknown property '${join(path, name)}'${nameHint(name, shape)}` });
    }
    return failures;
}

function checkValue(declarations: Declarations, shape: Shape, value: PropertyValue, path: string): CheckFailure[] {
    if (isUnknown(value) || value === null) return [];
    switch (shape.kind) {
        case "any":
            return [];
        case "union":
            return checkUnion(declarations, shape.members, value, path);
        case "literal":
            return value === shape.value ? [] : mismatch(shape, value, path);
        case "array":
            if (!Array.isArray(value)) return mismatch(shape, value, path);
            return value.flatMap((item, index) => checkValue(declarations, shape.items, item, `${path}[${index}]`));
        case "map":
            if (!isMap(value)) return mismatch(shape, value, path);
            return Object.entries(value).flatMap(([key, item]) =>
                checkValue(declarations, shape.values, item, join(path, key)),
            );
        case "object":
            if (!isMap(value)) return mismatch(shape, value, path);
            return checkObject(declarations, declarations.object(shape.typeName), value, path);
        default:
            return typeof value === shape.kind ? [] : mismatch(shape, value, path);
    }
}

/** Of the members that could be meant, the one with the fewest objections is the one that the user meant. */
function checkUnion(
    declarations: Declarations,
    members: readonly Shape[],
    value: PropertyValue,
    path: string,
): CheckFailure[] {
    const candidates = members.filter((member) => mayHold(member, value));
    if (candidates.length === 0) return mismatch({ kind: "union", members }, value, path);
    const outcomes = candidates.map((member) => checkValue(declarations, member, value, path));
    return outcomes.reduce((best, next) => (next.length < best.length ? next : best));
}

function mayHold(shape: Shape, value: PropertyValue): boolean {
    if (shape.kind === "any") return true;
    if (Array.isArray(value)) return shape.kind === "array";
    if (isMap(value)) return shape.kind === "object" || shape.kind === "map";
    return shape.kind === "literal" ? value === shape.value : typeof value === shape.kind;
}

function mismatch(shape: Shape, value: PropertyValue, path: string): CheckFailure[] {
    return [{ reason: `'${path}' should be ${describeShape(shape)} but got ${describeValue(value)}` }];
}

function describeValue(value: PropertyValue): string {
    if (Array.isArray(value)) return "a list";
    if (value === null) return "nothing";
    return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function join(path: string, name: string): string {
    return path === "" ? name : `${path}.${name}`;
}

function locationHint(path: string): string {
    return path === "location"
        ? ". Set it, or configure it for all resources: pulumi config set azure-native:location <value>"
        : "";
}

function nameHint(name: string, shape: ObjectShape): string {
    const word = name.toLowerCase();
    const close = [...shape.keys()]
        .map((candidate) => ({ candidate, distance: distanceBetween(word, candidate.toLowerCase()) }))
        .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 4)))
        .sort((left, right) => left.distance - right.distance)[0];
    return close === undefined ? "" : `; did you mean '${close.candidate}'?`;
}

/** A name that was cut off, or that has a word too many, is close as well. */
function distanceBetween(word: string, candidate: string): number {
    const cut =
        Math.min(word.length, candidate.length) >= 5 && (candidate.startsWith(word) || word.startsWith(candidate));
    return cut ? 1 : editDistance(word, candidate);
}

/** How many characters must be inserted, removed or replaced to get from one word to the other. */
export function editDistance(left: string, right: string): number {
    let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        for (let column = 1; column <= right.length; column++) {
            const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[right.length] ?? 0;
}
