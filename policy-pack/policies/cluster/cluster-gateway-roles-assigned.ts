/**
 * An ingress controller without the rights on its gateway writes nothing, and only its log says so: the routes that people
 * believe in, redirects to HTTPS included, are not there.
 *
 * Checked property:  RoleAssignments of the identity of the ingress add-on of a ManagedCluster, on the ApplicationGateway
 *                    of the stack that the add-on names
 * Compliant values:  Contributor on the gateway, Reader on its group, Network Contributor on its subnets, Managed Identity
 *                    Operator on its identities; roles that contain these, and scopes around them
 * When unset:        not applicable (no add-on, or a gateway of another stack)
 */
import type { BuiltInRole } from "../../azure/built-in-roles";
import {
    coversGroupOf,
    coversReference,
    coversResource,
    identitiesOf,
    isGranted,
    roleKinds,
} from "../../relations/granted-roles";
import { quote } from "../../message";
import { each, notApplicable } from "../../policy";
import { clusterReferences } from "../../resources/cluster-references";
import { gatewayReferences } from "../../resources/gateway-references";
import type { RoleAssignment } from "../../resources/role-assignment";
import { userAssignedIdentity } from "../../resources/user-assigned-identity";
import { defineStackPolicy, type Found } from "../../stack-policy";

interface Right {
    /** The role to advise, and those that contain it. */
    readonly roles: readonly [BuiltInRole, ...BuiltInRole[]];
    readonly on: string;
    readonly covers: (assignment: Found<RoleAssignment>) => boolean;
}

export const clusterGatewayRolesAssigned = defineStackPolicy({
    name: "cluster-gateway-roles-assigned",
    description: "The ingress controller of an AKS cluster should have the roles that its gateway takes.",
    remediationSteps:
        "Assign to the identity of the add-on Contributor on the gateway, Reader on its group, Network Contributor on its subnet, and Managed Identity Operator on its identity.",
    severity: "medium",
    practice: "beyond",
    equivalents: [],
    advisory: "roles are often assigned by a program with more rights than the one that makes the cluster",
    subject: clusterReferences,
    related: [gatewayReferences, ...roleKinds],
    *judge({ ingressGatewayId }, cluster, stack) {
        const reference = ingressGatewayId();
        const found = stack.find(gatewayReferences, reference, cluster);
        if (found === undefined) return notApplicable("no ingress add-on names a gateway of the stack");
        const { view, resource: gateway } = found;
        const rights: Right[] = [
            {
                roles: ["Contributor", "Network Contributor", "Owner"],
                on: "the gateway",
                covers: (assignment) => coversResource(assignment, gatewayReferences, gateway, stack),
            },
            {
                roles: ["Reader", "Contributor", "Network Contributor", "Owner"],
                on: "the group of the gateway",
                covers: (assignment) => coversGroupOf(assignment, gateway, stack),
            },
            ...view.subnetIds().map((subnet): Right => ({
                roles: ["Network Contributor", "Contributor", "Owner"],
                on: "the subnet of the gateway",
                covers: (assignment) => coversReference(assignment, subnet, gateway),
            })),
            ...identitiesOf(view.identities, gateway, stack).map((identity): Right => ({
                roles: ["Managed Identity Operator", "Contributor", "Owner"],
                on: `the identity ${quote(identity.name)} of the gateway`,
                covers: (assignment) => coversResource(assignment, userAssignedIdentity, identity, stack),
            })),
        ];
        yield* each(rights, function* ({ roles, on, covers }) {
            if (isGranted({ roles, principals: [cluster], covers }, stack)) return;
            yield `\`${reference.path}\` is gateway ${quote(gateway.name)}, and the ingress controller is without the role \`${roles[0]}\` on ${on}; set it to a gateway on which its identity has that role.`;
        });
        return undefined;
    },
});
