import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";

let latest: AnalyzeStackRequest | undefined;

/**
 * The SDK deserializes all resources of a stack for each stack policy again, which takes longer than the policies. So
 * the request for a stack is kept, and emptied once the first of them has its resources. Call it before the pack starts.
 */
export function keepStackRequest(): void {
    const { analyzeStack } = AnalyzerService;
    const { requestDeserialize } = analyzeStack;
    analyzeStack.requestDeserialize = (bytes) => (latest = requestDeserialize(bytes));
}

/** Leaves no resources to the stack policies that are still to come: they have the index. */
export function emptyStackRequest(): void {
    latest?.getResourcesList().splice(0);
    latest = undefined;
}
