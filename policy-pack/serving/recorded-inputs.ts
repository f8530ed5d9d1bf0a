import type { PolicyResource, ResourceValidationArgs, StackValidation } from "@pulumi/policy";

import { isResourcePolicy, type Policy, type StackPolicy } from "../policy";
import { keepStack, Stack } from "../stack-policy";
import { emptyStackRequest } from "./stack-request";

/** What all stack policies have in common, from the first of them to the last. */
interface Run {
    readonly resources: PolicyResource[];
    readonly policies: Set<string>;
}

/**
 * Lets stack policies read inputs, and share one index of the stack. They are given outputs, and at preview the outputs
 * of azure-native are unknown where the program gave nothing: what is unset cannot be told from what is not known yet.
 * Inputs pass through the resource policies of the same process earlier, so they are kept there, of those types only that
 * a stack policy reads. What no resource policy saw, such as a resource that is read and not registered, keeps its outputs.
 */
export function withRecordedInputs(policies: readonly Policy[]): Policy[] {
    const inputs = new Map<string, ResourceValidationArgs["props"]>();
    const stackPolicies = policies.filter((policy): policy is StackPolicy => !isResourcePolicy(policy));
    const types = new Map<string, boolean>();
    const isRead = (type: string) => {
        const known = types.get(type);
        if (known !== undefined) return known;
        const read = stackPolicies.some(({ reads }) => reads(type));
        types.set(type, read);
        return read;
    };

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

    return policies.map((policy) => {
        if (isResourcePolicy(policy)) {
            const { validateResource } = policy;
            return {
                ...policy,
                validateResource: (args, reportViolation) => {
                    if (isRead(args.type)) inputs.set(args.urn, args.props);
                    return validateResource(args, reportViolation);
                },
            };
        }
        const { name, validateStack } = policy;
        const withInputs: StackValidation = (args, reportViolation) =>
            validateStack({ ...args, resources: resourcesFor(name, args.resources) }, reportViolation);
        return { ...policy, validateStack: withInputs };
    });
}

/** The SDK makes new objects for each policy, or none once the request is emptied. */
function isSameStack(known: readonly PolicyResource[], found: readonly PolicyResource[]): boolean {
    if (found.length === 0) return true;
    return known.length === found.length && known.every(({ urn }, index) => urn === found[index]?.urn);
}
