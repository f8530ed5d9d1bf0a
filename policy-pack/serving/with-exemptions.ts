import type { PolicyConfigSchema, ReportViolation } from "@pulumi/policy";

import { exemptionsSchema, isAbout, isExpired, type Exemptible, type Exemption } from "./exemptions";
import { requestOf } from "./exemptions-in-program";
import { endAsNotApplicable, isResourcePolicy, type Policy } from "../policy";
import { isUnknownValueError, Property } from "../property";
import type { RunRecord } from "./run-record";

/** How exemptions are granted. */
export interface Exempting {
    /** Where it is kept what was exempt. */
    readonly record: RunRecord;
    /** Whether a program may ask for exemptions in itself. */
    readonly honorsProgram: () => boolean;
    readonly now: () => Date;
}

/** A resource as the SDK gives it to a policy, as far as exemptions need it. */
interface Subject {
    readonly urn: string;
    readonly name: string;
    readonly type: string;
    readonly props: unknown;
}

interface Config {
    readonly exemptions?: readonly Exemption[];
}

/**
 * Lets every policy leave out resources, for a reason and a time. A policy judges first, so that an exemption that nobody
 * needs is seen; what is exempt is not applicable to it.
 */
export function withExemptions(policies: readonly Policy[], exempting: Exempting): Policy[] {
    return policies.map((policy) => (policy.practice === undefined ? policy : exemptible(policy, exempting)));
}

function exemptible(policy: Policy, exempting: Exempting): Policy {
    const { record } = exempting;
    const exemptionsFrom = (args: { getConfig: () => object }) => {
        const { exemptions = [] } = args.getConfig() as Config;
        record.configure(policy.name, exemptions);
        return exemptions;
    };
    // An unwaivable policy takes no exemptions; that one was asked for is told all the same.
    const schema = policy.unwaivable === undefined ? { configSchema: schemaWith(policy.configSchema) } : {};

    if (isResourcePolicy(policy)) {
        const { validateResource } = policy;
        return {
            ...policy,
            ...schema,
            validateResource: (args, reportViolation) => {
                const exemptions = exemptionsFrom(args);
                if (!policy.judges(args.type)) return validateResource(args, reportViolation);
                const violations: Parameters<ReportViolation>[] = [];
                let undetermined: unknown;
                try {
                    void validateResource(args, (...violation) => violations.push(violation));
                } catch (error) {
                    if (!isUnknownValueError(error)) throw error;
                    undetermined = error;
                }
                if (violations.length > 0 || undetermined !== undefined) {
                    const exemption = exemptionOf(policy, args, exemptions, exempting);
                    if (exemption !== undefined) {
                        endAsNotApplicable(args, `exempt until ${exemption.expires}: ${exemption.reason}`);
                    }
                }
                for (const violation of violations) reportViolation(...violation);
                // eslint-disable-next-line @typescript-eslint/only-throw-error -- it was caught above
                if (undetermined !== undefined) throw undetermined;
            },
        };
    }
    const { validateStack } = policy;
    return {
        ...policy,
        ...schema,
        validateStack: (args, reportViolation) => {
            const exemptions = exemptionsFrom(args);
            return validateStack(args, (message, urn) => {
                const subject = args.resources.find((resource) => resource.urn === urn);
                const exemption = subject && exemptionOf(policy, subject, exemptions, exempting);
                if (exemption === undefined) reportViolation(message, urn);
            });
        },
    };
}

/** What keeps a policy from judging a resource; recorded, as is a request that is refused. */
function exemptionOf(
    policy: Policy,
    subject: Subject,
    exemptions: readonly Exemption[],
    exempting: Exempting,
): Exemption | undefined {
    const about = exemptibleOf(subject);
    const now = exempting.now();
    const configured = exemptions.find((exemption) => isAbout(exemption, about) && !isExpired(exemption, now));
    const exemption = configured ?? requested(policy, subject, exempting);
    if (exemption !== undefined) exempting.record.use(policy.name, exemption, subject.urn);
    return exemption;
}

/** The exemption that a program asks for and gets; what it does not get is recorded. */
function requested(
    { name: policy, unwaivable }: Policy,
    subject: Subject,
    { record, honorsProgram, now }: Exempting,
): Exemption | undefined {
    const request = requestOf(policy, subject);
    if (request === undefined) return undefined;
    const refuse = (why: string) => {
        record.refusals.push({ policy, urn: subject.urn, why });
    };
    if (unwaivable !== undefined) refuse("the policy cannot be waived");
    else if (!honorsProgram()) refuse("the configuration of the pack honors none from a program");
    else if ("mistake" in request) refuse(request.mistake);
    else if (isExpired(request.exemption, now())) refuse(`it ended on ${request.exemption.expires}`);
    else return request.exemption;
    return undefined;
}

function exemptibleOf({ urn, name, type, props }: Subject): Exemptible {
    return { urn, name, type, namespace: type.startsWith("kubernetes:") ? namespaceOf(type, props) : undefined };
}

/** The namespace of an object as the API server will see it; `undefined` where it is not known yet. */
function namespaceOf(type: string, props: unknown): string | undefined {
    const metadata = Property.root(props).at("metadata");
    const property = /:Namespace(?:Patch)?$/.test(type) ? metadata.at("name") : metadata.at("namespace");
    try {
        return property.string() ?? "default";
    } catch {
        return undefined;
    }
}

function schemaWith(schema: PolicyConfigSchema | undefined): PolicyConfigSchema {
    return { ...schema, properties: { ...schema?.properties, ...exemptionsSchema } };
}
