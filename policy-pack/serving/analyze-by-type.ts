import { createRequire } from "node:module";

import type * as Grpc from "@grpc/grpc-js";
import type { ResourceValidation } from "@pulumi/policy";
import * as sdk from "@pulumi/policy/server";
import { AnalyzeResponse, PolicyNotApplicable, type AnalyzeRequest } from "@pulumi/pulumi/proto/analyzer_pb";

import { byType } from "../by-type";
import { isResourcePolicy, judgesOnly, type Policy, type ResourcePolicy } from "../policy";

type Answer = (error: Error | null, response?: AnalyzeResponse) => void;
type Analyze = (call: { readonly request: AnalyzeRequest }, answer: Answer) => void;
type Pack = [name: string, version: string, level: string];

/** The part of the SDK's module that its declarations leave out. */
interface SdkServer {
    serve: (...args: [...Pack, content: { readonly policies: readonly Policy[] }, configuration: unknown]) => void;
    readonly makeAnalyzeRpcFun: (...args: [...Pack, policies: readonly object[]]) => Analyze;
}

/** The SDK's own: a program may have others installed. */
const { Server } = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as typeof Grpc;

/**
 * The SDK asks every policy about every resource, and makes a message of each that has nothing to judge: of two hundred
 * policies, few judge the same type. So it is given for each resource only those that do. What the others say is the same
 * for all resources of a type. Who observes sees each resource first. Call it before the pack starts.
 */
export function analyzeByType(observe: ResourceValidation): void {
    const module = sdk as unknown as SdkServer;
    const { serve, makeAnalyzeRpcFun } = module;
    module.serve = (name, version, level, content, configuration) => {
        const observer = { name: "observer", validateResource: observe };
        const policies = content.policies.filter(isResourcePolicy);
        const ofType = byType((type) => {
            const judging = policies.filter((policy) => policy.judges(type));
            return {
                analyzeJudged: makeAnalyzeRpcFun(name, version, level, [observer, ...judging]),
                others: notApplicable(policies.filter((policy) => !policy.judges(type))),
            };
        });
        const analyze: Analyze = (call, answer) => {
            const { analyzeJudged, others } = ofType(call.request.getType());
            analyzeJudged(call, (error, response) => {
                if (response !== undefined) append(response, others);
                answer(error, response);
            });
        };
        // eslint-disable-next-line @typescript-eslint/unbound-method -- it is bound where it is called
        const { addService } = Server.prototype;
        Server.prototype.addService = function (service, implementation) {
            addService.call(this, service, { ...implementation, analyze });
        };
        serve(name, version, level, content, configuration);
        Server.prototype.addService = addService;
    };
}

/** The end of an answer, as it is sent. */
function notApplicable(policies: readonly ResourcePolicy[]): Uint8Array {
    const end = new AnalyzeResponse();
    for (const policy of policies) {
        const message = new PolicyNotApplicable();
        message.setPolicyName(policy.name);
        message.setReason(judgesOnly(policy.kinds));
        end.addNotApplicable(message);
    }
    return end.serializeBinary();
}

/** What follows a message adds to its lists. https://protobuf.dev/programming-guides/encoding/#last-one-wins */
function append(response: AnalyzeResponse, end: Uint8Array): void {
    const beginning = response.serializeBinary();
    response.serializeBinary = () => Buffer.concat([beginning, end]);
}
