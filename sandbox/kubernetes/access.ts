import { account } from "../providers/account";
import type { Cloud, CloudResource } from "../providers/cloud";
import { textOf, valueAt } from "../providers/property";
import { encloses, nameOf } from "../azure-native/arm-path";
import { type ObjectReference, pluralOf, resourceOf } from "./object-type";

export type Verb = "get" | "create" | "patch" | "delete";

/** Refuses what the deployer has no right to, as the API server does when Azure decides. */
export function requireRight(cloud: Cloud, cluster: CloudResource, verb: Verb, object: ObjectReference): void {
    if (accessOf(cloud, cluster, object).some((role) => allows(role, verb, object))) return;
    const { type, namespace, name } = object;
    const place = namespace === undefined ? "at the cluster scope" : `in the namespace "${namespace}"`;
    const azure =
        valueAt(cluster.outputs, "aadProfile", "enableAzureRBAC") === true
            ? ": User does not have access to the resource in Azure. Update role assignment to allow access."
            : "";
    throw new Error(
        `${resourceOf(type)} "${name}" is forbidden: User "${account.objectId}" cannot ${verb} resource ` +
            `"${pluralOf(type)}" in API group "${type.group}" ${place}${azure}`,
    );
}

/** Roles of Azure RBAC for Kubernetes. */
const roles: Readonly<Record<string, "cluster-admin" | "admin" | "writer" | "reader">> = {
    "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b": "cluster-admin",
    "3498e952-d568-435e-9b2c-8d77e338d7f7": "admin",
    "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb": "writer",
    "7f6c6a51-bcf8-42ba-9220-52d62157d7db": "reader",
};

type Role = (typeof roles)[string];

/** The roles that the deployer has for the object, also by groups. */
function accessOf(cloud: Cloud, cluster: CloudResource, { namespace }: ObjectReference): Role[] {
    const principals = [account.objectId, ...groupsOf(cloud, account.objectId)];
    if (valueAt(cluster.outputs, "aadProfile", "enableAzureRBAC") !== true) {
        const admins = valueAt(cluster.outputs, "aadProfile", "adminGroupObjectIDs");
        return Array.isArray(admins) && admins.some((group) => principals.includes(textOf(group)))
            ? ["cluster-admin"]
            : [];
    }
    const place = namespace === undefined ? cluster.id : `${cluster.id}/namespaces/${namespace}`;
    return cloud
        .ofType("azure-native:authorization:RoleAssignment")
        .filter(({ outputs }) => principals.includes(textOf(outputs.principalId)))
        .filter(({ outputs }) => encloses(withSlash(textOf(outputs.scope)), place))
        .flatMap(({ outputs }) => roles[nameOf(textOf(outputs.roleDefinitionId)).toLowerCase()] ?? []);
}

/** The groups that have the member, also through other groups. */
function groupsOf(cloud: Cloud, member: string, seen: readonly string[] = []): string[] {
    const direct = cloud
        .ofType("azuread:GroupMember")
        .filter(({ outputs }) => outputs.memberObjectId === member)
        .map(({ outputs }) => textOf(outputs.groupObjectId))
        .filter((group) => !seen.includes(group));
    return direct.flatMap((group) => [group, ...groupsOf(cloud, group, [...seen, ...direct])]);
}

function withSlash(scope: string): string {
    return scope.startsWith("/") ? scope : `/${scope}`;
}

/** Groups of which a writer may write everything that lies in a namespace. */
const groupsOfWriters = new Set(["", "apps", "autoscaling", "batch", "extensions", "networking.k8s.io", "policy"]);
const neitherWriterNorAdmin = new Set(["Namespace", "ResourceQuota", "LimitRange"]);

function allows(role: Role, verb: Verb, { type, namespace }: ObjectReference): boolean {
    switch (role) {
        case "cluster-admin":
            return true;
        case "admin":
            return verb === "get" || !(type.group === "" && ["Namespace", "ResourceQuota"].includes(type.kind));
        case "writer":
            if (verb === "get" && type.group === "" && neitherWriterNorAdmin.has(type.kind)) return true;
            return namespace !== undefined && groupsOfWriters.has(type.group) && !neitherWriterNorAdmin.has(type.kind);
        default:
            return verb === "get" && !(type.group === "" && type.kind === "Secret");
    }
}
