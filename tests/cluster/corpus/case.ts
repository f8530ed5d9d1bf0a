import type { Fields, Place, PodParts } from "./secure-pod";

/** A pod at the boundary of a control. */
export interface Case {
    /** The control. */
    readonly about: string;
    readonly name: string;
    readonly pod: PodParts;
    /** Why the API server refuses it before it asks whether it is secure. */
    readonly invalid?: string;
}

/** Fields by their names. */
export type Values = Readonly<Record<string, Fields>>;

/** Each of the values in each of the places. */
export function each(about: string, places: Readonly<Record<string, Place>>, values: Values): Case[] {
    return Object.entries(places).flatMap(([place, make]) =>
        Object.entries(values).map(([value, fields]) => ({ about, name: `${value} in ${place}`, pod: make(fields) })),
    );
}

/** Pods by their names. */
export function pods(about: string, named: Readonly<Record<string, PodParts>>): Case[] {
    return Object.entries(named).map(([name, pod]) => ({ about, name, pod }));
}

/** Cases that are refused whatever is enforced. */
export function invalid(why: string, cases: readonly Case[]): Case[] {
    return cases.map((one) => ({ ...one, invalid: why }));
}

/** Fields made of each of the values, with the names of the values. */
export function valued(
    name: string,
    values: Readonly<Record<string, unknown>>,
    make = (value: unknown): Fields => ({ [name]: value }),
): Values {
    return mapped(values, (value) => make(value), name);
}

/** What is made of each entry, by `<prefix> <name>`. */
export function mapped<From, To>(
    entries: Readonly<Record<string, From>>,
    make: (value: From, name: string) => To,
    prefix = "",
): Record<string, To> {
    return Object.fromEntries(
        Object.entries(entries).map(([name, value]) => [`${prefix} ${name}`.trim(), make(value, name)]),
    );
}

/** Texts by themselves. */
export function texts(...all: readonly string[]): Record<string, string> {
    return Object.fromEntries(all.map((text) => [JSON.stringify(text), text]));
}

/** What is no value. */
export const none = { null: null, unset: undefined };
export const booleans = { true: true, false: false, ...none };
