import type * as Yaml from "yaml";

import { Property, Undetermined } from "../property";

/** Larger texts are not read: a gate must not hang on them. */
const longest = 2_000_000;

/** The documents of a YAML or JSON text; one that is no map or list counts as none. Throws `Undetermined` when it cannot be read. */
export function documentsOf(property: Property): Property[] {
    const text = property.string() ?? "";
    if (text.length > longest) throw new Undetermined(property.path, "is too long to be read by a policy");

    return (parseJson(text) ?? parseYaml(text, property.path))
        .filter((value) => typeof value === "object" && value !== null)
        .map((value) => Property.root(value, property.path));
}

// Stryker disable all: JSON is YAML too, and is only read faster here.
function parseJson(text: string): unknown[] | undefined {
    if (!text.trimStart().startsWith("{")) return undefined;
    try {
        return [JSON.parse(text) as unknown];
    } catch {
        return undefined;
    }
}
// Stryker restore all

function parseYaml(text: string, path: string): unknown[] {
    // Loaded on demand: most stacks never need it, and the pack must start fast.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { parseAllDocuments } = require("yaml") as typeof Yaml;
    try {
        return [...parseAllDocuments(text, { logLevel: "silent" })].map((document) => {
            if (document.errors.length > 0) throw new Error();
            return document.toJS({ maxAliasCount: 100 }) as unknown;
        });
    } catch {
        // The parser's own message quotes the text, which may hold a secret.
        throw new Undetermined(path, "is neither YAML nor JSON");
    }
}
