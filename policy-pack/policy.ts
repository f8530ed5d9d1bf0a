import type {
    PolicyConfigSchema,
    ResourceRemediation,
    ResourceValidation,
    ResourceValidationArgs,
    Policy as SdkPolicy,
    Severity,
    StackValidation,
} from "@pulumi/policy";

import { byType } from "./by-type";
import type { Practice } from "./practices";
import { Malformed, Property, Undetermined, unknownValueError } from "./property";
import type { Setting } from "./setting";

/** The same check in another tool. */
export type Equivalent =
    | `azure-policy:${string}-${string}-${string}-${string}-${string}`
    | `psrule:AZR-${number}`
    | `checkov:CKV_${string}`
    | `checkov:CKV2_${string}`
    | `trivy:${"AZU" | "KSV"}-${number}`
    | `cis-aks-1.8:${string}`
    | `pss:${"baseline" | "restricted"}`;

/** What is said of a policy beside its words: the one source of tags, docs and reports. */
export interface Metadata {
    /** The practice that the policy holds; `undefined` where it says something of the pack itself. */
    readonly practice: Practice | undefined;
    /** The same check in other tools. */
    readonly equivalents: readonly Equivalent[];
    /** The names of the resource kinds that it judges. */
    readonly kinds: readonly string[];
    /** Why it is advisory; `undefined` for a mandatory policy. */
    readonly advisory: string | undefined;
    /** Why nobody may waive it; `undefined` for a policy that takes exemptions and other levels. */
    readonly unwaivable: string | undefined;
}

/** A policy that judges one resource at a time, as the SDK runs it. */
export interface ResourcePolicy extends SdkPolicy, Metadata {
    readonly validateResource: ResourceValidation;
    readonly remediateResource?: ResourceRemediation;
    /** Whether it looks at resources of this type. */
    readonly judges: (type: string) => boolean;
}

/** A policy that judges resources by others of their stack, as the SDK runs it. */
export interface StackPolicy extends SdkPolicy, Metadata {
    readonly validateStack: StackValidation;
    /** Whether it reads properties of resources of this type. */
    readonly reads: (type: string) => boolean;
}

/** A policy as the SDK runs it, with its metadata. */
export type Policy = ResourcePolicy | StackPolicy;

/** Whether a policy judges one resource at a time. */
export function isResourcePolicy(policy: Policy): policy is ResourcePolicy {
    return "validateResource" in policy;
}

/** A resource as it was registered. */
export interface Resource {
    /** The type token. */
    readonly type: string;
    /** The logical name. */
    readonly name: string;
    /** The inputs. */
    readonly properties: Property;
    /** The namespace that its provider has for objects without one. */
    readonly providerNamespace?: Property | undefined;
}

/** One kind of resource under every type token and spelling that it has. */
export interface ResourceKind<View> {
    /** The name of the kind in the field's own words. */
    readonly name: string;
    /** Whether resources of this type are of the kind, or contain some. */
    matches(type: string): boolean;
    /** What is of this kind in the resource: one view, or several when the resource contains them. */
    views(resource: Resource): Iterable<View>;
}

/** What a check returns when it has nothing to judge. */
export class NotApplicable {
    constructor(
        /** Why, in a clause. */
        readonly reason: string,
    ) {}
}

/** What a check yields: the message of a violation, or what it could not decide. */
export type Finding = string | Undetermined;

/** A running check: findings, and at the end perhaps a `NotApplicable`. */
export type Judgement = Generator<Finding, unknown>;

/** A check of one kind of resource, ready to run. */
export interface Check<Config> {
    /** The name of the kind. */
    readonly kind: string;
    /** Whether the check looks at resources of this type. */
    matches(type: string): boolean;
    /** One judgement for each view of the resource. */
    judgements(resource: Resource, config: Config): Iterable<() => Judgement>;
}

