import type * as Re2 from "re2js";

const compiled = new Map<string, Re2.RE2JS | undefined>();

/** An expression of images in RE2, as Azure Policy reads it: in linear time, and compiled once. `undefined` for what is none. */
export function imageExpression(text: string): Re2.RE2JS | undefined {
    // Stryker disable next-line ConditionalExpression: compiled again, it is the same.
    if (!compiled.has(text)) compiled.set(text, compile(text));
    return compiled.get(text);
}

function compile(text: string): Re2.RE2JS | undefined {
    // Loaded on demand: most stacks have no pods, and the pack must start fast.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { RE2JS } = require("re2js") as typeof Re2;
    try {
        return RE2JS.compile(text);
    } catch {
        // What cannot be compiled is none.
    }
}
