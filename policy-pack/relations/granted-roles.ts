import { roleNamed, type BuiltInRole } from "../azure/built-in-roles";
import { some, type ResourceKind } from "../policy";
import { Property, Undetermined } from "../property";
import { managedCluster } from "../resources/managed-cluster";
import { resourceGroup } from "../resources/resource-group";
import { roleAssignment, type RoleAssignment } from "../resources/role-assignment";
import { userAssignedIdentity } from "../resources/user-assigned-identity";
import { append, attempt, knownText, nameOf, topOf } from "./stack-index";
import type { Found, Stack, StackResource } from "../stack-policy";

/** The kinds whose properties say who has which role. */
export const roleKinds: readonly ResourceKind<unknown>[] = [
    roleAssignment,
    resourceGroup,
    userAssignedIdentity,
    managedCluster,
];

/** A role that is demanded. */
export interface Demand {
    /** Any of these. */
    readonly roles: readonly BuiltInRole[];
    /** An identity of the stack, or the cluster that an identity is made by. */
    readonly principals: readonly StackResource[];
    /** Whether the scope of an assignment has what the role is demanded on. */
    readonly covers: (assignment: Found<RoleAssignment>) => boolean;
}

/** The resource of the stack that a property names the object id of: an identity, or a cluster that makes some. */
export function principalOf(principalId: Property, from: StackResource, stack: Stack): StackResource | undefined {
    const cluster = from.dependenciesOf("principalId").find(({ type }) => managedCluster.matches(type));
    return cluster ?? stack.find(userAssignedIdentity, principalId, from, "principalId")?.resource;
}

/** Whether an assignment of the stack grants one of the roles. */
export function isGranted({ roles, principals, covers }: Demand, stack: Stack): boolean {
    const { byPrincipal, undecided } = stack.once(assignmentsOf);
    const assignments = new Set([...principals.flatMap(({ urn }) => byPrincipal.get(urn) ?? []), ...undecided]);
    return some(
        ...[...assignments].map((assignment) => () => {
            const role = assignment.view.role();
            if (role.isKnown && !isOneOf(role.string() ?? "", roles)) return false;
            if (!covers(assignment)) return false;
            if (!role.isKnown) throw new Undetermined(role.path);
            // Where nobody knows whose it is, only that is missing: it throws.
            principalOf(assignment.view.principalId, assignment.resource, stack);
            return true;
        }),
    );
}

function isOneOf(role: string, roles: readonly BuiltInRole[]): boolean {
    const name = roleNamed(role);
    return roles.some((one) => one === name);
}

/** The assignments of a stack by whose they are, and those of which nobody knows that. */
function assignmentsOf(stack: Stack) {
    const byPrincipal = new Map<string, Found<RoleAssignment>[]>();
    const undecided = new Set<Found<RoleAssignment>>();
    for (const assignment of stack.of(roleAssignment)) {
        const doubts: Undetermined[] = [];
        attempt(() => {
            const principal = principalOf(assignment.view.principalId, assignment.resource, stack);
            if (principal !== undefined) append(byPrincipal, principal.urn, assignment);
        }, doubts);
        if (doubts.length > 0) undecided.add(assignment);
    }
    return { byPrincipal, undecided };
}

/** Whether the scope of an assignment is a resource, its group, or the subscription around it. */
export function coversResource<View>(
    { view: { scope }, resource: assignment }: Found<Pick<RoleAssignment, "scope">>,
    kind: ResourceKind<View>,
    target: StackResource,
    stack: Stack,
): boolean {
    return some(
        () => stack.find(kind, ownerOf(scope), assignment)?.resource.urn === target.urn,
        () => coversGroupOf({ view: { scope }, resource: assignment }, target, stack),
    );
}

/** Whether the scope of an assignment is the group of a resource, or the subscription around it. */
export function coversGroupOf(
    { view: { scope }, resource: assignment }: Found<Pick<RoleAssignment, "scope">>,
    target: StackResource,
    stack: Stack,
): boolean {
    if (isSubscription(scope)) return true;
    const groupName = target.properties.at("resourceGroupName");
    const known = scope.isKnown ? scope.string() : undefined;
    const named = /\/resourcegroups\/([^/]+)\/?$/.exec(known?.toLowerCase() ?? "")?.[1];
    if (scope.isKnown && named === undefined) return false;
    if (named !== undefined && groupName.isKnown) return named === groupName.string()?.toLowerCase();
    const group = stack.find(resourceGroup, scope, assignment);
    return group !== undefined && group.resource.urn === stack.find(resourceGroup, groupName, target)?.resource.urn;
}

/** Whether the scope of an assignment is what a property of another resource names, or something around it. */
export function coversReference(
    { view: { scope }, resource: assignment }: Found<RoleAssignment>,
    reference: Property,
    owner: StackResource,
): boolean {
    if (isSubscription(scope)) return true;
    // Stryker disable next-line MethodExpression: in one case or the other, both are alike.
    const [one, other] = [scope, reference].map((id) => knownText(id)?.toLowerCase());
    if (one !== undefined && other !== undefined) return other === one || other.startsWith(`${one}/`);
    const made = new Set(sourcesOf(assignment, "scope"));
    if (sourcesOf(owner, topOf(reference, owner)).some((urn) => made.has(urn))) return true;
    // What is made from something else is something else.
    if (made.size > 0) return false;
    throw new Undetermined(one === undefined ? scope.path : reference.path);
}

function sourcesOf(resource: StackResource, property: string): string[] {
    return resource
        .dependenciesOf(property)
        .filter(({ type, isComponent }) => !isComponent && !resourceGroup.matches(type))
        .map(({ urn }) => urn);
}

/** The resource that the id of a part of it begins with, such as the vault of a secret. */
function ownerOf(scope: Property): Property {
    const owner = /(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers(?:\/[^/]+){3})\/./i.exec(
        knownText(scope) ?? "",
    )?.[1];
    return owner === undefined ? scope : Property.root(owner, scope.path);
}

function isSubscription(scope: Property): boolean {
    return scope.isKnown && /^\/subscriptions\/[^/]+\/?$/i.test(scope.string() ?? "");
}

/** The identities of the stack that a resource has: by the elements of a list, or the keys of a map. */
export function identitiesOf(identities: Property, owner: StackResource, stack: Stack): StackResource[] {
    const made = owner.dependenciesOf("identity").filter(({ type }) => userAssignedIdentity.matches(type));
    if (made.length > 0) return made;
    const { value } = identities;
    if (Array.isArray(value)) {
        return identities.elements().flatMap((id) => stack.find(userAssignedIdentity, id, owner)?.resource ?? []);
    }
    const known = new Set(identities.members().map(({ name }) => name.toLowerCase().split("/").at(-1)));
    return stack
        .of(userAssignedIdentity)
        .map(({ resource }) => resource)
        .filter((resource) => known.has(nameOf(resource)));
}
