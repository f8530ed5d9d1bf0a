import assert from "node:assert/strict";

import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import type { ResourceValidationArgs } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

import type { Policy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import { nativeTokens } from "./fixtures";

/** What the engine sends for a value that is not known at preview. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource as a program registers it. */
export interface Registered {
    readonly type: string;
    readonly props: object;
}

/** What one policy said of a resource. */
export interface Verdict {
    readonly violations: string[];
    /** Each `<property> <why>`. */
    readonly undetermined: string[];
    readonly notApplicable: string | undefined;
}

type Config = Readonly<Record<string, unknown>>;

/** The part of the SDK's server that its declarations leave out: the code that runs in a served pack. */
interface SdkServer {
    readonly makeAnalyzeRpcFun: (
        pack: string,
        version: string,
        level: string,
        policies: readonly object[],
    ) => (
        call: { request: analyzer.AnalyzeRequest },
        callback: (error: Error | null | undefined, response?: analyzer.AnalyzeResponse) => void,
    ) => void;
}

const { makeAnalyzeRpcFun } = server as unknown as SdkServer;

/** Runs policies over a resource by the SDK's own server functions: serialized, with the proxies for unknown values. */
export async function evaluate(
    { type, props }: Registered,
    { of = policies, config }: { of?: readonly Policy[]; config?: Config } = {},
): Promise<Map<string, Verdict>> {
    const request = new analyzer.AnalyzeRequest();
    request.setType(type);
    request.setName("subject");
    request.setUrn(`urn:pulumi:test::test::${type}::subject`);
    request.setProperties(Struct.fromJavaScript(props as Record<string, JavaScriptValue>));
    request.setOptions(new analyzer.AnalyzerResourceOptions());

    const run = makeAnalyzeRpcFun(
        "aksguard",
        "0.0.0",
        "mandatory",
        config === undefined ? of : of.map(configured(config)),
    );
    const response = await new Promise<analyzer.AnalyzeResponse>((resolve, reject) => {
        run({ request }, (error, answer) => {
            if (answer === undefined) reject(error ?? new Error("no answer"));
            else resolve(answer);
        });
    });

    const verdicts = new Map<string, Verdict>();
    for (const { name, description } of of) {
        const messages = response.getDiagnosticsList().filter((diagnostic) => diagnostic.getPolicyname() === name);
        const cannotRun = /^can't run policy '.*' from policy pack '.*' during preview: /;
        // The SDK puts the statement of the policy above each message.
        const texts = messages.map((diagnostic) => diagnostic.getMessage().replace(`${description}\n`, ""));
        verdicts.set(name, {
            violations: texts.filter((text) => !cannotRun.test(text)),
            undetermined: texts
                .filter((text) => cannotRun.test(text))
                .flatMap((text) => text.replace(cannotRun, "").split("; ")),
            notApplicable: response
                .getNotApplicableList()
                .find((item) => item.getPolicyName() === name)
                ?.getReason(),
        });
    }
    return verdicts;
}

/** The SDK keeps configuration in a module that only a served pack can reach: hand it over on the way. */
function configured(config: Config): (policy: Policy) => Policy {
    return (policy) => {
        const { validateResource } = policy;
        if (typeof validateResource !== "function") return policy;
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
}

interface Inapplicable extends Registered {
    readonly reason: string;
    readonly also?: readonly string[];
}

/** The cases of one policy. */
export interface Cases {
    readonly compliant: Readonly<Record<string, Compliant>>;
    readonly violating: Readonly<Record<string, Violating>>;
    readonly undetermined?: Readonly<Record<string, Undecided>>;
    readonly notApplicable?: Readonly<Record<string, Inapplicable>>;
}

/** Names of policies that have cases, for the meta-test. */
export const tested = new Set<string>();

/** Registers the tests of one policy: each case under every token of its type, and no other policy may object. */
export function testPolicy(policy: Policy, cases: Cases): void {
    tested.add(policy.name);
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
        const verdicts = await evaluate({ type, props: resource.props }, config === undefined ? {} : { config });
        assert.deepEqual(verdicts.get(policy.name), { violations, undetermined, notApplicable }, type);

        const others = [...verdicts].filter(([name, verdict]) => name !== policy.name && verdict.violations.length > 0);
        assert.deepEqual(
            others.map(([name]) => name).sort(),
            [...also].sort(),
            `other policies that object to ${type}`,
        );
    }
}
