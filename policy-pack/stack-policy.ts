import type { PolicyConfigSchema, PolicyResource } from "@pulumi/policy";

import { check, configDefaults, judgeAll, stated, type Judgement, type ResourceKind } from "./policy";
import type { StackPolicy, Statement } from "./policy";
import { unknownValueErrorOf, type Undetermined } from "./property";
import { Stack, type StackResource } from "./relations/stack-index";

export { doubts, isElsewhere, Stack, StackResource, type Found, type Relation } from "./relations/stack-index";

/** A policy of relations, in the order in which its file states it: words, severity, metadata, what is demanded. */
export interface StackPolicyDefinition<View, Config extends object> extends Statement {
    /** What can be configured, each with its default. */
    readonly configSchema?: PolicyConfigSchema;
    /** The kind that it judges. */
    readonly subject: ResourceKind<View>;
    /** The other kinds whose properties it reads. */
    readonly related: readonly ResourceKind<unknown>[];
    /** What is demanded of each one of the kind. */
    judge(view: View, resource: StackResource, stack: Stack, config: Config): Judgement;
}

/** Makes a policy that judges each resource of a kind by others of its stack, once all are registered. */
export function defineStackPolicy<View, Config extends object = object>(
    definition: StackPolicyDefinition<View, Config>,
): StackPolicy {
    const { subject, related, configSchema } = definition;
    const defaults = configDefaults(configSchema);

    return {
        ...stated(definition, [subject.name]),
        ...(configSchema === undefined ? {} : { configSchema }),
        reads: (type) => [subject, ...related].some((kind) => kind.matches(type)),
        validateStack: (args, reportViolation) => {
            const stack = stackOf(args.resources);
            const config = { ...defaults, ...args.getConfig() } as Config;
            const undetermined = new Map<string, readonly Undetermined[]>();
            const reasons = new Set<string>();
            let applied = false;
            for (const resource of stack.resources((type) => subject.matches(type))) {
                const once = { ...subject, views: () => stack.viewsOf(subject, resource) };
                const judge = check(once, (view: View) => definition.judge(view, resource, stack, config));
                const outcome = judgeAll([judge], resource, config);
                for (const violation of outcome.violations) reportViolation(violation, resource.urn);
                for (const reason of outcome.reasons) reasons.add(reason);
                if (outcome.undetermined.length > 0) undetermined.set(resource.urn, outcome.undetermined);
                applied ||= outcome.applied;
            }
            if (undetermined.size > 0) throw unknownValueErrorOf(undetermined);
            if (!applied) args.notApplicable([...reasons].join("; ") || `has no ${subject.name}`);
        },
    };
}

const stacks = new WeakMap<readonly PolicyResource[], Stack>();

/** Keeps a list of resources as one stack, for every policy that is given the same list. */
export function keepStack(resources: readonly PolicyResource[], stack: Stack): void {
    stacks.set(resources, stack);
}

function stackOf(resources: readonly PolicyResource[]): Stack {
    const stack = stacks.get(resources) ?? new Stack(resources);
    keepStack(resources, stack);
    return stack;
}
