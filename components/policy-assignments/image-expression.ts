import { RE2JS } from "re2js";
import type { Problem } from "../arguments/problem";

/** An image that the add-ons of AKS could run. */
const imageOfMicrosoft = "mcr.microsoft.com/oss/kubernetes/pause:3.10";

/** A registry that belongs to nobody here. */
const stranger = "attacker.example";

/** The expression as Azure Policy runs it, or `undefined` where it is none of RE2. */
function compile(expression: unknown): RE2JS | undefined {
    try {
        return RE2JS.compile(String(expression));
    } catch {
        return undefined;
    }
}

/** Azure Policy looks for the expression anywhere in the image, as `re_match` of Rego and `matches` of CEL do. */
function allows(expression: RE2JS, image: string): boolean {
    return expression.matcher(image).find();
}

/** Problems of an expression that allows images: what it is, and that it allows no strangers. */
export function allowedImageProblems(argument: string, found: unknown): Problem[] {
    return problemsOf(argument, found, [strangerProblems, registryProblems]);
}

/** The same, and that it allows what AKS needs. */
export function imageExpressionProblems(argument: string, found: unknown): Problem[] {
    return problemsOf(argument, found, [strangerProblems, microsoftProblems, registryProblems]);
}

/** One thing that an expression must allow, or must not. */
type Judge = (argument: string, found: string, expression: RE2JS) => Iterable<Problem>;

/** One mistake in an expression often shows in several ways: the first one is told. */
function problemsOf(argument: string, found: unknown, judges: readonly Judge[]): Problem[] {
    const expression = typeof found === "string" && found !== "" ? compile(found) : undefined;
    if (expression === undefined) {
        return [
            {
                argument,
                found,
                why: "which is no regular expression of RE2 (no lookaround, no backreferences)",
                remedy: String.raw`Set one such as "^(mcr\\.microsoft\\.com|prod\\.azurecr\\.io)/.+$"`,
            },
        ];
    }
    for (const judge of judges) {
        const problems = [...judge(argument, String(found), expression)];
        if (problems.length > 0) {
            return problems;
        }
    }
    return [];
}

function* strangerProblems(argument: string, found: string, expression: RE2JS): Iterable<Problem> {
    if (allows(expression, `${stranger}/app:1.0`)) {
        yield {
            argument,
            found,
            why: `which allows images of every registry, ${stranger}/app:1.0 among them`,
            remedy: "Name the registries whose images may run",
        };
    }
}

function* microsoftProblems(argument: string, found: string, expression: RE2JS): Iterable<Problem> {
    if (allows(expression, imageOfMicrosoft)) {
        yield* lookalikeProblems(argument, found, expression, imageOfMicrosoft);
    } else {
        yield {
            argument,
            found,
            why: `which does not allow ${imageOfMicrosoft}, and add-ons of AKS come from that registry`,
            remedy: String.raw`Let it allow "mcr\\.microsoft\\.com/" as well`,
        };
    }
}

function* registryProblems(argument: string, found: string, expression: RE2JS): Iterable<Problem> {
    for (const registry of registriesIn(found)) {
        const image = examplesOf(registry).find((example) => allows(expression, example));
        if (image !== undefined) {
            yield* lookalikeProblems(argument, found, expression, image);
        }
    }
}

/** What looks like the name of a registry in an expression, with its dots escaped or not. */
function registriesIn(expression: string): string[] {
    const names = expression.replace(/\\[.]|\[[.]\]/g, ".").match(/[a-z0-9-]+(\.[a-z0-9-]+)+/gi) ?? [];
    return [...new Set(names.map((name) => name.toLowerCase()))];
}

/** Problems of an expression with images, or registries by their login server, that the cluster needs. */
export function* neededImageProblems(
    argument: string,
    found: unknown,
    neededImages: readonly string[],
): Iterable<Problem> {
    const expression = compile(found);
    if (expression === undefined) {
        return;
    }
    for (const needed of neededImages) {
        const allowed = examplesOf(needed).find((image) => allows(expression, image));
        if (allowed === undefined) {
            yield {
                argument,
                found,
                why: `which does not allow ${needed}, and the cluster needs it`,
                remedy: "Let the expression allow it as well",
            };
        } else {
            yield* lookalikeProblems(argument, found, expression, allowed);
        }
    }
}

/** Images that stand for what is needed: itself, or where a registry is named, such as one could have. */
function examplesOf(needed: string): string[] {
    const digest = `@sha256:${"0".repeat(64)}`;
    return needed.includes("/")
        ? [needed]
        : ["app", "team/app"].flatMap((path) => [`${needed}/${path}:1.0`, `${needed}/${path}${digest}`]);
}

/** An expression that allows an image must not allow one of another registry that only looks like it. */
function* lookalikeProblems(argument: string, found: unknown, expression: RE2JS, image: string): Iterable<Problem> {
    const slash = image.indexOf("/");
    const registry = image.slice(0, slash);
    const path = image.slice(slash);
    const lookalikes = [
        [`${stranger}/${image}`, 'Begin it with "^", before a group that holds all alternatives'],
        [`${registry}.${stranger}${path}`, 'End the name of each registry with "/"'],
        ...[...registry.matchAll(/\./g)].map(({ index }) => [
            `${registry.slice(0, index)}x${registry.slice(index + 1)}${path}`,
            String.raw`Escape each dot in the name of a registry: "\\."`,
        ]),
    ] as [string, string][];
    const allowed = lookalikes.find(([lookalike]) => allows(expression, lookalike));
    if (allowed !== undefined) {
        yield { argument, found, why: `which also allows ${allowed[0]}, of another registry`, remedy: allowed[1] };
    }
}
