import { encloses, nameOf } from "../azure-native/arm-path";
import { account } from "../providers/account";
import type { Cloud, CloudResource } from "../providers/cloud";
import { type PropertyValue, isMap, textOf, valueAt } from "../providers/property";
import { type ObjectReference, pluralOf, resourceOf } from "./object-type";

export type Verb = "get" | "create" | "patch" | "delete";

/** Refuses what the deployer has no right to, as the API server does when Azure decides. */
export function requireRight(cloud: Cloud, cluster: CloudResource, verb: Verb, object: ObjectReference): void {
    const decidesAzure = valueAt(cluster.outputs, "aadProfile", "enableAzureRBAC") === true;
    if (decidesAzure ? isAllowed(cloud, cluster, verb, object) : isAdministrator(cloud, cluster)) return;
    const { type, namespace, name } = object;
    const place = namespace === undefined ? "at the cluster scope" : `in the namespace "${namespace}"`;
    throw new Error(
        `${resourceOf(type)} "${name}" is forbidden: User "${account.objectId}" cannot ${verb} resource ` +
            `"${pluralOf(type)}" in API group "${type.group}" ${place}` +
            (decidesAzure
                ? ": User does not have access to the resource in Azure. Update role assignment to allow access."
                : ""),
    );
}

/** Without Azure RBAC, members of the cluster's groups of administrators may do everything, and nobody else anything. */
function isAdministrator(cloud: Cloud, cluster: CloudResource): boolean {
    const groups = valueAt(cluster.outputs, "aadProfile", "adminGroupObjectIDs");
    const principals = principalsOf(cloud);
    return Array.isArray(groups) && groups.some((group) => principals.includes(textOf(group)));
}

/** Whether a role at the cluster, around it, or at the namespace allows it. */
function isAllowed(cloud: Cloud, cluster: CloudResource, verb: Verb, { type, namespace }: ObjectReference): boolean {
    const principals = principalsOf(cloud);
    const place = namespace === undefined ? cluster.id : `${cluster.id}/namespaces/${namespace}`;
    const group = type.group === "" ? "" : `${type.group}/`;
    const action = `${group}${pluralOf(type)}/${actionOf[verb]}`;
    return cloud
        .ofType("azure-native:authorization:RoleAssignment")
        .filter(({ outputs }) => principals.includes(textOf(outputs.principalId)))
        .filter(({ outputs }) => encloses(`/${textOf(outputs.scope).replace(/^\//, "")}`, place))
        .flatMap(({ outputs }) => permissionsOf(cloud, nameOf(textOf(outputs.roleDefinitionId)).toLowerCase()))
        .some(({ allowed, excepted }) => matches(allowed, action) && !matches(excepted, action));
}

const actionOf = { get: "read", create: "write", patch: "write", delete: "delete" } as const;

/** Data actions of a role, without `Microsoft.ContainerService/managedClusters/`. */
interface Permission {
    readonly allowed: readonly string[];
    readonly excepted: readonly string[];
}

/** Kinds that the roles for readers and writers name. */
const workloads = [
    "apps/daemonsets",
    "apps/deployments",
    "apps/replicasets",
    "apps/statefulsets",
    "autoscaling/horizontalpodautoscalers",
    "batch/cronjobs",
    "batch/jobs",
    "configmaps",
    "endpoints",
    "extensions/daemonsets",
    "extensions/deployments",
    "extensions/ingresses",
    "extensions/networkpolicies",
    "extensions/replicasets",
    "networking.k8s.io/ingresses",
    "networking.k8s.io/networkpolicies",
    "persistentvolumeclaims",
    "pods",
    "policy/poddisruptionbudgets",
    "replicationcontrollers",
    "serviceaccounts",
    "services",
];
const readable = [
    "apps/controllerrevisions/read",
    "discovery.k8s.io/endpointslices/read",
    "events.k8s.io/events/read",
    "events/read",
    "limitranges/read",
    "namespaces/read",
    "resourcequotas/read",
];

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/containers */
const builtInRoles: Readonly<Record<string, Permission>> = {
    // Azure Kubernetes Service RBAC Cluster Admin
    "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b": { allowed: ["*"], excepted: [] },
    // Azure Kubernetes Service RBAC Admin
    "3498e952-d568-435e-9b2c-8d77e338d7f7": {
        allowed: ["*"],
        excepted: ["resourcequotas/write", "resourcequotas/delete", "namespaces/write", "namespaces/delete"],
    },
    // Azure Kubernetes Service RBAC Writer
    "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb": {
        allowed: [...readable, ...[...workloads, "secrets"].map((kind) => `${kind}/*`)],
        excepted: [],
    },
    // Azure Kubernetes Service RBAC Reader
    "7f6c6a51-bcf8-42ba-9220-52d62157d7db": {
        allowed: [...readable, ...workloads.map((kind) => `${kind}/read`)],
        excepted: [],
    },
};

function permissionsOf(cloud: Cloud, role: string): Permission[] {
    const builtIn = builtInRoles[role];
    if (builtIn !== undefined) return [builtIn];
    const [custom] = cloud
        .ofType("azure-native:authorization:RoleDefinition")
        .filter(({ id }) => nameOf(id).toLowerCase() === role);
    const permissions = custom?.outputs.permissions;
    if (!Array.isArray(permissions)) return [];
    return permissions.filter(isMap).map(({ dataActions, notDataActions }) => ({
        allowed: withoutPrefix(dataActions),
        excepted: withoutPrefix(notDataActions),
    }));
}

function withoutPrefix(actions: PropertyValue | undefined): string[] {
    const prefix = /^Microsoft\.ContainerService\/managedClusters\//i;
    return (Array.isArray(actions) ? actions.map(textOf) : []).map((action) => action.replace(prefix, ""));
}

function matches(patterns: readonly string[], action: string): boolean {
    return patterns.some((pattern) => {
        const expression = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
        return new RegExp(`^${expression}$`, "i").test(action);
    });
}

/** The deployer, and the groups that have the deployer as a member, also through other groups. */
function principalsOf(cloud: Cloud): string[] {
    const found: string[] = [account.objectId];
    for (const member of found) {
        for (const { outputs } of cloud.ofType("azuread:GroupMember")) {
            const group = textOf(outputs.groupObjectId);
            if (outputs.memberObjectId === member && !found.includes(group)) found.push(group);
        }
    }
    return found;
}
