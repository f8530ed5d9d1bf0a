import assert from "node:assert/strict";

import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

import type { Policy, StackPolicy } from "../../policy-pack/policy";
import { withRecordedInputs } from "../../policy-pack/serving/recorded-inputs";
import {
    UNKNOWN,
    analyze,
    analyzeRequest,
    analyzeStack,
    urnOf,
    verdictOf,
    type Registered,
    type Verdict,
} from "./sdk-server";

/** A resource of a stack at preview. */
export interface Member extends Registered {
    /** What the provider makes of the inputs. Default: the same. */
    readonly outputs?: object;
    /** Whether it is read and not registered, so that no resource policy sees it. */
    readonly isRead?: boolean;
    readonly isComponent?: boolean;
    /** The name of its provider, where that is a resource of the stack. */
    readonly provider?: string;
    /** The names of the resources that its properties are made from, by property. */
    readonly madeFrom?: Readonly<Record<string, readonly string[]>>;
}

type Config = Readonly<Record<string, unknown>>;

/** Resources by name. */
export type Stack = Readonly<Record<string, Member>>;

/**
 * Runs a stack policy as a served pack does: the inputs of each resource are recorded first, then the whole stack with
 * its outputs comes to the stack policy. What it says of a resource is found under the name of that, the rest under "".
 */
export async function evaluateStack(
    policy: StackPolicy,
    stack: Stack,
    config: Config = {},
): Promise<Map<string, Verdict>> {
    const urns = new Map(Object.entries(stack).map(([name, { type }]) => [name, urnOf({ type, name })]));
    const urn = (name: string) => urns.get(name) ?? assert.fail(`no ${name}`);
    const members = Object.entries(stack).map(([name, { provider, madeFrom = {}, ...member }]): StackMember => {
        const sources = Object.entries(madeFrom).map(([property, names]) => [property, names.map(urn)] as const);
        const ofProvider = provider === undefined ? {} : { providerUrn: urn(provider) };
        return { ...member, name, urn: urn(name), ...ofProvider, madeFromUrns: Object.fromEntries(sources) };
    });
    const { ofStack } = await judgeStack(members, [configured(policy, config)]);
    return new Map(["", ...urns.keys()].map((name) => [name, verdictOf(policy, ofStack, urns.get(name))]));
}

/** A resource of a stack, which names others by their URNs. */
export interface StackMember extends Omit<Member, "provider" | "madeFrom"> {
    readonly name: string;
    readonly urn: string;
    readonly providerUrn?: string;
    readonly madeFromUrns: Readonly<Record<string, readonly string[]>>;
}

/** Runs policies as a served pack does: first over the inputs of each resource, then over the outputs of all. */
export async function judgeStack(members: readonly StackMember[], of: readonly Policy[]) {
    const { policies: pack, record } = withRecordedInputs(of);
    const recorder = { name: "recorder", validateResource: record };
    const ofResources = new Map<StackMember, analyzer.AnalyzeResponse>();
    for (const member of members) {
        if (member.isRead !== true) ofResources.set(member, await analyze(analyzeRequest(member), [recorder, ...pack]));
    }
    const request = new analyzer.AnalyzeStackRequest();
    for (const { name, urn, type, props, outputs = props, isComponent = false, providerUrn, madeFromUrns } of members) {
        const resource = new analyzer.AnalyzerResource();
        resource.setType(type);
        resource.setName(name);
        resource.setUrn(urn);
        resource.setProperties(Struct.fromJavaScript(outputs as Record<string, JavaScriptValue>));
        resource.setOptions(new analyzer.AnalyzerResourceOptions());
        if (!isComponent) resource.setProvider(providerOf(type, providerUrn));
        resource.setDependenciesList([...new Set(Object.values(madeFromUrns).flat())]);
        for (const [property, urns] of Object.entries(madeFromUrns)) {
            const dependencies = new analyzer.AnalyzerPropertyDependencies();
            dependencies.setUrnsList([...urns]);
            resource.getPropertydependenciesMap().set(property, dependencies);
        }
        request.addResources(resource);
    }
    return { ofResources, ofStack: await analyzeStack(request, pack) };
}

