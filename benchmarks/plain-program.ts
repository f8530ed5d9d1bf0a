/** What a plan of `pulumi preview --save-plan --show-secrets` says of a resource, as far as a program needs it. */
export interface PlannedResource {
    goal: {
        type: string;
        name: string;
        custom: boolean;
        inputDiff: { adds?: Record<string, unknown> };
        protect?: boolean;
        dependencies?: string[] | null;
        /** By each input that the program gave; what the provider added is not in it. */
        propertyDependencies?: Record<string, string[] | null> | null;
        /** URN and id. Empty for what is no custom resource. */
        provider?: string;
    };
}

/** Resources by their URN. */
export type Plan = Record<string, PlannedResource>;

/** What Pulumi writes for a value that comes only with the update. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secretKey = "4dabf18193072939515e22adb298388d";

/**
 * The same resources as one plain file: no component, no function, no check. Each custom resource of the plan, by the
 * class that a program would take, with the same inputs, in the same order by `dependsOn`; an input that is not known
 * before the update is an output of the same resources.
 */
export function plainProgram(plan: Plan): string {
    const urns = inOrder(plan);
    const variables = new Map(urns.map((urn, index) => [urn, `resource${String(index)}`]));
    const names = new Set<string>();
    const imports = new Map<string, string>();
    const statements = urns.map((urn, index) => {
        const { goal } = planned(plan, urn);
        const { module, className } = classOf(goal.type);
        const alias = imports.get(module) ?? `module${String(imports.size)}`;
        imports.set(module, alias);
        // Two components may have children of one name; in a flat program the second needs another.
        const taken = `${goal.type}::${goal.name}`;
        const name = names.has(taken) ? `${goal.name}-${String(index)}` : goal.name;
        names.add(taken);
        return `const ${variables.get(urn) ?? ""} = new ${alias}.${className}(${JSON.stringify(name)}, ${inputs(goal, variables)}, ${options(goal, variables)});`;
    });
    return [
        'import * as pulumi from "@pulumi/pulumi";',
        ...[...imports].map(([module, alias]) => `import * as ${alias} from ${JSON.stringify(module)};`),
        "const late = (...of: pulumi.CustomResource[]) => pulumi.all(of.map(({ id }) => id)).apply((): any => undefined);",
        ...statements,
        "",
    ].join("\n");
}

/** URNs of the custom resources, each after what it needs. The providers that the engine makes by itself are left out. */
function inOrder(plan: Plan): string[] {
    const order = new Set<string>();
    const visit = (urn: string) => {
        const { goal } = planned(plan, urn);
        if (!order.has(urn)) {
            [...neededBy(goal)].filter((needed) => isInProgram(needed, plan)).forEach(visit);
            order.add(urn);
        }
    };
    Object.keys(plan)
        .filter((urn) => isInProgram(urn, plan))
        .forEach(visit);
    return [...order];
}

function isInProgram(urn: string, plan: Plan): boolean {
    return plan[urn]?.goal.custom === true && !/::pulumi:providers:[^:]+::default/.test(urn);
}

function planned(plan: Plan, urn: string): PlannedResource {
    const resource = plan[urn];
    if (resource === undefined) {
        throw new Error(`${urn} is not in the plan`);
    }
    return resource;
}

function neededBy({ dependencies, propertyDependencies, provider }: PlannedResource["goal"]): string[] {
    return [
        ...(dependencies ?? []),
        ...Object.values(propertyDependencies ?? {}).flatMap((urns) => urns ?? []),
        ...(provider ? [providerUrn(provider)] : []),
    ];
}

function providerUrn(provider: string): string {
    return provider.slice(0, provider.lastIndexOf("::"));
}

/** Module and class of a type: `azure-native:network:Subnet`, `kubernetes:core/v1:Namespace`, `azuread:index/group:Group`. */
function classOf(type: string): { module: string; className: string } {
    const [provider = "", module = "", className = ""] = type.split(":");
    if (provider === "pulumi") {
        return { module: `@pulumi/${className}/provider`, className: "Provider" };
    }
    if (provider === "azuread") {
        return { module: "@pulumi/azuread", className };
    }
    if (provider !== "kubernetes") {
        return { module: `@pulumi/${provider}/${module}/index.js`, className };
    }
    const [group = "", version = ""] = module.split("/");
    const path = `@pulumi/kubernetes/${group.split(".")[0] ?? ""}/${version}/index.js`;
    return isInstalled(path)
        ? { module: path, className }
        : { module: "@pulumi/kubernetes/apiextensions/customResource.js", className: "CustomResource" };
}

function isInstalled(module: string): boolean {
    try {
        require.resolve(module);
        return true;
    } catch {
        return false;
    }
}

function inputs(goal: PlannedResource["goal"], variables: ReadonlyMap<string, string>): string {
    const given = Object.entries(goal.propertyDependencies ?? {}).flatMap(([property, urns]) => {
        const value = goal.inputDiff.adds?.[property];
        const late = `late(${known(urns?.length ? urns : goal.dependencies, variables)})`;
        const plain = goal.type.startsWith("pulumi:providers:") ? parsed(value) : value;
        return value === undefined ? [] : [`${JSON.stringify(property)}: ${expression(plain, late)}`];
    });
    return `{ ${given.join(", ")} }`;
}

/** Providers take what is no text as JSON. */
function parsed(value: unknown): unknown {
    return value === "true" || value === "false" ? value === "true" : value;
}

function options(
    { dependencies, protect, provider }: PlannedResource["goal"],
    variables: ReadonlyMap<string, string>,
): string {
    const own = provider ? variables.get(providerUrn(provider)) : undefined;
    return `{ dependsOn: [${known(dependencies, variables)}], protect: ${String(protect === true)}${own === undefined ? "" : `, provider: ${own}`} }`;
}

function known(urns: readonly string[] | null | undefined, variables: ReadonlyMap<string, string>): string {
    return (urns ?? []).flatMap((urn) => variables.get(urn) ?? []).join(", ");
}

function expression(value: unknown, late: string): string {
    if (value === unknown) {
        if (late === "late()") {
            throw new Error("a value that is not known depends on no resource");
        }
        return late;
    }
    if (Array.isArray(value)) {
        return `[${value.map((entry) => expression(entry, late)).join(", ")}]`;
    }
    if (typeof value !== "object" || value === null) {
        return JSON.stringify(value);
    }
    if (secretKey in value) {
        return `pulumi.secret(${"plaintext" in value ? expression(JSON.parse(String(value.plaintext)), late) : late})`;
    }
    return `{ ${Object.entries(value)
        .map(([property, entry]) => `${JSON.stringify(property)}: ${expression(entry, late)}`)
        .join(", ")} }`;
}
