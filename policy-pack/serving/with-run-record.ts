import { byType } from "../by-type";
import { isResourcePolicy, type Policy } from "../policy";
import { isUnknownValueError } from "../property";
import type { RunRecord } from "./run-record";
import { covers, traced } from "./traced";

/** Keeps what the policies saw of a stack, and what they could not see. */
export function withRunRecord(policies: readonly Policy[], record: RunRecord): Policy[] {
    const judges = byType((type) => policies.some((policy) => isResourcePolicy(policy) && policy.judges(type)));

    return policies.map((policy) => {
        if (!isResourcePolicy(policy)) {
            if (policy.practice !== undefined) return policy;
            const { validateStack } = policy;
            return {
                ...policy,
                validateStack: (args, reportViolation) => {
                    for (const { urn, type } of args.resources) {
                        if (!record.seen.has(urn) && judges(type)) record.unseen.add(urn);
                    }
                    return validateStack(args, reportViolation);
                },
            };
        }
        const { validateResource } = policy;
        return {
            ...policy,
            validateResource: (args, reportViolation) => {
                const { urn, props, opts } = args;
                const note = (path: readonly string[]) => {
                    const ignored = opts.ignoreChanges.find((candidate) => covers(candidate, path));
                    if (ignored !== undefined) record.ignore(urn, ignored);
                };
                // A trace of everything costs time; few resources ignore changes.
                if (opts.ignoreChanges.length > 0) args.props = traced(props, note);
                try {
                    return validateResource(args, reportViolation);
                } catch (error) {
                    if (isUnknownValueError(error)) record.undetermined.add(urn);
                    throw error;
                }
            },
        };
    });
}
