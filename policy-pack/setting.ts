import { quote } from "./message";
import { Malformed, type Property } from "./property";

/** A property with the meaning that ARM or Kubernetes gives it, in the spelling and with the default of its provider. */
export interface Setting<T> {
    /** The property as the user wrote it. */
    readonly path: string;
    /** The same as `effective`, but `undefined` where that throws because it is not known yet. */
    readonly known: T | undefined;
    /** What was given; `undefined` when unset. */
    readonly value: T | undefined;
    /** What the provider makes of it: the value, or its own default for what is unset. */
    readonly effective: T;
    /** How `value` is written in this property, as code. */
    readonly spell: (value: T) => string;
    /** Gives the resource another value here; absent where what is read is no single property. */
    readonly set?: (value: T) => void;
}

/** What a provider makes of an unset property: a value, or how to find it, asked only when it is needed. */
type Default<T> = T | (() => T);

/** A boolean property, and what the provider makes of it when it is unset. */
export function flag(property: Property, unset: Default<boolean>): Setting<boolean> {
    return setting(property, () => property.boolean(), unset, String);
}

/** A boolean property that says the opposite of what ARM says, for example classic `runCommandEnabled`. */
export function invertedFlag(property: Property, unset: boolean): Setting<boolean> {
    return setting(
        property,
        () => not(property.boolean()),
        unset,
        (value) => String(!value),
        (value) => !value,
    );
}

/** A boolean that the service takes as text in any case, such as `"true"`; `spell` shows how it is usually written. */
export function textFlag(
    property: Property,
    unset: boolean,
    words: { readonly true: string; readonly false: string } = { true: "true", false: "false" },
): Setting<boolean> {
    const spell = (value: boolean) => JSON.stringify(value ? words.true : words.false);
    const read = () => {
        const text = property.string() || undefined;
        if (text === undefined) return undefined;
        if (text.toLowerCase() === "true") return true;
        if (text.toLowerCase() === "false") return false;
        throw new Malformed(property.path, text, `${quote(spell(true))} or ${quote(spell(false))}`);
    };
    return setting(property, read, unset, spell, (value) => (value ? words.true : words.false));
}

/** A boolean property where ARM has one of two words, for example classic `enforce`: it is read in these words. */
export function wordFlag(
    property: Property,
    words: { readonly true: string; readonly false: string },
    unset: boolean,
): Setting<string> {
    const word = (value: boolean) => (value ? words.true : words.false);
    return setting(
        property,
        () => {
            const value = property.boolean();
            return value === undefined ? undefined : word(value);
        },
        word(unset),
        (value) => String(value === words.true),
        (value) => value === words.true,
    );
}

/** A string property; an empty string counts as unset. */
export function text(property: Property, unset: Default<string>): Setting<string> {
    return setting(
        property,
        () => property.string() || undefined,
        unset,
        (value) => value,
    );
}

/** A string property that the service reads in any case, in the usual spelling of its words. */
export function choice(property: Property, words: readonly string[], unset: Default<string>): Setting<string> {
    const usual = (found: string) => words.find((word) => word.toLowerCase() === found.toLowerCase()) ?? found;
    return setting(
        property,
        () => {
            const found = property.string() || undefined;
            return found === undefined ? undefined : usual(found);
        },
        unset,
        (value) => value,
    );
}

/** A number property. */
export function amount(property: Property, unset: number): Setting<number> {
    return setting(property, () => property.number(), unset, String);
}

/** A list property, its elements unread. */
export function list(property: Property): Setting<readonly Property[]> {
    return setting<readonly Property[]>(
        property,
        () => property.list(),
        [],
        () => "a list",
    );
}

function setting<T extends boolean | number | string | readonly Property[]>(
    property: Property,
    read: () => T | undefined,
    unset: Default<T>,
    spell: (value: T) => string,
    raw: (value: T) => unknown = (value) => value,
): Setting<T> {
    return {
        path: property.path,
        get known() {
            return property.isKnown ? this.effective : undefined;
        },
        get value() {
            return read();
        },
        get effective() {
            return read() ?? (typeof unset === "function" ? unset() : unset);
        },
        spell: (value) => quote(spell(value)),
        set: (value) => {
            property.set(raw(value));
        },
    };
}

function not(value: boolean | undefined): boolean | undefined {
    return value === undefined ? undefined : !value;
}
