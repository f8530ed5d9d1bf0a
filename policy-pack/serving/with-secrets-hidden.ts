import type { ReportViolation } from "@pulumi/policy";

import { isResourcePolicy, type Policy } from "../policy";
import type { Secrets } from "./secrets";

/** Keeps secrets out of what policies print, wherever in a resource they stand. */
export function withSecretsHidden(policies: readonly Policy[], secrets: Secrets): Policy[] {
    const hiding =
        (reportViolation: ReportViolation): ReportViolation =>
        (message, urn) => {
            reportViolation(secrets.hide(message), urn);
        };
    return policies.map((policy) => {
        if (isResourcePolicy(policy)) {
            const { validateResource } = policy;
            return {
                ...policy,
                validateResource: (args, reportViolation) => validateResource(args, hiding(reportViolation)),
            };
        }
        const { validateStack } = policy;
        return { ...policy, validateStack: (args, reportViolation) => validateStack(args, hiding(reportViolation)) };
    });
}
