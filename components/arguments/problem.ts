import { RunError } from "@pulumi/pulumi";

/** One reason why an argument cannot work, in the parts that the person at the terminal needs. */
export interface Problem {
    /** Path of the argument, as written in the program: `authorizedIpRanges[1]`. */
    argument: string;
    /** The value that was given. */
    found: unknown;
    /** Why it cannot work, as the end of the sentence "… is X, …". */
    why: string;
    /** What to set instead, as an imperative sentence without its full stop. */
    remedy: string;
}

/** Problems of a value that is an argument of something else, named from there. */
export function* problemsBelow(path: string, problems: Iterable<Problem>): Iterable<Problem> {
    for (const problem of problems) {
        yield { ...problem, argument: `${path}.${problem.argument}` };
    }
}

/** A problem in one line. */
export function describe({ argument, found, why, remedy }: Problem): string {
    return `${argument} is ${show(found)}, ${why}. ${remedy}.`;
}

/**
 * All problems of one component in one error, so that a program is mended in one round.
 * A `RunError` is printed by Pulumi without a stack trace: these are mistakes in arguments, not in code.
 */
export function invalidArguments(component: string, name: string, problems: readonly string[]): RunError {
    const count = problems.length === 1 ? "an argument" : `${String(problems.length)} arguments`;
    const lines = problems.map((problem) => `  - ${problem}`).join("\n");
    const error = new RunError(`${component} "${name}" was given ${count} that cannot work:\n${lines}`);
    // Where the error ends a promise, Pulumi prints the stack even so.
    error.stack = error.message;
    return error;
}

const longestShown = 80;

function show(found: unknown): string {
    if (found === undefined) {
        return "unset";
    }
    const text = inWords(found);
    return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}

/** JSON, and words for what JSON has none for: functions, symbols, big integers, NaN. */
function inWords(found: unknown): string {
    if (typeof found === "number" || typeof found === "bigint" || typeof found === "symbol") {
        return String(found);
    }
    return typeof found === "function" ? "a function" : JSON.stringify(found);
}
