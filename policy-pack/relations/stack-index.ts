import type { PolicyResource } from "@pulumi/policy";

import type { Resource, ResourceKind } from "../policy";
import { Malformed, nameInPath, Property, Undetermined } from "../property";
import { managedCluster } from "../resources/managed-cluster";
import { resourceGroup } from "../resources/resource-group";
import { isOfOtherKind } from "./arm-types";

/** A resource among the others of its stack. Paths of its properties begin with its name: a message may be about several. */
export class StackResource implements Resource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly properties: Property;
    /** What its provider made of it, as far as that is known. */
    readonly outputs: Property;

    constructor(
        private readonly resource: PolicyResource,
        private readonly stack: Stack,
        inputs: Record<string, unknown> = resource.props,
    ) {
        this.type = resource.type;
        this.name = resource.name;
        this.urn = resource.urn;
        this.properties = Property.root(inputs, nameInPath(resource.name));
        this.outputs = Property.root(resource.props, nameInPath(resource.name));
    }

    /** Whether it is a component: it holds nothing that its children do not hold. */
    get isComponent(): boolean {
        return this.resource.provider === undefined && !this.type.startsWith("pulumi:");
    }

    /** Its provider, where that is a resource of the stack. */
    get provider(): StackResource | undefined {
        return this.stack.resource(this.providerUrn);
    }

    get providerUrn(): string {
        return this.resource.provider?.urn ?? "";
    }

    /** The namespace that its provider has for objects without one. */
    get providerNamespace(): Property | undefined {
        const { provider } = this.resource;
        if (provider === undefined || !this.type.startsWith("kubernetes:")) return undefined;
        const inputs = this.provider?.properties ?? Property.root(provider.props, nameInPath(provider.name));
        return inputs.at("namespace");
    }

    /** The clusters that the kubeconfig of its provider is made from: those that a Kubernetes object is in. */
    get clusters(): StackResource[] {
        const { provider } = this;
        if (provider === undefined) return [];
        return provider.dependenciesOf("kubeconfig").filter(({ type }) => managedCluster.matches(type));
    }

    /** The resources that it waits for. */
    get dependencies(): StackResource[] {
        return this.resource.dependencies.flatMap(({ urn }) => this.stack.resource(urn) ?? []);
    }

    /** The resources that the program made one of its properties from. */
    dependenciesOf(property: string): StackResource[] {
        return this.resource.propertyDependencies[property]?.flatMap(({ urn }) => this.stack.resource(urn) ?? []) ?? [];
    }
}

/** One of a kind, and the resource that it is, or is in. */
export interface Found<View> {
    readonly view: View;
    readonly resource: StackResource;
}

/** That one of a kind names one of another kind: by id, or by name. */
export interface Relation<From, To> {
    readonly from: ResourceKind<From>;
    readonly to: ResourceKind<To>;
    readonly reference: (from: From) => Property;
    /** The output of the other that it is. Default: its id. */
    readonly output?: string;
}

/** Those that name a resource, and the references of which nobody can say what they name. */
export interface Sources<From> {
    readonly found: readonly Found<From>[];
    readonly undecided: readonly Undetermined[];
}

/** What nobody can decide, as conditions of `some`: it matters only where no other holds. */
export function doubts(undecided: readonly Undetermined[]): (() => never)[] {
    return undecided.map((doubt) => () => {
        throw doubt;
    });
}

/** What is of a kind in a resource, and why there may be more. */
interface Views<View> {
    readonly views: View[];
    error?: unknown;
}

/** What a kind has in a stack, by what it can be looked up. */
interface Kind<View> {
    readonly found: Found<View>[];
    /** Lists and documents that cannot be seen into: one of the kind may be in there. */
    readonly hidden: Undetermined[];
    readonly byUrn: Map<string, Found<View>>;
    readonly byResource: Map<StackResource, Views<View>>;
    /** By the values of an output, in lower case. */
    readonly byOutput: Map<string, Map<string, Found<View>>>;
    readonly byName: Map<string | undefined, Found<View>[]>;
}

/** The sources of a relation, by the URN of what they name. */
interface Joined<From> {
    readonly byUrn: Map<string, Found<From>[]>;
    readonly undecided: Undetermined[];
}

/** Where resources have the name that an id ends with. */
const nameProperties = [
    "resourceName",
    "registryName",
    "vaultName",
    "applicationGatewayName",
    "policyName",
    "trafficControllerName",
    "frontendName",
    "name",
];

/**
 * Everything that a stack has, by kind, by id, by name and by who names whom. Each look-up is made once, for all policies,
 * when the first of them asks.
 */
export class Stack {
    private readonly byUrn: ReadonlyMap<string, StackResource>;
    private readonly kinds = new Map<ResourceKind<unknown>, Kind<unknown>>();
    private readonly joins = new Map<unknown, Joined<unknown>>();
    private readonly byType = new Map<string, StackResource[]>();
    private readonly answers = new Map<unknown, unknown>();

