import type { PolicyResource, ResourceValidationArgs, StackValidation } from "@pulumi/policy";

import { byType } from "../by-type";
import { isResourcePolicy, type Policy, type StackPolicy } from "../policy";
import { keepStack, Stack } from "../stack-policy";
import { emptyStackRequest } from "./stack-request";

/** What all stack policies have in common, from the first of them to the last. */
interface Run {
    readonly resources: PolicyResource[];
    readonly policies: Set<string>;
}

/** Policies, and what keeps the inputs for them. */
export interface RecordedInputs {
    readonly policies: Policy[];
    /** Takes each resource before the policies judge it. */
    readonly record: (resource: ResourceValidationArgs) => void;
}

/**
 * Lets stack policies read inputs, and share one index of the stack. They are given outputs, and at preview the outputs
 * of azure-native are unknown where the program gave nothing: what is unset cannot be told from what is not known yet.
 * The same process is asked about inputs earlier, so they are kept then, of those types only that a stack policy reads.
 * What it was not asked about, such as a resource that is read and not registered, keeps its outputs.
 */
export function withRecordedInputs(policies: readonly Policy[]): RecordedInputs {
    const inputs = new Map<string, ResourceValidationArgs["props"]>();
    const stackPolicies = policies.filter((policy): policy is StackPolicy => !isResourcePolicy(policy));
    const isRead = byType((type) => stackPolicies.some(({ reads }) => reads(type)));

    let run: Run | undefined;
    const resourcesFor = (policy: string, found: PolicyResource[]) => {
        if (run === undefined || run.policies.has(policy) || !isSameStack(run.resources, found)) {
            run = { resources: found, policies: new Set() };
            keepStack(found, new Stack(found, inputs));
            emptyStackRequest();
        }
        run.policies.add(policy);
        return run.resources;
    };

    return {
        record: ({ urn, type, props }) => {
            if (isRead(type)) inputs.set(urn, props);
        },
        policies: policies.map((policy) => {
            if (isResourcePolicy(policy)) return policy;
            const { name, validateStack } = policy;
            const withInputs: StackValidation = (args, reportViolation) =>
                validateStack({ ...args, resources: resourcesFor(name, args.resources) }, reportViolation);
            return { ...policy, validateStack: withInputs };
        }),
    };
}

/** The SDK makes new objects for each policy, or none once the request is emptied. */
function isSameStack(known: readonly PolicyResource[], found: readonly PolicyResource[]): boolean {
    if (found.length === 0) return true;
    return known.length === found.length && known.every(({ urn }, index) => urn === found[index]?.urn);
}
