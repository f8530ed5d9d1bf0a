/**
 * A cluster that may push images can replace what it, and every other cluster, runs next: whoever takes over one pod then
 * has them all.
 *
 * Checked property:  RoleAssignment `roleDefinitionId` on a Registry of the stack, of an identity of a ManagedCluster
 * Compliant values:  AcrPull, Container Registry Repository Reader, or Reader
 * When unset:        not applicable (Azure refuses an assignment without a role)
 * Rulings:           roles to push (AcrPush, Container Registry Repository Writer) are refused on any scope; an identity is
 *                    one of a cluster when the assignment is made from the cluster, or from what the cluster names as its
 *                    control plane's or kubelet's
 */
import { builtInRoles, roleNamed, type BuiltInRole } from "../../azure/built-in-roles";
import { identitiesOf, principalOf, roleKinds } from "../../relations/granted-roles";
import { quote } from "../../message";
import { notApplicable } from "../../policy";
import type { Undetermined } from "../../property";
import { attempt } from "../../relations/stack-index";
import { clusterReferences } from "../../resources/cluster-references";
import { registry } from "../../resources/registry";
import { resourceGroup } from "../../resources/resource-group";
import { roleAssignment } from "../../resources/role-assignment";
import { userAssignedIdentity } from "../../resources/user-assigned-identity";
import { defineStackPolicy, type Stack, type StackResource } from "../../stack-policy";

const pulling: readonly BuiltInRole[] = ["AcrPull", "Container Registry Repository Reader", "Reader"];
const pushing: readonly BuiltInRole[] = ["AcrPush", "Container Registry Repository Writer"];

export const roleAssignmentRegistryPullOnly = defineStackPolicy({
    name: "role-assignment-registry-pull-only",
    description: "AKS clusters must have no more than the right to pull from a registry.",
    remediationSteps:
        "Assign `AcrPull` on the registry, or `Container Registry Repository Reader` where it has permissions by repository.",
    severity: "high",
    practice: 8,
    equivalents: ["cis-aks-1.8:5.1.3"],
    subject: roleAssignment,
    related: [registry, clusterReferences, ...roleKinds],
    *judge({ role: roleOf, scope, principalId }, assignment, stack) {
        const role = roleOf();
        const known = role.isKnown ? roleNamed(role.string() ?? "") : undefined;
        if (!pushing.some((pushes) => pushes === known)) {
            const target = isMadeOfGroup(assignment) ? undefined : stack.find(registry, scope, assignment);
            if (target === undefined) return notApplicable("the scope is no registry of the stack");
        }
        if (pulling.some((pulls) => pulls === known)) return undefined;
        const principal = principalOf(principalId, assignment, stack);
        const cluster = principal === undefined ? undefined : clusterWith(principal, stack);
        if (cluster === undefined) return notApplicable("the identity is none of a cluster of the stack");
        const found = quote(known ?? role.string() ?? "");
        yield `\`${role.path}\` is ${found}, by which cluster ${quote(cluster)} may change images that it runs; set it to the id of \`AcrPull\`, \`${builtInRoles.AcrPull}\`.`;
        return undefined;
    },
});

/** Whether the scope is a group, as far as anybody can say before there is one. */
function isMadeOfGroup(assignment: StackResource): boolean {
    const sources = assignment.dependenciesOf("scope").filter(({ isComponent }) => !isComponent);
    return sources.length > 0 && sources.every(({ type }) => resourceGroup.matches(type));
}

/** The name of the cluster that has an identity, or makes some itself. */
function clusterWith({ urn }: StackResource, stack: Stack): string | undefined {
    const { names, undecided } = stack.once(clustersByIdentity);
    const name = names.get(urn);
    const [doubt] = undecided;
    if (name === undefined && doubt !== undefined) throw doubt;
    return name;
}

/** The names of clusters by their own URN and by those of the identities that they have. */
function clustersByIdentity(stack: Stack) {
    const names = new Map<string, string>();
    const undecided: Undetermined[] = [];
    for (const { view, resource } of stack.of(clusterReferences)) {
        names.set(resource.urn, resource.name);
        const identities = [
            () => identitiesOf(view.identities, resource, stack),
            () => [stack.find(userAssignedIdentity, view.kubeletIdentityId, resource)?.resource],
        ];
        for (const find of identities) {
            attempt(() => {
                for (const identity of find()) if (identity !== undefined) names.set(identity.urn, resource.name);
            }, undecided);
        }
    }
    return { names, undecided };
}
