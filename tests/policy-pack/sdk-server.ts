import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import * as sdkProxy from "@pulumi/policy/proxy";
import * as server from "@pulumi/policy/server";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

import type { Policy } from "../../policy-pack/policy";

/** The properties of a resource as policies have them: reading one that is not known throws. */
export const { unknownCheckingProxy } = sdkProxy as unknown as { unknownCheckingProxy: <T>(properties: T) => T };

/** What the engine sends for a value that is not known at preview. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource as a program registers it. */
export interface Registered {
    readonly type: string;
    readonly props: object;
    /** Inputs of its provider. */
    readonly providerProps?: object;
}

/** What one policy said of a resource. */
export interface Verdict {
    readonly violations: string[];
    /** Each `<property> <why>`. */
    readonly undetermined: string[];
    readonly notApplicable: string | undefined;
}

type Answer = (error: Error | null | undefined, response?: analyzer.AnalyzeResponse) => void;

type MakeRpc<Request> = (
    pack: string,
    version: string,
    level: string,
    policies: readonly object[],
) => (call: { request: Request }, callback: Answer) => void;

/** The part of the SDK's server that its declarations leave out: the code that runs in a served pack. */
interface SdkServer {
    readonly makeAnalyzeRpcFun: MakeRpc<analyzer.AnalyzeRequest>;
    readonly makeAnalyzeStackRpcFun: MakeRpc<analyzer.AnalyzeStackRequest>;
}

const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = server as unknown as SdkServer;

function answerOf<Request>(
    make: MakeRpc<Request>,
    request: Request,
    of: readonly object[],
): Promise<analyzer.AnalyzeResponse> {
    return new Promise((resolve, reject) => {
        make(
            "aksguard",
            "0.0.0",
            "mandatory",
            of,
        )({ request }, (error, answer) => {
            if (answer === undefined) reject(error ?? new Error("no answer"));
            else resolve(answer);
        });
    });
}

/** Runs policies over the inputs of a resource. */
export function analyze(request: analyzer.AnalyzeRequest, of: readonly object[]): Promise<analyzer.AnalyzeResponse> {
    return answerOf(makeAnalyzeRpcFun, request, of);
}

/** Runs policies over the outputs of a whole stack. */
export function analyzeStack(
    request: analyzer.AnalyzeStackRequest,
    of: readonly Policy[],
): Promise<analyzer.AnalyzeResponse> {
    return answerOf(makeAnalyzeStackRpcFun, request, of);
}

/** The inputs of a resource, as the engine sends them. */
export function analyzeRequest({
    type,
    props,
    name,
    urn = urnOf({ type, name }),
    providerProps,
}: Registered & { name: string; urn?: string }): analyzer.AnalyzeRequest {
    const request = new analyzer.AnalyzeRequest();
    request.setType(type);
    request.setName(name);
    request.setUrn(urn);
    request.setProperties(Struct.fromJavaScript(props as Record<string, JavaScriptValue>));
    request.setOptions(new analyzer.AnalyzerResourceOptions());
    if (providerProps !== undefined) request.setProvider(providerResource(type, providerProps));
    return request;
}

function providerResource(type: string, props: object): analyzer.AnalyzerProviderResource {
    const provider = new analyzer.AnalyzerProviderResource();
    provider.setType(`pulumi:providers:${type.split(":")[0] ?? ""}`);
    provider.setName("provider");
    provider.setProperties(Struct.fromJavaScript(props as Record<string, JavaScriptValue>));
    return provider;
}

/** The URN of a resource in the stack of the tests. */
export function urnOf({ type, name }: { type: string; name: string }): string {
    return `urn:pulumi:test::test::${type}::${name}`;
}

/** What a policy said in an answer: of a resource of its stack, where that is given. */
export function verdictOf({ name, description }: Policy, response: analyzer.AnalyzeResponse, urn?: string): Verdict {
    const messages = response
        .getDiagnosticsList()
        .filter((diagnostic) => diagnostic.getPolicyname() === name && diagnostic.getUrn() === (urn ?? ""));
    const cannotRun = /^can't run policy '.*' from policy pack '.*' during preview: /;
    // The SDK puts the statement of the policy above each message.
    const texts = messages.map((diagnostic) => diagnostic.getMessage().replace(`${description}\n`, ""));
    return {
        violations: texts.filter((text) => !cannotRun.test(text)),
        undetermined: texts
            .filter((text) => cannotRun.test(text))
            .flatMap((text) => text.replace(cannotRun, "").split("; ")),
        notApplicable: response
            .getNotApplicableList()
            .find((item) => item.getPolicyName() === name)
            ?.getReason(),
    };
}