    constructor(
        resources: readonly PolicyResource[],
        inputs: ReadonlyMap<string, Record<string, unknown>> = new Map(),
    ) {
        const all = resources.map((resource) => new StackResource(resource, this, inputs.get(resource.urn)));
        this.byUrn = new Map(all.map((resource) => [resource.urn, resource]));
        for (const resource of all) {
            const same = this.byType.get(resource.type);
            if (same === undefined) this.byType.set(resource.type, [resource]);
            else same.push(resource);
        }
    }

    /** The resource of this URN. */
    resource(urn: string): StackResource | undefined {
        return this.byUrn.get(urn);
    }

    /** The resources of these types. */
    resources(matches: (type: string) => boolean): StackResource[] {
        return [...this.byType].flatMap(([type, resources]) => (matches(type) ? resources : []));
    }

    /** All of a kind. */
    of<View>(kind: ResourceKind<View>): readonly Found<View>[] {
        return this.kind(kind).found;
    }

    /** What is of a kind in a resource, made once; throws at its end where that could not be read to the end. */
    *viewsOf<View>(kind: ResourceKind<View>, resource: StackResource): Generator<View> {
        const found = this.kind(kind).byResource.get(resource);
        yield* found?.views ?? [];
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- it was caught when the views were made
        if (found?.error !== undefined) throw found.error;
    }

    /** What cannot be seen into, and may hold one of the kind. */
    hidden(kind: ResourceKind<unknown>): readonly Undetermined[] {
        return this.kind(kind).hidden;
    }

    /** An answer of this stack that several resources ask for: made once. */
    once<Answer>(question: (stack: Stack) => Answer): Answer {
        return remembered(this.answers, question, () => question(this)) as Answer;
    }

    /**
     * What a property names: `undefined` where it is unset, or names nothing of this stack. Known ids decide first, then
     * what the program made the property from, then the name. Throws `Undetermined` where none of them does.
     */
    find<View>(
        kind: ResourceKind<View>,
        reference: Property,
        from: StackResource,
        /** The output that is referred to. */
        output = "id",
    ): Found<View> | undefined {
        const look = this.kind(kind);
        if (look.found.length === 0) return undefined;
        const value = reference.isKnown ? reference.string() : undefined;
        if (reference.isKnown && (value === undefined || value === "")) return undefined;

        const exact = value === undefined ? undefined : byOutput(look, output).get(value.toLowerCase());
        if (exact !== undefined) return exact;
        const madeOf = from.dependenciesOf(topOf(reference, from));
        const madeFrom = madeOf.flatMap(({ urn }) => look.byUrn.get(urn) ?? []);
        const isPossible = (one: Found<View>) =>
            value === undefined || (!isOfOtherKind(value, kind.name) && !contradicts(value, one, output, from));
        const possible = madeFrom.filter(isPossible);
        const [only, ...others] = new Set(possible);
        if (only !== undefined && others.length === 0) return only;
        if (value === undefined) {
            if (only === undefined && isMadeOfOthers(madeOf)) return undefined;
            const doubt = only === undefined ? "" : `, and is made from more than one ${kind.name}`;
            throw new Undetermined(reference.path, `is not known before the update${doubt}`);
        }
        if (output !== "id") return undefined;
        const named = look.byName.get(lastPart(value))?.filter(isPossible) ?? [];
        return named.find(({ resource }) => resource.providerUrn === from.providerUrn) ?? named[0];
    }

    /** Those that name a resource. */
    sources<From, To>(relation: Relation<From, To>, to: StackResource): Sources<From> {
        const joined = remembered(this.joins, relation, () => this.join(relation)) as Joined<From>;
        return { found: joined.byUrn.get(to.urn) ?? [], undecided: joined.undecided };
    }

    private join<From, To>({ from, to, reference, output }: Relation<From, To>): Joined<From> {
        const byUrn = new Map<string, Found<From>[]>();
        const undecided: Undetermined[] = [...this.hidden(from)];
        for (const source of this.of(from)) {
            attempt(() => {
                const target = this.find(to, reference(source.view), source.resource, output);
                if (target !== undefined) append(byUrn, target.resource.urn, source);
            }, undecided);
        }
        return { byUrn, undecided };
    }

    private kind<View>(kind: ResourceKind<View>): Kind<View> {
        return remembered(this.kinds, kind, () => this.look(kind)) as Kind<View>;
    }

    private look<View>(kind: ResourceKind<View>): Kind<View> {
        const look: Kind<View> = {
            found: [],
            hidden: [],
            byUrn: new Map(),
            byResource: new Map(),
            byOutput: new Map(),
            byName: new Map(),
        };
        for (const resource of this.resources((type) => kind.matches(type))) {
            const made: Views<View> = { views: [] };
            look.byResource.set(resource, made);
            const name = nameOf(resource);
            attempt(() => {
                try {
                    for (const view of kind.views(resource)) made.views.push(view);
                } catch (error) {
                    made.error = error;
                    throw error;
                }
            }, look.hidden);
            for (const view of made.views) {
                const found = { view, resource };
                look.found.push(found);
                look.byUrn.set(resource.urn, found);
                append(look.byName, name, found);
            }
        }
        return look;
    }
}

