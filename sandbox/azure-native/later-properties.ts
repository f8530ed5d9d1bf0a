import type { ResourceDeclaration } from "../schema/declarations";
import type { ObjectShape, PropertyShape } from "../schema/shape";
import type { AzureToken } from "./token";

/** Properties of API versions that are later than the default ones, which the installed SDK declares nothing of. */
const byType: Readonly<Record<string, Readonly<Record<string, { since: string } & PropertyShape>>>> = {
    "containerservice:ManagedCluster": {
        hostedSystemProfile: {
            since: "2026-03-01",
            required: false,
            shape: { kind: "map", values: { kind: "any" } },
        },
    },
};

/** What the API version of a token has. Nothing is left out of earlier versions. */
export function withLaterProperties(
    declared: ResourceDeclaration,
    { key, apiVersion }: AzureToken,
): ResourceDeclaration {
    const later = Object.entries(byType[key] ?? {}).filter(([, { since }]) => (apiVersion ?? "") >= since);
    const and = (shape: ObjectShape): ObjectShape => new Map([...shape, ...later]);
    return later.length === 0
        ? declared
        : { ...declared, inputs: and(declared.inputs), outputs: and(declared.outputs) };
}
