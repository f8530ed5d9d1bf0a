import type { PolicyConfigSchema, ReportViolation } from "@pulumi/policy";

import { exemptionsIn, exemptionsSchema, isAbout, isExpired, type Exemption } from "./exemptions";
import { requestOf } from "./exemptions-in-program";
import { isResourcePolicy, type Policy } from "../policy";
import { isUnknownValueError, undeterminedOf, unknownValueErrorOf } from "../property";
import { namespaceOf, type KubernetesResource } from "./namespace-of";
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
interface Subject extends KubernetesResource {
    readonly urn: string;
    readonly name: string;
}

/**
 * Lets every policy leave out resources, for a reason and a time. A policy judges first, so that an exemption that nobody
 * needs is seen; what is exempt is not applicable to it.
 */
export function withExemptions(policies: readonly Policy[], exempting: Exempting): Policy[] {
    return policies.map((policy) => (policy.practice === undefined ? policy : exemptible(policy, exempting)));
}

function exemptible(policy: Policy, exempting: Exempting): Policy {
    // An unwaivable policy takes no exemptions; that one was asked for is told all the same.
    const schema = policy.unwaivable === undefined ? { configSchema: schemaWith(policy.configSchema) } : {};

    if (isResourcePolicy(policy)) {
        const { validateResource, remediateResource } = policy;
        return {
            ...policy,
            ...schema,
            ...(remediateResource === undefined
                ? {}
                : {
                      remediateResource: (args) =>
                          granted(policy, args, exemptionsIn(args.getConfig()), exempting).exemption === undefined
                              ? remediateResource(args)
                              : undefined,
                  }),
            validateResource: (args, reportViolation) => {
                const violations: Parameters<ReportViolation>[] = [];
                let undetermined: unknown;
                try {
                    void validateResource(args, (...violation) => violations.push(violation));
                } catch (error) {
                    if (!isUnknownValueError(error)) throw error;
                    undetermined = error;
                }
                if (violations.length > 0 || undetermined !== undefined) {
                    const exemption = exemptionOf(policy, args, exemptionsIn(args.getConfig()), exempting);
                    if (exemption !== undefined) {
                        args.notApplicable(`exempt until ${exemption.expires}: ${exemption.reason}`);
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
            const exemptions = exemptionsIn(args.getConfig());
            let subjects: Map<string, Subject> | undefined;
            const isExempt = (urn: string | undefined) => {
                // Most policies of a stack find nothing: what they would look it up in is made when one does.
                subjects ??= new Map(args.resources.map((resource) => [resource.urn, resource]));
                const subject = subjects.get(urn ?? "");
                return subject !== undefined && exemptionOf(policy, subject, exemptions, exempting) !== undefined;
            };
            try {
                void validateStack(args, (message, urn) => {
                    if (!isExempt(urn)) reportViolation(message, urn);
                });
            } catch (error) {
                const undetermined = undeterminedOf(error);
                if (undetermined === undefined) throw error;
                const others = [...undetermined].filter(([urn]) => !isExempt(urn));
                if (others.length > 0) throw unknownValueErrorOf(new Map(others));
            }
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
    const { exemption, refused } = granted(policy, subject, exemptions, exempting);
    const { record } = exempting;
    if (exemption !== undefined) record.use(policy.name, exemption, subject.urn);
    if (refused !== undefined) record.refuse({ policy: policy.name, urn: subject.urn, why: refused });
    return exemption;
}

/** The exemption that the configuration or the program has for a resource, or why the program does not get one. */
function granted(
    { name, unwaivable }: Policy,
    subject: Subject,
    exemptions: readonly Exemption[],
    { honorsProgram, now }: Exempting,
): { readonly exemption?: Exemption | undefined; readonly refused?: string } {
    const about = { ...subject, namespace: namespaceOf(subject) };
    const exemption = exemptions.find((candidate) => isAbout(candidate, about) && !isExpired(candidate, now()));
    const request = exemption === undefined ? requestOf(name, subject) : undefined;
    if (request === undefined) return { exemption };
    if (unwaivable !== undefined) return { refused: "the policy cannot be waived" };
    if (!honorsProgram()) return { refused: "the configuration of the pack honors none from a program" };
    if ("mistake" in request) return { refused: request.mistake };
    if (isExpired(request.exemption, now())) return { refused: `it ended on ${request.exemption.expires}` };
    return request;
}

function schemaWith(schema: PolicyConfigSchema | undefined): PolicyConfigSchema {
    return { ...schema, properties: { ...schema?.properties, ...exemptionsSchema } };
}
