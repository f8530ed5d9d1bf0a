import { randomUUID } from "node:crypto";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import type { PropertyMap, PropertyValue } from "../sandbox/providers/property";
import type { PropertyDifference } from "../sandbox/providers/provider";
import { runBefore, withoutSecretMarks, type RegisterRequest } from "./recorded-program";
import { Arm, type Created } from "./sandbox/azure-native/arm";

/** What an update does to a resource. */
export interface Step {
    /** With `replace`, the resource would be deleted for another one, with all that is in it. */
    operation: "create" | "update" | "replace" | "delete";
    type: string;
    name: string;
    /** How the inputs differ, by path; of a replacement, those that are its reason. */
    properties: Record<string, PropertyDifference>;
    /** Whether it stays in Azure when it goes (`retainOnDelete`). */
    retained: boolean;
}

/** What came of an update. */
export interface Outcome {
    steps: Step[];
    /** What Azure said to a step that it did not take. */
    refusals: string[];
}

/** A resource that a program made. */
interface Made extends Created {
    type: string;
    name: string;
    retained: boolean;
}

/** A stack without an engine. What its programs make stays in a pretend Azure, for the next one to change. */
export class StackInMemory {
    /** The pretend Azure, in which others may have made something before. */
    readonly arm = new Arm();
    private readonly made = new Map<string, Made>();

    /** Runs a program as an update would. Nothing is replaced, only told. */
    async up(program: () => unknown): Promise<Outcome> {
        const outcome: Outcome = { steps: [], refusals: [] };
        const requests = new Map<string, RegisterRequest>();
        const monitor = new MockMonitor({
            newResource: async ({ type, name }) => {
                const request = requests.get(keyOf(type, name));
                const made = request && (await this.register(request, outcome));
                return { id: made?.id ?? randomUUID(), state: made?.outputs ?? {} };
            },
            call: ({ token, inputs }) => this.arm.invoke(token, inputs as PropertyMap),
        });
        const register = monitor.registerResource.bind(monitor);
        monitor.registerResource = (request: RegisterRequest, callback) => {
            requests.set(keyOf(request.getType(), request.getName()), request);
            return register(request, callback);
        };
        await runBefore(monitor, program);
        for (const [key, gone] of [...this.made].reverse()) {
            if (!requests.has(key)) {
                this.made.delete(key);
                await this.remove(gone, outcome);
            }
        }
        return outcome;
    }

    private async register(request: RegisterRequest, outcome: Outcome): Promise<Made> {
        const [type, name] = [request.getType(), request.getName()];
        const inputs = withoutSecretMarks(request.getObject().toJavaScript()) as PropertyMap;
        const old = this.made.get(keyOf(type, name));
        const wanted = old === undefined ? inputs : withIgnored(inputs, old.inputs, request.getIgnorechangesList());
        const id = randomUUID();
        let made: Created = old ?? { id, inputs, outputs: { objectId: id, ...inputs } };
        try {
            if (old === undefined) {
                outcome.steps.push({ operation: "create", type, name, properties: {}, retained: false });
                made = isOfAzure(type) ? await this.arm.create(type, wanted, name) : made;
            } else {
                made = await this.change(type, name, old, wanted, outcome);
            }
        } catch (refusal) {
            outcome.refusals.push(`${type} ${name}: ${(refusal as Error).message}`);
        }
        const kept = { ...made, type, name, retained: request.getRetainondelete() };
        this.made.set(keyOf(type, name), kept);
        return kept;
    }

    private async change(type: string, name: string, old: Made, wanted: PropertyMap, { steps }: Outcome) {
        const { inputs } = isOfAzure(type) ? await this.arm.check(type, wanted, old.inputs, name) : { inputs: wanted };
        const { properties } = await this.arm.diff(isOfAzure(type) ? type : anyType, old.inputs, inputs);
        if (Object.keys(properties).length === 0) {
            return old;
        }
        const reasons = Object.entries(properties).filter(([, { replace }]) => replace && isOfAzure(type));
        const replaces = reasons.length > 0;
        steps.push({
            operation: replaces ? "replace" : "update",
            type,
            name,
            properties: replaces ? Object.fromEntries(reasons) : { ...properties },
            retained: old.retained,
        });
        // What comes next may need the right in its new place.
        if (replaces && type === "azure-native:authorization:RoleAssignment") {
            return await this.arm.create(type, wanted, name);
        }
        if (replaces || !isOfAzure(type)) {
            return { ...old, inputs, outputs: replaces ? old.outputs : inputs };
        }
        return { id: old.id, inputs, outputs: await this.arm.update(type, old, wanted, name) };
    }

    private async remove({ type, name, id, retained }: Made, { steps, refusals }: Outcome): Promise<void> {
        steps.push({ operation: "delete", type, name, properties: {}, retained });
        if (retained || !isOfAzure(type)) {
            return;
        }
        try {
            await this.arm.delete(type, id);
        } catch (refusal) {
            refusals.push(`${type} ${name}: ${(refusal as Error).message}`);
        }
    }
}

/** Stands for types of which no replacement is known. */
const anyType = "azure-native:network:Subnet";

function isOfAzure(type: string): boolean {
    return type.startsWith("azure-native") && !type.startsWith("pulumi:");
}

function keyOf(type: string, name: string): string {
    return `${type}::${name}`;
}

/** What `ignoreChanges` names stays as it was. */
function withIgnored(inputs: PropertyMap, before: PropertyMap, paths: readonly string[]): PropertyMap {
    return paths.reduce((changed, path) => {
        const [first = "", ...rest] = path.split(".");
        return { ...changed, ...valueOf(changed, before, first, rest) };
    }, inputs);
}

function valueOf(inputs: PropertyMap, before: PropertyMap, name: string, rest: readonly string[]): PropertyMap {
    const old = before[name];
    if (old === undefined) {
        return {};
    }
    const [next, ...further] = rest;
    const isNested = next !== undefined && typeof old === "object" && old !== null && !Array.isArray(old);
    const inner = inputs[name] as PropertyMap;
    const value: PropertyValue = isNested ? { ...inner, ...valueOf(inner, old, next, further) } : old;
    return { [name]: value };
}