/** The name of a resource, given or made by Pulumi, in lower case; `undefined` while it is not known. */
export function nameOf({ type, properties, outputs }: StackResource): string | undefined {
    const names = (resource: Property) => {
        if (type.startsWith("kubernetes:")) return [resource.in("metadata", "name")];
        // Every other resource has the name of its group as well.
        const spellings = resourceGroup.matches(type) ? ["resourceGroupName", "name"] : nameProperties;
        return spellings.map((spelling) => resource.at(spelling));
    };
    for (const property of [...names(properties), ...names(outputs)]) {
        const name = knownText(property);
        if (name !== undefined) return name.toLowerCase();
    }
    return undefined;
}

/** The resource group of a resource, in lower case; `undefined` while it is not known. */
export function groupOf({ properties }: StackResource): string | undefined {
    return knownText(properties.at("resourceGroupName"))?.toLowerCase();
}

/** The text of a property, where there is one and it is known. What is around it may be malformed. */
export function knownText(property: Property): string | undefined {
    let value: unknown;
    attempt(() => {
        value = property.value;
    });
    return typeof value === "string" && value !== "" ? value : undefined;
}

/** Whether a value cannot be the output of a resource, or its name, by what is known of it. */
function contradicts(value: string, { resource }: Found<unknown>, output: string, from: StackResource): boolean {
    const known = knownText(resource.outputs.at(output));
    const isName = output === "id" && !value.startsWith("/");
    // One whose output it is would have been found by that.
    if (known !== undefined && !isName) return true;
    if (output !== "id") return false;
    const name = nameOf(resource);
    if (name !== undefined && name !== lastPart(value)) return true;
    if (isElsewhere(resource, from)) return true;
    const group = groupOf(resource);
    // What names a resource without its group is in the same one.
    const groupOfValue = isName ? groupOf(from) : /\/resourcegroups\/([^/]+)\//.exec(value.toLowerCase())?.[1];
    return group !== undefined && groupOfValue !== undefined && group !== groupOfValue;
}

/** Resources that an id of something else can be made from: groups that it is in, and what makes any resource. */
const makesAnything = /:resources[:/].*(?:ResourceGroup|Deployment)|^azure:core\/|StackReference$|^command:|^terraform/;

/** Whether a value that is not known was made of others: then it names one of them, and nothing of the kind. */
function isMadeOfOthers(sources: readonly StackResource[]): boolean {
    const real = sources.filter(({ isComponent }) => !isComponent);
    return real.length > 0 && !real.some(({ type }) => makesAnything.test(type));
}

/** Whether two Kubernetes objects are in clusters that differ, by what their providers are made from. */
export function isElsewhere(one: StackResource, other: StackResource): boolean {
    const [ones, others] = [one.clusters, other.clusters];
    if (ones.length === 0 || others.length === 0) return false;
    return !ones.some(({ urn }) => others.some((cluster) => cluster.urn === urn));
}

function byOutput<View>(look: Kind<View>, output: string): Map<string, Found<View>> {
    return remembered(look.byOutput, output, () => {
        const entries = look.found.flatMap((found) => {
            const value = knownText(found.resource.outputs.at(output));
            return value === undefined ? [] : [[value.toLowerCase(), found] as const];
        });
        return new Map(entries);
    });
}

function lastPart(value: string): string {
    return value.toLowerCase().split("/").at(-1) ?? "";
}

/** The property of the resource that a property is, or is in: Pulumi knows what that was made from. */
export function topOf(property: Property, { properties }: StackResource): string {
    // What its provider says is no property of its own.
    if (!property.path.startsWith(properties.path)) return "";
    const found = /([\w$-]+)|\[("(?:[^"\\]|\\.)*")\]/.exec(property.path.slice(properties.path.length));
    if (found === null) return "";
    const [, name, quoted = '""'] = found;
    return name ?? (JSON.parse(quoted) as string);
}

/** Adds a value to those of a key. */
export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
    const values = map.get(key);
    if (values === undefined) map.set(key, [value]);
    else values.push(value);
}

/** Adds what `make` makes to a map where the key is not in it, and gets it from there. */
function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
    if (!map.has(key)) map.set(key, make());
    return map.get(key) as Value;
}

/** Runs `body`, and keeps what it could not decide. What is malformed is for the policies of its own kind to say. */
export function attempt(body: () => void, undecided?: Undetermined[]): void {
    try {
        body();
    } catch (error) {
        if (error instanceof Undetermined) undecided?.push(error);
        else if (!(error instanceof Malformed)) throw error;
    }
}