/** The SDK keeps configuration in a module that only a served pack can reach: hand it over on the way. */
function configured({ validateStack, ...policy }: StackPolicy, config: Config): StackPolicy {
    return {
        ...policy,
        validateStack: (args, report) => validateStack({ ...args, getConfig: () => config as never }, report),
    };
}

function providerOf(type: string, urn?: string): analyzer.AnalyzerProviderResource {
    const [packageName = ""] = type.split(":");
    const providerType = `pulumi:providers:${packageName}`;
    const provider = new analyzer.AnalyzerProviderResource();
    provider.setType(providerType);
    provider.setName(urn?.split("::").at(-1) ?? "default");
    provider.setUrn(urn ?? urnOf({ type: providerType, name: "default" }));
    provider.setProperties(Struct.fromJavaScript({}));
    return provider;
}

/** The cases of a stack policy: stacks, each with what is said of its resource `subject`. */
export interface StackCases {
    readonly compliant: Readonly<Record<string, Stack>>;
    /** Stacks that are compliant with a configuration only. */
    readonly compliantWith?: Readonly<Record<string, { readonly stack: Stack; readonly config: Config }>>;
    readonly violating: Readonly<
        Record<
            string,
            {
                readonly stack: Stack;
                readonly message: string | readonly string[];
                /** What is said of other resources. */
                readonly others?: Readonly<Record<string, string>>;
                readonly config?: Config;
            }
        >
    >;
    readonly undetermined: Readonly<
        Record<
            string,
            { readonly stack: Stack; readonly undetermined: readonly string[]; readonly violations?: readonly string[] }
        >
    >;
    readonly notApplicable: Readonly<Record<string, { readonly stack: Stack; readonly reason: string }>>;
}

interface Expected {
    readonly violations: readonly string[];
    readonly others?: Readonly<Record<string, string>>;
    readonly undetermined?: readonly string[];
    readonly notApplicable?: string;
}

/** Registers the tests of a stack policy. Violations are those of the resource `subject`, and of `others`. */
export function testStackPolicy(policy: StackPolicy, cases: StackCases): void {
    const expectStack = async (
        stack: Stack,
        { violations, others = {}, undetermined = [], notApplicable }: Expected,
        config?: Config,
    ) => {
        const verdicts = await evaluateStack(policy, stack, config);
        const ofStack = verdicts.get("");
        assert.deepEqual(ofStack, { violations: [], undetermined, notApplicable });
        const found = [...verdicts].filter(([name, verdict]) => name !== "" && verdict.violations.length > 0);
        const ofSubject = violations.length === 0 ? [] : [["subject", violations] as const];
        const ofOthers = Object.entries(others).map(([name, message]) => [name, [message]] as const);
        assert.deepEqual(
            Object.fromEntries(found.map(([name, verdict]) => [name, verdict.violations])),
            Object.fromEntries([...ofSubject, ...ofOthers]),
        );
    };
    describe(policy.name, () => {
        for (const [title, stack] of Object.entries(cases.compliant)) {
            it(`accepts ${title}`, () => expectStack(stack, { violations: [] }));
        }
        for (const [title, { stack, config }] of Object.entries(cases.compliantWith ?? {})) {
            it(`accepts ${title}`, () => expectStack(stack, { violations: [] }, config));
        }
        for (const [title, { stack, message, others = {}, config }] of Object.entries(cases.violating)) {
            it(`refuses ${title}`, () => expectStack(stack, { violations: [message].flat(), others }, config));
        }
        for (const [title, { stack, undetermined, violations = [] }] of Object.entries(cases.undetermined)) {
            it(`cannot decide ${title}`, () => expectStack(stack, { violations, undetermined }));
        }
        for (const [title, { stack, reason }] of Object.entries(cases.notApplicable)) {
            it(`does not apply to ${title}`, () => expectStack(stack, { violations: [], notApplicable: reason }));
        }
    });
}

/** A Kubernetes provider whose kubeconfig is made from these resources, and not known before they exist. */
export function providerFrom(...madeFrom: readonly string[]): Member {
    return { type: "pulumi:providers:kubernetes", props: { kubeconfig: UNKNOWN }, madeFrom: { kubeconfig: madeFrom } };
}
