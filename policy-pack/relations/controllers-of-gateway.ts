import { roleNamed } from "../azure/built-in-roles";
import { some } from "../policy";
import { clusterReferences, type ClusterReferences } from "../resources/cluster-references";
import { gatewayReferences, type GatewayReferences } from "../resources/gateway-references";
import { roleAssignment, type RoleAssignment } from "../resources/role-assignment";
import { doubts, type Relation, type Stack, type StackResource } from "../stack-policy";

/** The clusters whose ingress add-on configures a gateway. */
export const addOnOfGateway: Relation<ClusterReferences, GatewayReferences> = {
    from: clusterReferences,
    to: gatewayReferences,
    reference: ({ ingressGatewayId }) => ingressGatewayId(),
};

/** The assignments of roles on a gateway itself. */
const roleOnGateway: Relation<RoleAssignment, GatewayReferences> = {
    from: roleAssignment,
    to: gatewayReferences,
    reference: ({ scope }) => scope,
};

const writingRoles = new Set(["Contributor", "Network Contributor", "Owner"]);

/** Whether the stack has a controller that writes a gateway: an add-on that names it, or an identity with a role on it. */
export function hasController(gateway: StackResource, stack: Stack): boolean {
    const addOns = stack.sources(addOnOfGateway, gateway);
    if (addOns.found.length > 0) return true;
    const assignments = stack.sources(roleOnGateway, gateway);
    return some(
        ...assignments.found.map(
            ({ view }) =>
                () =>
                    writingRoles.has(roleNamed(view.role().string() ?? "") ?? ""),
        ),
        ...doubts([...addOns.undecided, ...assignments.undecided]),
    );
}
