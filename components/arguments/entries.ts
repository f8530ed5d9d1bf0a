import type { Problem } from "./problem";

type Words = Pick<Problem, "why" | "remedy">;

/** Problems of the entries of a list, in words that are the same for each. */
export function* entryProblems(
    argument: string,
    list: readonly unknown[] | undefined,
    isValid: (entry: unknown) => boolean,
    words: Words,
): Iterable<Problem> {
    for (const [index, found] of (list ?? []).entries()) {
        if (!isValid(found)) {
            yield { argument: `${argument}[${String(index)}]`, found, ...words };
        }
    }
}

/** The same of a list without which a policy would refuse everything. */
export function* requiredEntryProblems(
    argument: string,
    list: readonly unknown[] | undefined,
    isValid: (entry: unknown) => boolean,
    words: Words,
): Iterable<Problem> {
    if (list === undefined || list.length === 0) {
        yield { argument, found: list, why: "which has no entry", remedy: "Set at least one, or leave the policy out" };
        return;
    }
    yield* entryProblems(argument, list, isValid, words);
}

/** Whether it is a text of a form. */
export function isText(found: unknown, form: RegExp): found is string {
    return typeof found === "string" && form.test(found);
}

/** Whether it is the number of a port, as text. */
export function isPort(port: unknown): boolean {
    return isText(port, /^[1-9][0-9]{0,4}$/) && Number(port) <= 65535;
}

/** Whether it is a port, or two with a hyphen, as text. */
export function isPortOrRange(range: unknown): boolean {
    const [first, last = first, ...others] = typeof range === "string" ? range.split("-") : [];
    return others.length === 0 && isPort(first) && isPort(last) && Number(first) <= Number(last);
}
