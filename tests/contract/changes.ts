import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StackInMemory, type Step } from "../stack-in-memory";
import { makeHub, resolved } from "./hub";

/** Arguments before and after a change. */
export interface Change<Args> {
    from: Args;
    to: Args;
}

/** What becomes of a component when its arguments change. Together, the changes name every argument of it. */
export interface ComponentChanges<Args> {
    component: string;
    /** Makes the component, and what it needs. */
    program: (args: Args) => unknown;
    /** Changes that are made in place, many at once. */
    inPlace: Change<Args>[];
    /** Changes that are refused at preview. */
    refused?: Change<Args>[];
    /** Changes that Azure refuses, or that cost a resource with what is in it, with what goes. */
    costly?: (Change<Args> & { lost: string[] })[];
    /** Arguments that no change here is about, and why. */
    apart?: Record<string, string>;
}

/** What nobody gets back: data, keys, and addresses that others know. */
const precious = new Set(
    [
        "compute:DiskEncryptionSet",
        "containerregistry:Registry",
        "containerservice:AgentPool",
        "containerservice:ManagedCluster",
        "dataprotection:BackupInstance",
        "dataprotection:BackupVault",
        "keyvault:Key",
        "keyvault:Secret",
        "keyvault:Vault",
        "network:ApplicationGateway",
        "network:AzureFirewall",
        "network:NatGateway",
        "network:PublicIPAddress",
        "network:Subnet",
        "network:VirtualNetwork",
        "operationalinsights:Workspace",
        "resources:ResourceGroup",
        "servicenetworking:FrontendsInterface",
        "servicenetworking:TrafficControllerInterface",
        "storage:BlobContainer",
        "storage:StorageAccount",
    ].map((type) => `azure-native:${type}`),
);

/** Says in the documentation of an argument that its change has a price. */
const saysPrice = /cannot be changed|[Rr]enaming|A change /;

/** A table of changes as tests: what each costs, and that no argument is missing. */
export function itChanges<Args>({
    component,
    program,
    inPlace,
    refused = [],
    costly = [],
    apart = {},
}: ComponentChanges<Args>): void {
    const descriptions = described(component);
    const argumentsOf = (changes: readonly Change<Args>[]) => {
        const paths = changes.flatMap(({ from, to }) => differing(from, to));
        return [...new Set(paths.map((path) => [...descriptions.keys()].find((name) => isWithin(path, name)) ?? path))];
    };
    const update = async ({ from, to }: Change<Args>) => {
        const stack = new StackInMemory();
        const ids = await makeHub(stack.arm);
        const made = await stack.up(() => program(resolved(from, ids)));
        assert.deepEqual(made.refusals, [], "before the change");
        return await stack.up(() => program(resolved(to, ids)));
    };

    for (const change of inPlace) {
        it(`changes in place: ${titleOf(argumentsOf([change]))}`, async () => {
            const { steps, refusals } = await update(change);
            assert.deepEqual({ refusals, lost: lostIn(steps), refused: refusedIn(steps, component) }, unharmed);
            assert.notEqual(steps.length, 0);
        });
    }

    for (const change of refused) {
        const names = argumentsOf([change]);
        it(`refuses at preview: ${titleOf(names)}`, async () => {
            const { steps } = await update(change);
            const found = refusedIn(steps, component);
            const without = (some: string[], others: string[]) =>
                some.filter((one) => !others.some((other) => isWithin(one, other) || isWithin(other, one)));
            assert.deepEqual({ taken: without(names, found), more: without(found, names) }, { taken: [], more: [] });
        });
    }

    for (const { lost, ...change } of costly) {
        it(`has a price to change: ${titleOf(argumentsOf([change]))}`, async () => {
            const { steps, refusals } = await update(change);
            const refusedByAzure = refusals.map(
                (refusal) => refusal.replace("azure-native:", "").split(" Message=")[0],
            );
            assert.deepEqual([...lostIn(steps), ...refusedByAzure], lost);
        });
    }

    it("leaves no argument open", () => {
        const named = new Set([...argumentsOf([...inPlace, ...refused, ...costly]), ...Object.keys(apart)]);
        assert.deepEqual({ open: [...descriptions.keys()].filter((name) => !named.has(name)).sort() }, { open: [] });
        assert.deepEqual({ unknown: [...named].filter((name) => !descriptions.has(name)) }, { unknown: [] });
    });

    it("says of each argument that has a price what a change costs", () => {
        const priced = argumentsOf([...refused, ...costly]);
        assert.deepEqual(
            { silent: priced.filter((name) => !saysPrice.test(descriptions.get(name) ?? "")) },
            { silent: [] },
        );
    });
}

function titleOf(names: readonly string[]): string {
    return [...new Set(names.map((name) => name.split(".")[0]))].join(", ");
}

const gone = new Set(["replace", "delete"]);

const unharmed = { refusals: [], lost: [], refused: [] };

/** Precious resources that an update would delete. */
function lostIn(steps: readonly Step[]): string[] {
    return steps
        .filter(({ operation, type, retained }) => gone.has(operation) && precious.has(type) && !retained)
        .map(({ operation, type, name, properties }) =>
            [operation, type.replace("azure-native:", ""), name, ...Object.keys(properties).sort()].join(" "),
        )
        .sort();
}

/** Arguments that the component was made with and that are others now: with an engine, its hook refuses them. */
function refusedIn(steps: readonly Step[], component: string): string[] {
    const changes = steps
        .filter(({ type }) => type === `aksguard:index:${component}`)
        .flatMap(({ properties }) => Object.entries(properties));
    return changes
        .filter(([path, { kind }]) => path.startsWith("madeWith.") && kind === "update")
        .map(([path]) => path.replace("madeWith.", ""));
}

function isWithin(path: string, enclosing: string): boolean {
    return path === enclosing || path.startsWith(`${enclosing}.`);
}

/** Paths of what differs. */
function differing(from: unknown, to: unknown, path = ""): string[] {
    if (JSON.stringify(from) === JSON.stringify(to)) {
        return [];
    }
    const objects = [from, to].filter((value) => value !== undefined);
    if (!objects.every((value) => typeof value === "object" && value !== null && !Array.isArray(value))) {
        return [path];
    }
    const [before, after] = [from ?? {}, to ?? {}] as [Record<string, unknown>, Record<string, unknown>];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
        differing(before[key], after[key], path === "" ? key : `${path}.${key}`),
    );
}

interface Property {
    $ref?: string;
    description?: string;
}

interface Schema {
    resources: Record<string, { inputProperties: Record<string, Property> }>;
    types: Record<string, { properties?: Record<string, Property> }>;
}

const schema = JSON.parse(readFileSync(join(__dirname, "..", "package", "schema.json"), "utf8")) as Schema;

/** Every argument of a component, those of its objects by path, with its documentation. */
function described(component: string): Map<string, string> {
    const found = new Map<string, string>();
    const visit = (properties: Record<string, Property>, prefix: string) => {
        for (const [name, { $ref, description = "" }] of Object.entries(properties)) {
            const inner = schema.types[$ref?.replace("#/types/", "") ?? ""]?.properties;
            if (inner === undefined) {
                found.set(prefix + name, description.replace(/\s+/g, " "));
            } else {
                visit(inner, `${prefix}${name}.`);
            }
        }
    };
    visit(schema.resources[`aksguard:index:${component}`]?.inputProperties ?? {}, "");
    return found;
}
