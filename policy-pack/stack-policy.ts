import type { PolicyResource, StackValidation } from "@pulumi/policy";

import { check, judgeAll, stated, type Judgement, type Resource, type ResourceKind } from "./policy";
import type { StackPolicy, Statement } from "./policy";
import { nameInPath, Property, unknownValueError, type Undetermined } from "./property";

/** A resource among the others of its stack. Paths of its properties begin with its name: a message may be about several. */
export class StackResource implements Resource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly properties: Property;

    constructor(private readonly resource: PolicyResource) {
        this.type = resource.type;
        this.name = resource.name;
        this.urn = resource.urn;
        this.properties = Property.root(resource.props, nameInPath(resource.name));
    }

    /** Whether it is a component: it holds nothing that its children do not hold. */
    get isComponent(): boolean {
        return this.resource.provider === undefined && !this.type.startsWith("pulumi:");
    }

    /** The resources that it waits for. */
    get dependencies(): StackResource[] {
        return this.resource.dependencies.map((resource) => new StackResource(resource));
    }

    /** The resources that the program made one of its properties from. */
    dependenciesOf(property: string): StackResource[] {
        return (this.resource.propertyDependencies[property] ?? []).map((resource) => new StackResource(resource));
    }
}

/** A policy of relations, in the order in which its file states it: words, severity, metadata, what is demanded. */
export interface StackPolicyDefinition<View> extends Statement {
    /** The kind that it judges. */
    readonly subject: ResourceKind<View>;
    /** The other kinds whose properties it reads. */
    readonly related: readonly ResourceKind<unknown>[];
    /** What is demanded of each resource of the kind. */
    judge(view: View, resource: StackResource): Judgement;
}

/** Makes a policy that judges each resource of a kind by others of its stack, once all are registered. */
export function defineStackPolicy<View>(definition: StackPolicyDefinition<View>): StackPolicy {
    const { subject, related } = definition;
    const checks = [check(subject, (view: View, resource: StackResource) => definition.judge(view, resource))];

    const validateStack: StackValidation = (args, reportViolation) => {
        const undetermined: Undetermined[] = [];
        const reasons = new Set<string>();
        let applied = false;
        for (const found of args.resources.filter(({ type }) => subject.matches(type))) {
            const resource = new StackResource(found);
            const outcome = judgeAll(checks, resource, resource);
            for (const violation of outcome.violations) reportViolation(violation, resource.urn);
            for (const reason of outcome.reasons) reasons.add(reason);
            undetermined.push(...outcome.undetermined);
            applied ||= outcome.applied;
        }
        if (undetermined.length > 0) throw unknownValueError(undetermined);
        if (!applied) args.notApplicable([...reasons].join("; ") || `has no ${subject.name}`);
    };

    return {
        ...stated(definition, [subject.name]),
        reads: (type) => [subject, ...related].some((kind) => kind.matches(type)),
        // The SDK reads no resource of a stack that has none of this type.
        validateStack: Object.assign(validateStack, subject.token === undefined ? {} : { __pulumiType: subject.token }),
    };
}
