import type { Problem } from "./problem";
import type { Rule } from "./rules";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Problems of an argument that should be an object id of Entra ID. */
export function* objectIdProblems(argument: string, found: unknown): Iterable<Problem> {
    if (typeof found !== "string" || !guid.test(found)) {
        yield {
            argument,
            found,
            why: "which is no GUID",
            remedy: "Set the object id of the principal in Entra ID (`az ad group show --group NAME --query id`), not its name",
        };
    }
}

/** Problems of an argument that takes one of a few values, or none. Programs in JavaScript are not held by its type. */
export function* choiceProblems(
    argument: string,
    found: unknown,
    choices: Readonly<Record<string, string>>,
): Iterable<Problem> {
    if (found !== undefined) {
        yield* requiredChoiceProblems(argument, found, choices);
    }
}

/** The same where there is no default. */
export function* requiredChoiceProblems(
    argument: string,
    found: unknown,
    choices: Readonly<Record<string, string>>,
): Iterable<Problem> {
    const values = Object.values(choices);
    if (!values.includes(found as string)) {
        yield {
            argument,
            found,
            why: "which is not among its values",
            remedy: `Set one of ${values.join(", ")}`,
        };
    }
}

/**
 * A rule that knows the names of all arguments. TypeScript refuses other names itself; JavaScript would take a misspelt
 * one in silence, and the cluster would get the default.
 */
export function namesAreKnown<Args extends object>(names: Readonly<Record<keyof Args, true>>): Rule<Args> {
    const known = Object.keys(names);
    return function* (args) {
        for (const name of Object.keys(args)) {
            if (!known.includes(name)) {
                const meant = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
                yield {
                    argument: name,
                    found: "given",
                    why: "and there is no argument of this name",
                    remedy: meant === undefined ? `The arguments are ${known.join(", ")}` : `Write ${meant}`,
                };
            }
        }
    };
}

/** Problems of a list whose entries are told apart by a name. */
export function* duplicateNameProblems(
    argument: string,
    entries: readonly { name: string }[],
    taken: readonly string[] = [],
): Iterable<Problem> {
    for (const [index, { name }] of entries.entries()) {
        if (taken.includes(name) || entries.slice(0, index).some((earlier) => earlier.name === name)) {
            yield {
                argument: `${argument}[${String(index)}].name`,
                found: name,
                why: taken.includes(name) ? "a name that is taken" : "a name that is there twice",
                remedy: "Give each entry a name of its own",
            };
        }
    }
}
