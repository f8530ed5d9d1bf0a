import type { ResourceValidationArgs, StackValidation } from "@pulumi/policy";

import { isResourcePolicy, type Policy, type StackPolicy } from "./policy";

/**
 * Lets stack policies read inputs. They are given outputs, and at preview the outputs of azure-native are unknown where
 * the program gave nothing: what is unset cannot be told from what is not known yet. Inputs pass through the resource
 * policies of the same process earlier, so they are kept there, of those types only that a stack policy reads.
 * What no resource policy saw, such as a resource that is read and not registered, keeps its outputs.
 */
export function withRecordedInputs(policies: readonly Policy[]): Policy[] {
    const inputs = new Map<string, ResourceValidationArgs["props"]>();
    const stackPolicies = policies.filter((policy): policy is StackPolicy => !isResourcePolicy(policy));
    const isRead = (type: string) => stackPolicies.some(({ reads }) => reads(type));

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
        const { validateStack } = policy;
        const withInputs: StackValidation = (args, reportViolation) => {
            for (const resource of args.resources) resource.props = inputs.get(resource.urn) ?? resource.props;
            return validateStack(args, reportViolation);
        };
        // What the SDK finds attached to the function stays attached.
        return { ...policy, validateStack: Object.assign(withInputs, validateStack) };
    });
}
