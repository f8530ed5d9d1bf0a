import { encloses, nameOf } from "../azure-native/arm-path";
import type { Cloud, CloudResource } from "../providers/cloud";
import { type PropertyValue, isMap, textOf, valueAt } from "../providers/property";

/** What somebody wants to do with an object of a cluster, in the words of a SubjectAccessReview. */
export interface Attributes {
    /** Object ids of the user and of the groups that the user is in. */
    readonly principals: readonly string[];
    readonly verb: string;
    /** Empty for the core group. */
    readonly group: string;
    /** `pods`, or a part of one such as `pods/exec`. */
    readonly resource: string;
    /** Undefined for objects of the whole cluster. */
    readonly namespace: string | undefined;
}

/** What Azure says: undefined where it leaves the decision to the roles and bindings of the cluster. */
export function azureAllows(cloud: Cloud, cluster: CloudResource, attributes: Attributes): boolean | undefined {
    if (valueAt(cluster.outputs, "aadProfile", "enableAzureRBAC") === true)
        return isAllowed(cloud, cluster, attributes);
    return isAdministrator(cluster, attributes) ? true : undefined;
}

/** The groups that have the principal as a member, also through other groups. */
export function groupsOf(cloud: Cloud, principal: string): string[] {
    const found = [principal];
    for (const member of found) {
        for (const { outputs } of cloud.ofType("azuread:GroupMember")) {
            const group = textOf(outputs.groupObjectId);
            if (outputs.memberObjectId === member && !found.includes(group)) found.push(group);
        }
    }
    return found.slice(1);
}

/** Without Azure RBAC, members of the cluster's groups of administrators may do everything. */
function isAdministrator(cluster: CloudResource, { principals }: Attributes): boolean {
    const groups = valueAt(cluster.outputs, "aadProfile", "adminGroupObjectIDs");
    return Array.isArray(groups) && groups.some((group) => principals.includes(textOf(group)));
}

/** Whether a role at the cluster, around it, or at the namespace allows it. */
function isAllowed(cloud: Cloud, cluster: CloudResource, attributes: Attributes): boolean {
    const { principals, verb, group, resource, namespace } = attributes;
    const place = namespace === undefined ? cluster.id : `${cluster.id}/namespaces/${namespace}`;
    const action = `${group === "" ? "" : `${group}/`}${resource}/${actionOf[verb] ?? verb}`;
    return cloud
        .ofType("azure-native:authorization:RoleAssignment")
        .filter(({ outputs }) => principals.includes(textOf(outputs.principalId)))
        .filter(({ outputs }) => encloses(`/${textOf(outputs.scope).replace(/^\//, "")}`, place))
        .flatMap(({ outputs }) => permissionsOf(cloud, nameOf(textOf(outputs.roleDefinitionId)).toLowerCase()))
        .some(({ allowed, excepted }) => matches(allowed, action) && !matches(excepted, action));
}

/** Azure's words for the verbs of Kubernetes; others are their own. */
const actionOf: Readonly<Record<string, string>> = {
    get: "read",
    list: "read",
    watch: "read",
    create: "write",
    update: "write",
    patch: "write",
    delete: "delete",
    deletecollection: "delete",
};

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
