import assert from "node:assert/strict";
import { isResourcePolicy } from "../../policy-pack/policy";
import { policies } from "../../policy-pack/policies";
import { urnOf, verdictOf, type Verdict } from "../policy-pack/sdk-server";
import { judgeStack, type StackMember } from "../policy-pack/stack-policy-tester";
import { record, registered } from "../recorded-program";
import { leavesOf, withLeaf } from "./leaves";

/** Policies that say something of resources; the others tell what the run was like. */
const ofResources = policies.filter(({ practice }) => practice !== undefined);

/** Names of the policies that object to a resource, alone in its stack. */
export async function objections(type: string, props: object): Promise<string[]> {
    const alone = { type, props, name: "alone", urn: urnOf({ type, name: "alone" }), madeFromUrns: {} };
    return objecting(await verdictsOn([alone]));
}

/** Names of all policies that object to anything that a program registers, or to how it belongs together. Fails where one could not decide. */
export async function objectionsTo(program: () => unknown): Promise<string[]> {
    const members = (await record(program)).map(
        ({ inputs, provider, propertyDependencies, ...registration }): StackMember => ({
            ...registration,
            props: inputs,
            ...(provider === undefined ? {} : { providerUrn: provider }),
            madeFromUrns: propertyDependencies,
        }),
    );
    const verdicts = await verdictsOn(members);
    for (const { policy, undetermined } of verdicts) {
        assert.deepEqual(undetermined, [], `${policy} could not decide`);
    }
    return objecting(verdicts);
}

/** What each policy says of each resource, or of the stack. */
async function verdictsOn(members: readonly StackMember[]): Promise<(Verdict & { policy: string })[]> {
    const answers = await judgeStack(members, ofResources);
    return ofResources.flatMap((policy) =>
        (isResourcePolicy(policy)
            ? [...answers.ofResources.values()].map((response) => verdictOf(policy, response))
            : ["", ...members.map(({ urn }) => urn)].map((urn) => verdictOf(policy, answers.ofStack, urn))
        ).map((verdict) => ({ ...verdict, policy: policy.name })),
    );
}

function objecting(verdicts: readonly (Verdict & { policy: string })[]): string[] {
    const found = verdicts.filter(({ violations }) => violations.length > 0);
    return [...new Set(found.map(({ policy }) => policy))].sort();
}

/** What a cluster is advised whose stack has no plan of Defender, and no policies that take values of the user. */
export const advisedAlone = ["cluster-defender-plan-enabled", "cluster-policy-assignments-complete"];

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
