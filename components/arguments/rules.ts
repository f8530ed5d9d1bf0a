import * as pulumi from "@pulumi/pulumi";
import { describe, invalidArguments, type Problem } from "./problem";

/**
 * States one thing that must hold between arguments, and yields what breaks it. A rule reads arguments as plain
 * values; where it meets an Output that is not yet known, it is run again when that value is.
 */
export type Rule<Args> = (args: pulumi.Unwrap<Args>) => Iterable<Problem>;

/**
 * Runs all rules before anything is registered.
 *
 * @returns what the children must wait for (their `dependsOn`): the verdict on values that come late, which never makes
 * an input unknown at preview, and what the caller made the component depend on, which Pulumi does not hand down.
 * @throws RunError with every problem that the plain values already show.
 */
export function checkArguments<Args extends object>(
    component: string,
    name: string,
    args: Args,
    rules: readonly Rule<Args>[],
    opts?: pulumi.ComponentResourceOptions,
): pulumi.Output<pulumi.Resource[]> {
    const verdict = judgeAll(args, rules);
    if (verdict.now.length > 0) {
        throw invalidArguments(component, name, verdict.now);
    }
    // In unit tests of programs there is no engine, and late values are what a mock made up: they are not judged.
    const late = pulumi.runtime.hasEngine() ? verdict.late : pulumi.output([]);
    return late.apply((problems) => {
        if (problems.length > 0) {
            throw invalidArguments(component, name, problems);
        }
        return pulumi.output(opts?.dependsOn ?? []).apply((resources) => [resources].flat());
    });
}

/** The problems of arguments, each in a line: those that show at once, and those that show when all is known. */
export function judgeAll<Args extends object>(
    args: Args,
    rules: readonly Rule<Args>[],
): { now: string[]; late: pulumi.Output<string[]> } {
    const verdicts = rules.map((rule) => judge(rule, args, new Map()));
    return {
        now: verdicts.flatMap((verdict) => (pulumi.Output.isInstance(verdict) ? [] : verdict)),
        late: pulumi.all(verdicts.filter((verdict) => pulumi.Output.isInstance(verdict))).apply((late) => late.flat()),
    };
}

/** What has arrived so far, by the Output or promise that brought it. */
type Known = ReadonlyMap<object, { value: unknown; secret: boolean }>;

function judge<Args extends object>(rule: Rule<Args>, args: Args, known: Known): string[] | pulumi.Output<string[]> {
    try {
        const problems = [...rule(plain(args, known) as pulumi.Unwrap<Args>)];
        return [...known.values()].some(({ secret }) => secret) ? problems.map(withoutValues) : problems.map(describe);
    } catch (error) {
        if (!(error instanceof NotYetKnown)) {
            throw error;
        }
        const { input } = error;
        const secret = pulumi.Output.isInstance(input) ? pulumi.isSecret(input) : false;
        // `output` flattens: the inner verdict may be late itself, when the rule reads a second Output.
        return pulumi.unsecret(
            pulumi
                .all([input, secret])
                .apply(([value, isSecret]) =>
                    pulumi.output(judge(rule, args, new Map([...known, [input, { value, secret: isSecret }]]))),
                ),
        );
    }
}

/** A problem that was found by reading a secret says where, and nothing of the value. */
function withoutValues({ argument }: Problem): string {
    return `${argument} is a secret whose value cannot work here. Compare it with the documentation of the argument.`;
}

/** Thrown by reading an argument whose value is still on its way. */
class NotYetKnown extends Error {
    constructor(readonly input: pulumi.Output<unknown> | Promise<unknown>) {
        super("a value that is not yet known was read");
    }
}

/** The arguments as the rule reads them: late values replaced by what is known of them. */
function plain(value: unknown, known: Known): unknown {
    if (pulumi.Output.isInstance(value) || value instanceof Promise) {
        if (!known.has(value)) {
            throw new NotYetKnown(value);
        }
        return known.get(value)?.value;
    }
    if (value === null || typeof value !== "object" || pulumi.Resource.isInstance(value)) {
        return value;
    }
    return new Proxy(value, { get: (target, property) => plain(Reflect.get(target, property), known) });
}
