import assert from "node:assert/strict";
import { evaluate } from "../policy-pack/policy-tester";
import { record, registered } from "../recorded-program";
import { leavesOf, withLeaf } from "./leaves";

/** Names of the policies that object to a resource. */
export async function objections(type: string, props: object): Promise<string[]> {
    const verdicts = await evaluate({ type, props });
    return [...verdicts].filter(([, { violations }]) => violations.length > 0).map(([name]) => name);
}

/** Names of all policies that object to anything that a program registers. Fails where one could not decide. */
export async function objectionsTo(program: () => unknown): Promise<string[]> {
    const objected = new Set<string>();
    for (const { type, inputs } of await record(program)) {
        for (const [name, verdict] of await evaluate({ type, props: inputs })) {
            assert.deepEqual(verdict.undetermined, [], `${name} could not decide about ${type}`);
            if (verdict.violations.length > 0) {
                objected.add(name);
            }
        }
    }
    return [...objected].sort();
}

/** What a cluster is advised that has Azure's keys only. */
export const advisedWithoutOwnKeys = ["cluster-disk-encryption-set-used", "cluster-kms-enabled"];

/** One resource of a program, and what holds each of its values. */
export interface ValueTable {
    program: () => unknown;
    type: string;
    /** Needed where the program registers several of the type. */
    name?: string;
    /** Values that policies guard, by path: the policies that object when it is turned into its opposite or left out. */
    guarded: Record<string, string[]>;
    /** Values that no policy guards, by path: wiring, and choices of which another one breaks no practice. */
    held: Record<string, unknown>;
    /** The value that undoes a practice, where it is more than the other of two. */
    opposites?: Record<string, unknown>;
}

/**
 * Every single value of a hardened resource, turned into its opposite or left out. What a policy guards must be caught
 * by the policies that are named; what none guards is held by its literal value.
 */
export function itGuardsOrHoldsEachValue({ program, type, name, guarded, held, opposites = {} }: ValueTable): void {
    it(`${type}${name === undefined ? "" : ` ${name}`} is guarded by policies or held here`, async () => {
        const { inputs } = registered(await record(program), type, name);
        const leaves = leavesOf(inputs);
        // What is advised of the resource as it is says nothing of a change.
        const before = await objections(type, inputs);
        const caught: Record<string, string[]> = {};
        for (const { path, value } of leaves) {
            const names = new Set<string>();
            for (const change of [opposites[path] ?? (typeof value === "boolean" ? !value : "other"), undefined]) {
                for (const objection of await objections(type, withLeaf(inputs, path, change))) {
                    if (!before.includes(objection)) {
                        names.add(objection);
                    }
                }
            }
            if (names.size > 0) {
                caught[path] = [...names].sort();
            }
        }
        assert.deepEqual(caught, guarded);
        const others = leaves.filter(({ path }) => !(path in caught));
        assert.deepEqual(Object.fromEntries(others.map(({ path, value }) => [path, value])), held);
    });
}
