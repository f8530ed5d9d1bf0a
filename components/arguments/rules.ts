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
    if (typeof args !== "object" || Object.is(args, null)) {
        const why = "which is no object with arguments";
        const problem = { argument: "args", found: args, why, remedy: "Set one such as { name: value }" };
        throw invalidArguments(component, name, [describe(problem)]);
    }
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
    const now = verdicts.flatMap((verdict) => (pulumi.Output.isInstance(verdict) ? [] : verdict));
    const late = pulumi.all(verdicts.filter((verdict) => pulumi.Output.isInstance(verdict)));
    // Two rules that read the same wrong value may say the same.
    return { now: distinct(now), late: late.apply((lines) => distinct(lines.flat())) };
}

/** What has arrived so far, by the Output or promise that brought it. */
type Known = ReadonlyMap<object, { value: unknown; secret: boolean }>;

function judge<Args extends object>(rule: Rule<Args>, args: Args, known: Known): string[] | pulumi.Output<string[]> {
    const reader = new Reader(known);
    const told = [...known.values()].some(({ secret }) => secret) ? withoutValues : describe;
    try {
        return [...rule(reader.plain(args, "") as pulumi.Unwrap<Args>)].map(told);
    } catch (error) {
        if (error instanceof Nothing) {
            return [told(error)];
        }
        // Programs in JavaScript are not held by types: a text came where a list belongs, or nothing at all.
        if (error instanceof TypeError && isOfNothing(error) && reader.lastMissing !== undefined) {
            const why = "and it has no default";
            return [told({ argument: reader.lastMissing, found: undefined, why, remedy: "Give it a value" })];
        }
        if (error instanceof TypeError && reader.last !== undefined) {
            const why = "which has another shape than this argument";
            return [told({ ...reader.last, why, remedy: seeDocumentation })];
        }
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

/** Whether something was asked of `undefined`, in the words of V8. */
function isOfNothing({ message }: TypeError): boolean {
    return /of '?undefined|undefined or null|undefined is not iterable|as it is undefined/.test(message);
}

const seeDocumentation = "Compare it with the documentation of the argument";

/** A problem that was found by reading a secret says where, and nothing of the value. */
function withoutValues({ argument }: Problem): string {
    return `${argument} is a secret whose value cannot work here. ${seeDocumentation}.`;
}

/** Thrown by reading an argument whose value is still on its way. */
class NotYetKnown extends Error {
    constructor(readonly input: pulumi.Output<unknown> | Promise<unknown>) {
        super("a value that is not yet known was read");
    }
}

/**
 * Thrown by reading an argument that is there and says nothing: `null`, or a late value that came to nothing. For an
 * argument whose presence decides, such as `authorizedIpRanges`, it would be neither given nor left out.
 */
class Nothing extends Error implements Problem {
    readonly found = null;
    readonly why = "which is neither a value nor left out";
    readonly remedy = "Give it a value, or leave it out";

    constructor(readonly argument: string) {
        super(`${argument} is null`);
    }
}

/** Hands arguments to a rule as plain values: late ones replaced by what is known of them. */
class Reader {
    /** The argument that was read last, with its path. */
    last: { argument: string; found: unknown } | undefined;
    /** Path of the argument that was last looked for in vain. */
    lastMissing: string | undefined;

    constructor(private readonly known: Known) {}

    plain(value: unknown, path: string): unknown {
        if (pulumi.Output.isInstance(value) || value instanceof Promise) {
            const arrived = this.known.get(value);
            if (arrived === undefined) {
                throw new NotYetKnown(value);
            }
            return this.plain(arrived.value ?? null, path);
        }
        if (value === null) {
            throw new Nothing(path);
        }
        if (typeof value !== "object" || pulumi.Resource.isInstance(value)) {
            return value;
        }
        return new Proxy(value, {
            get: (target, property) => {
                const entry: unknown = Reflect.get(target, property);
                const entryPath = pathTo(target, path, property);
                if (entryPath === undefined) {
                    return entry;
                }
                if (entry === undefined) {
                    this.lastMissing = entryPath;
                    return undefined;
                }
                const read = this.plain(entry, entryPath);
                this.last = { argument: entryPath, found: read };
                return read;
            },
        });
    }
}

/** Path of a property that is an argument, also of one that was left out; methods and lengths are none. */
function pathTo(target: object, path: string, property: string | symbol): string | undefined {
    if (typeof property === "symbol" || (property in target && !Object.hasOwn(target, property))) {
        return undefined;
    }
    if (Array.isArray(target)) {
        return /^\d+$/.test(property) ? `${path}[${property}]` : undefined;
    }
    return path === "" ? property : `${path}.${property}`;
}

function distinct(lines: readonly string[]): string[] {
    return [...new Set(lines)];
}
