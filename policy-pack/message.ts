import type { Property } from "./property";
import type { Setting } from "./setting";

const longest = 120;

/** A value that a user wrote, as code, on one line and never longer than a line of a message can bear. */
export function quote(value: string): string {
    return `\`${printed(value)}${value.length > longest ? "…" : ""}\``;
}

/** What of a value is printed. */
export function printed(value: string): string {
    // Control characters would reach the terminal of whoever runs the preview.
    return value.slice(0, longest).replace(/[\u0000-\u001f\u007f-\u009f`]/g, " ");
}

/** A URL, a path or a name as code, without the credentials that a URL may carry. */
export function quoteUrl(url: string): string {
    return quote(url.replace(/\/\/[^/@]*@/, "//").replace(/[?#].*/s, ""));
}

/** Values of which one is to be set: "`a`, `b` or `c`". */
export function alternatives(values: readonly string[]): string {
    const quoted = values.map(quote);
    return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter((part) => part !== "").join(" or ");
}

/** The advice at the end of a message on a value that is none of the allowed ones: long lists are shown by examples. */
export function allowedOrUnset(allowed: readonly string[]): string {
    if (allowed.length === 0) return "leave it unset";
    const shown =
        allowed.length > 10 ? `an allowed one such as ${alternatives(allowed.slice(0, 3))}` : alternatives(allowed);
    return `set it to ${shown}, or leave it unset`;
}

/** What follows from a property being unset or wrong, in the words of the policy. */
export interface Consequence {
    /** Follows "is unset, "; nothing when unset is as good as the value. */
    readonly unset?: string;
    /** Follows "is `<value>`, "; nothing when the value speaks for itself. */
    readonly wrong?: string;
}

/** Demands that a setting has one value: `<property> is <found>[, <consequence>]; set it to <value>.` */
export function* mustBe<T extends string | boolean>(
    setting: Setting<T>,
    value: T,
    { unset, wrong }: Consequence = {},
): Generator<string> {
    if (setting.effective === value) return;
    const [found, why] = setting.value === undefined ? ["unset", unset] : [setting.spell(setting.value), wrong];
    yield `\`${setting.path}\` is ${found}${why === undefined ? "" : `, ${why}`}; set it to ${setting.spell(value)}.`;
}

/** The message that a list is unset or empty, where it must have an element. */
export function missing(
    setting: Setting<readonly Property[]>,
    { consequence, advice }: { readonly consequence: string; readonly advice: string },
): string {
    const found = setting.value === undefined ? "unset" : "empty";
    return `\`${setting.path}\` is ${found}, ${consequence}; set it to ${advice}.`;
}
