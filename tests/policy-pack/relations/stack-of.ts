import assert from "node:assert/strict";

import type { PolicyResource } from "@pulumi/policy";

import { Stack, type StackResource } from "../../../policy-pack/stack-policy";
import { unknownCheckingProxy, urnOf } from "../sdk-server";
import type { Member, Stack as Members } from "../stack-policy-tester";

/** The index of a stack of these resources, and how they are found in it by name. */
export function stackOf(members: Members): { stack: Stack; named: (name: string) => StackResource } {
    const urn = (name: string) => urnOf({ name, type: (members[name] ?? assert.fail(`no ${name}`)).type });
    const resources = Object.entries(members).map(([name, member]) => policyResource(name, member, urn));
    const inputs = Object.entries(members).map(
        ([name, { props }]) => [urn(name), unknownCheckingProxy(props)] as const,
    );
    const stack = new Stack(resources, new Map(inputs as [string, Record<string, unknown>][]));
    return { stack, named: (name) => stack.resource(urn(name)) ?? assert.fail(`no ${name}`) };
}

function policyResource(
    name: string,
    { type, props, outputs = props, isComponent = false, provider, madeFrom = {} }: Member,
    urn: (name: string) => string,
): PolicyResource {
    const sources = Object.entries(madeFrom).map(([property, names]) => [
        property,
        names.map((one) => ({ urn: urn(one) })),
    ]);
    return {
        type,
        name,
        urn: urn(name),
        props: unknownCheckingProxy(outputs),
        ...(isComponent ? {} : { provider: { urn: provider === undefined ? "default" : urn(provider) } }),
        dependencies: [],
        propertyDependencies: Object.fromEntries(sources) as object,
    } as unknown as PolicyResource;
}