/** Pairs a kind of resource with what is demanded of it. */
export function check<View, Config = unknown>(
    kind: ResourceKind<View>,
    judge: (view: View, config: Config) => Judgement,
): Check<Config> {
    return {
        kind: kind.name,
        matches: (type) => kind.matches(type),
        *judgements(resource, config) {
            for (const view of kind.views(resource)) yield () => judge(view, config);
        },
    };
}

/** Ends a check that has nothing to judge; `reason` is a clause such as "the API server is private". */
export function notApplicable(reason: string): NotApplicable {
    return new NotApplicable(reason);
}

/** Runs `body` for each item, each on its own: what cannot be decided of one does not hide what is wrong with another. */
export function* each<T>(items: Iterable<T>, body: (item: T) => Judgement): Generator<Finding> {
    for (const item of items) yield* guarded(() => body(item));
}

/** Runs `body` and turns what it could not read into findings. */
export function* guarded(body: () => Judgement): Judgement {
    try {
        return yield* body();
    } catch (error) {
        if (error instanceof Malformed) yield error.message;
        else if (error instanceof Undetermined) yield error;
        else throw error;
        return undefined;
    }
}

/** Whether one of the conditions holds; what cannot be decided of one matters only when no other holds. */
export function some(...conditions: readonly (() => boolean)[]): boolean {
    let undecided: unknown;
    for (const condition of conditions) {
        try {
            if (condition()) return true;
        } catch (error) {
            undecided ??= error;
        }
    }
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- it was caught above
    if (undecided !== undefined) throw undecided;
    return false;
}

/** What mends resources of one kind, where they have something to mend. */
export interface Remedy {
    /** Whether it looks at resources of this type. */
    matches(type: string): boolean;
    /** Whether it changed something. */
    mend(resource: Resource): boolean;
}

/** Pairs a kind of resource with the value that some of its settings must have. */
export function remedy<View, T extends string | boolean>(
    kind: ResourceKind<View>,
    settings: (view: View) => Iterable<Setting<T>>,
    value: T,
): Remedy {
    return {
        matches: (type) => kind.matches(type),
        mend: (resource) => {
            let mended = false;
            // What cannot be read is left alone: the check will say so.
            const findings = each(kind.views(resource), (view) =>
                each(settings(view), function* (setting) {
                    if (setting.effective === value || setting.set === undefined) return;
                    setting.set(value);
                    mended = true;
                }),
            );
            while (findings.next().done !== true);
            return mended;
        },
    };
}

/** What every policy states first: words, severity, metadata. */
export interface Statement {
    /** `<kind>-<what>-<compliant state>`, at most 50 characters: also the name of its file, test and docs page. */
    readonly name: string;
    /** What must hold, in one sentence. It is printed above every violation. */
    readonly description: string;
    /** What to do, in one sentence. */
    readonly remediationSteps: string;
    /** How bad a violation is. */
    readonly severity: Severity;
    /** The practice that it holds. None for what the pack says of itself. */
    readonly practice?: Practice;
    /** The same check in other tools. */
    readonly equivalents: readonly Equivalent[];
    /** Why it is advisory. A policy without this reason is mandatory. */
    readonly advisory?: string;
    /** Why it takes no exemption and no level below mandatory. */
    readonly unwaivable?: string;
}

/** A policy in the order in which every policy file states it: words, severity, metadata, checks. */
export interface PolicyDefinition<Config extends object> extends Statement {
    /** What can be configured, each with its default. */
    readonly configSchema?: PolicyConfigSchema;
    /** What is demanded of which kinds. */
    readonly checks: readonly Check<Config>[];
    /** What it can set right by itself, where one value is right for everybody; only at level `remediate`. */
    readonly remedies?: readonly Remedy[];
}

