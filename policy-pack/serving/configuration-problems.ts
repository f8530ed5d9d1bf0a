import type * as Levenshtein from "fastest-levenshtein";

import { prefixes } from "./exemptions";
import { alternatives, quote } from "../message";
import { isResourcePolicy, type Policy } from "../policy";

/** The configuration of a policy. */
export interface PolicyConfiguration {
    readonly level: "advisory" | "mandatory" | "remediate" | "disabled";
    readonly properties: Readonly<Record<string, unknown>>;
}

type Configuration = ReadonlyMap<string, PolicyConfiguration>;

/** What is wrong with a configuration, beside what its schemas say: each a sentence with what to do. */
export function* configurationProblems(policies: readonly Policy[], configuration: Configuration): Generator<string> {
    const ofAll = configuration.get("all");
    for (const [name, given] of configuration) {
        const policy = policies.find((candidate) => candidate.name === name);
        if (policy !== undefined) {
            yield* propertyProblems(policy, given);
            yield* silenceProblems(policy, given);
            // What is said of all policies arrives at each of them: it is no mistake there.
            if (given.level !== ofAll?.level) yield* levelProblems(policy, given);
        } else if (name === "all") {
            for (const property of Object.keys(given.properties)) {
                yield `\`all\` has no property ${quote(property)}; set it for each policy.`;
            }
        } else {
            yield `${quote(name)} is no policy of the pack; ${suggestion(name, policies)}`;
        }
    }
}

/** Nobody would be told of what a program exempts. */
function* silenceProblems(policy: Policy, { level, properties }: PolicyConfiguration): Generator<string> {
    if (policy.name === "stack-exemptions-current" && level === "disabled" && properties.exemptionsInProgram === true) {
        yield `\`${policy.name}\` cannot be \`disabled\` while \`exemptionsInProgram\` is \`true\`: it tells what programs exempt; set it to \`advisory\`.`;
    }
}

function* propertyProblems(policy: Policy, { properties }: PolicyConfiguration): Generator<string> {
    const known = Object.keys(policy.configSchema?.properties ?? {});
    for (const [property, value] of Object.entries(properties)) {
        if (known.includes(property)) {
            if (property === "exemptions") yield* exemptionProblems(policy.name, value);
        } else if (property === "exemptions" && policy.unwaivable !== undefined) {
            yield `\`${policy.name}\` takes no exemptions: ${policy.unwaivable}; mend the resource.`;
        } else {
            const instead = known.length === 0 ? "remove it" : `set ${alternatives(known)}`;
            yield `\`${policy.name}\` has no property ${quote(property)}; ${instead}.`;
        }
    }
}

function* levelProblems(policy: Policy, { level }: PolicyConfiguration): Generator<string> {
    if (policy.unwaivable !== undefined && (level === "advisory" || level === "disabled")) {
        yield `\`${policy.name}\` cannot be \`${level}\`: ${policy.unwaivable}; remove it from the configuration.`;
    }
    if (level === "remediate" && !(isResourcePolicy(policy) && policy.remediateResource !== undefined)) {
        yield `\`${policy.name}\` cannot mend a resource; set it to \`mandatory\`.`;
    }
}

/** A misspelt prefix would be read as the beginning of a URN that no resource has. */
function* exemptionProblems(policy: string, exemptions: unknown): Generator<string> {
    for (const [index, exemption] of (Array.isArray(exemptions) ? (exemptions as unknown[]) : []).entries()) {
        const { resource } = exemption as { resource?: unknown };
        if (typeof resource !== "string" || /^(?:urn:|\*)/.test(resource)) continue;
        if (prefixes.some((prefix) => resource.startsWith(prefix))) continue;
        yield `\`${policy}\` has an exemption \`exemptions[${index}]\` of ${quote(resource)}, which matches no resource; begin it with ${alternatives(["urn:", "*", ...prefixes])}.`;
    }
}

/** The policy whose name is nearly the same. */
function suggestion(name: string, policies: readonly Policy[]): string {
    // Loaded on demand: nearly nobody misspells.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { closest, distance } = require("fastest-levenshtein") as typeof Levenshtein;
    const nearest = closest(
        name,
        policies.map((policy) => policy.name),
    );
    return distance(name, nearest) > name.length / 3 ? "remove it." : `did you mean \`${nearest}\`?`;
}
