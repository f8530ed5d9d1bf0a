import type { Judgement, ResourceKind } from "../policy";
import { privateEndpoint, type PrivateConnection } from "../resources/private-endpoint";
import type { Relation, Stack, StackResource } from "../stack-policy";

/** That a private endpoint is one of a resource. */
export function endpointOf(kind: ResourceKind<unknown>): Relation<PrivateConnection, unknown> {
    return { from: privateEndpoint, to: kind, reference: ({ targetId }) => targetId };
}

/** Demands a private endpoint of a resource. */
export function* isReachedPrivately(
    resource: StackResource,
    stack: Stack,
    relation: Relation<PrivateConnection, unknown>,
    consequence: string,
): Judgement {
    const { found, undecided } = stack.sources(relation, resource);
    if (found.length > 0) return;
    const [doubt] = undecided;
    if (doubt !== undefined) throw doubt;
    yield `\`${resource.properties.path}\` is without a private endpoint in the stack, and without public access ${consequence}; set it to one in the network of the cluster.`;
}
