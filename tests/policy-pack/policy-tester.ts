import assert from "node:assert/strict";

import type { ResourceValidationArgs } from "@pulumi/policy";

import { isResourcePolicy, type Policy, type ResourcePolicy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import { nativeTokens } from "./fixtures";
import { analyze, analyzeRequest, verdictOf, type Registered, type Verdict } from "./sdk-server";

export { UNKNOWN, type Registered, type Verdict } from "./sdk-server";

type Config = Readonly<Record<string, unknown>>;

/** Runs policies over a resource by the SDK's own server functions: serialized, with the proxies for unknown values. */
export async function evaluate(
    resource: Registered,
    { of = policies, config }: { of?: readonly Policy[]; config?: Config } = {},
): Promise<Map<string, Verdict>> {
    const request = analyzeRequest({ ...resource, name: "subject" });
    const judging = of.filter(isResourcePolicy);
    const response = await analyze(request, config === undefined ? judging : judging.map(configured(config)));
    return new Map(judging.map((policy) => [policy.name, verdictOf(policy, response)]));
}

/** The SDK keeps configuration in a module that only a served pack can reach: hand it over on the way. */
function configured(config: Config): (policy: ResourcePolicy) => ResourcePolicy {
    return ({ validateResource, ...policy }) => {
        const withConfig = (args: ResourceValidationArgs): ResourceValidationArgs =>
            Object.assign(args, { getConfig: () => config });
        return { ...policy, validateResource: (args, report) => validateResource(withConfig(args), report) };
    };
}

/** A resource, and what is said of it. */
interface Violating extends Registered {
    /** The whole message, or all of them in order. */
    readonly message: string | readonly string[];
    /** Other policies that object to the same resource. */
    readonly also?: readonly string[];
    readonly config?: Config;
}

interface Compliant extends Registered {
    readonly also?: readonly string[];
    readonly config?: Config;
}

interface Undecided extends Registered {
    /** What could not be decided, all of it, in order. */
    readonly undetermined: readonly string[];
    /** What could be decided all the same. */
    readonly violations?: readonly string[];
    readonly also?: readonly string[];
    readonly config?: Config;
}

interface Inapplicable extends Registered {
    readonly reason: string;
    readonly also?: readonly string[];
    readonly config?: Config;
}

/** The cases of one policy. */
export interface Cases {
    readonly compliant: Readonly<Record<string, Compliant>>;
    readonly violating: Readonly<Record<string, Violating>>;
    readonly undetermined?: Readonly<Record<string, Undecided>>;
    readonly notApplicable?: Readonly<Record<string, Inapplicable>>;
}

/** A mutant of a policy must be caught by the tests of that policy: to ask the others too would take two hundred times as long. */
const asksOthers = process.env["STRYKER_MUTATOR_WORKER"] === undefined;

/** Registers the tests of one policy: each case under every token of its type, and no other policy may object. */
export function testPolicy(policy: Policy, cases: Cases): void {
    describe(policy.name, () => {
        for (const [title, resource] of Object.entries(cases.compliant)) {
            it(`accepts ${title}`, () => expectVerdict(policy, resource, { violations: [] }));
        }
        for (const [title, resource] of Object.entries(cases.violating)) {
            const violations = [resource.message].flat();
            it(`refuses ${title}`, () => expectVerdict(policy, resource, { violations }));
        }
        for (const [title, resource] of Object.entries(cases.undetermined ?? {})) {
            const { undetermined, violations = [] } = resource;
            it(`cannot decide ${title}`, () => expectVerdict(policy, resource, { violations, undetermined }));
        }
        for (const [title, resource] of Object.entries(cases.notApplicable ?? {})) {
            it(`does not apply to ${title}`, () =>
                expectVerdict(policy, resource, { violations: [], notApplicable: resource.reason }));
        }
    });
}

interface Expected {
    readonly violations: readonly string[];
    readonly undetermined?: readonly string[];
    readonly notApplicable?: string;
}

async function expectVerdict(
    policy: Policy,
    resource: Registered & { also?: readonly string[]; config?: Config },
    { violations, undetermined = [], notApplicable }: Expected,
): Promise<void> {
    for (const type of nativeTokens(resource.type)) {
        const { config, also = [] } = resource;
        const of = asksOthers ? policies : [policy];
        const verdicts = await evaluate({ ...resource, type }, config === undefined ? { of } : { of, config });
        assert.deepEqual(verdicts.get(policy.name), { violations, undetermined, notApplicable }, type);
        if (!asksOthers) continue;

        const others = [...verdicts].filter(([name, verdict]) => name !== policy.name && verdict.violations.length > 0);
        assert.deepEqual(
            others.map(([name]) => name).sort(),
            [...also].sort(),
            `other policies that object to ${type}`,
        );
    }
}