/** Makes a policy that runs all its checks, says what is wrong, and only then what it could not decide. */
export function definePolicy<Config extends object = object>(definition: PolicyDefinition<Config>): ResourcePolicy {
    const { configSchema, remedies } = definition;
    const checksOf = byType((type) => definition.checks.filter((candidate) => candidate.matches(type)));
    const defaults = configDefaults(configSchema);
    const kinds = [...new Set(definition.checks.map(({ kind }) => kind))];
    return {
        ...stated(definition, kinds),
        ...(configSchema === undefined ? {} : { configSchema }),
        ...(remedies === undefined ? {} : { remediateResource: remediation(remedies) }),
        judges: (type) => checksOf(type).length > 0,
        validateResource: (args, reportViolation) => {
            const checks = checksOf(args.type);
            if (checks.length === 0) args.notApplicable(judgesOnly(kinds));

            const config = { ...defaults, ...args.getConfig() } as Config;
            const outcome = judgeAll(checks, resourceOf(args), config);

            for (const violation of outcome.violations) reportViolation(violation);
            if (outcome.undetermined.length > 0) throw unknownValueError(outcome.undetermined);
            if (!outcome.applied) {
                args.notApplicable([...outcome.reasons].join("; ") || `has no ${kinds.join(", ")}`);
            }
        },
    };
}

function resourceOf({
    type,
    name,
    props,
    provider,
}: Pick<ResourceValidationArgs, "type" | "name" | "props" | "provider">): Resource {
    const providerNamespace = Property.root(provider?.props, "provider").at("namespace");
    return { type, name, properties: Property.root(props), providerNamespace };
}

/** Why a policy has nothing to judge in resources of other kinds. */
export function judgesOnly(kinds: readonly string[]): string {
    return `judges only ${kinds.join(", ")}`;
}

function remediation(remedies: readonly Remedy[]): ResourceRemediation {
    return (args) => {
        const resource = resourceOf(args);
        const applicable = remedies.filter((candidate) => candidate.matches(args.type));
        return applicable.map((candidate) => candidate.mend(resource)).includes(true) ? args.props : undefined;
    };
}

/** What a policy states, as the SDK and the docs read it. */
export function stated(statement: Statement, kinds: readonly string[]): SdkPolicy & Metadata {
    const { name, description, remediationSteps, severity, practice, equivalents, advisory, unwaivable } = statement;
    return {
        name,
        description,
        enforcementLevel: advisory === undefined ? "mandatory" : "advisory",
        severity,
        remediationSteps,
        // The pages are part of the package.
        url: `https://unpkg.com/aksguard-policy-pack/docs/${name}.md`,
        tags: [...(practice === undefined ? [] : [`practice:${practice}`]), ...equivalents],
        practice,
        equivalents,
        kinds,
        advisory,
        unwaivable,
    };
}

/** What checks found out about a resource. */
export interface Outcome {
    readonly violations: Set<string>;
    readonly undetermined: Undetermined[];
    /** Why judgements did not apply. */
    readonly reasons: Set<string>;
    /** Whether any did. */
    applied: boolean;
}

/** Runs every check to its end, however much the others could not decide. */
export function judgeAll<Config>(checks: readonly Check<Config>[], resource: Resource, config: Config): Outcome {
    const outcome: Outcome = { violations: new Set(), undetermined: [], reasons: new Set(), applied: false };

    function* judgements(): Generator<Finding> {
        for (const candidate of checks) {
            yield* guarded(function* () {
                for (const judge of candidate.judgements(resource, config)) {
                    const end = yield* guarded(judge);
                    if (end instanceof NotApplicable) outcome.reasons.add(end.reason);
                    else outcome.applied = true;
                }
            });
        }
    }
    for (const finding of judgements()) {
        outcome.applied = true;
        if (typeof finding === "string") outcome.violations.add(finding);
        else outcome.undetermined.push(finding);
    }
    return outcome;
}

/** The engine fills in defaults of the top level only, and only when it configures the pack: state them here too. */
export function configDefaults(schema: PolicyConfigSchema | undefined): Record<string, unknown> {
    const properties = Object.entries(schema?.properties ?? {});
    return Object.fromEntries(
        properties.flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
    );
}
