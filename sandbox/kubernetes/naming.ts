import { createHash } from "node:crypto";

import { type PropertyMap, isMap, textOf, valueAt } from "../providers/property";
import type { CheckCall } from "../providers/provider";

/** Marks objects that pulumi-kubernetes has named, which can exist beside their replacement. */
const autonamed = "pulumi.com/autonamed";

/** Whether the object has a name that the program did not choose. */
export function isAutonamed(inputs: PropertyMap): boolean {
    return valueAt(inputs, "metadata", "annotations", autonamed) === "true";
}

/** A name for what the program does not name: its logical name and a random suffix, unless the engine wishes otherwise. */
export function automaticName({ name, randomSeed, autonaming }: CheckCall): string | undefined {
    if (autonaming?.mode === "disable") return undefined;
    if (autonaming !== undefined) return autonaming.name;
    return `${name}-${createHash("sha256").update(randomSeed).digest("hex").slice(0, 8)}`;
}

/** The metadata with the name that it has already, or a new one. Unchanged where the engine forbids automatic names. */
export function withName(call: CheckCall, metadata: PropertyMap): PropertyMap {
    if (metadata.name !== undefined) return metadata;
    const before = isAutonamed(call.olds) ? textOf(valueAt(call.olds, "metadata", "name")) : undefined;
    const name = before ?? (Object.keys(call.olds).length === 0 ? automaticName(call) : undefined);
    if (name === undefined) return metadata;
    const annotations = isMap(metadata.annotations) ? metadata.annotations : {};
    return { ...metadata, name, annotations: { ...annotations, [autonamed]: "true" } };
}
