import type { CertificateAuthority } from "../kube-apiserver/authority";
import { account } from "../providers/account";
import type { Cloud, CloudResource } from "../providers/cloud";
import type { PropertyMap } from "../providers/property";
import type { InvokeCall } from "../providers/provider";
import { checkProperties } from "../schema/check";
import type { Declarations } from "../schema/declarations";
import { project } from "../schema/projection";
import { ArmError } from "./arm-error";
import { resourceId } from "./arm-path";
import { kubeconfigOf } from "./kubeconfig";
import { resourcePaths } from "./resource-types";
import { type AzureToken, parseToken } from "./token";

/** What functions need to answer. */
export interface InvokeContext {
    readonly cloud: Cloud;
    readonly declarations: Declarations;
    readonly subscriptionId: string;
    /** The resource of a type and an id, also where it is there without anyone having made it. */
    readonly find: (key: string, id: string) => CloudResource | undefined;
    /** What ARM answers when the resource is read. */
    readonly answered: (key: string, resource: CloudResource) => PropertyMap;
    /** Signs what is in kubeconfigs. */
    readonly authority: CertificateAuthority;
}

/** Answers a function of azure-native. */
export function invoke(call: InvokeCall, context: InvokeContext): PropertyMap {
    const token = parseToken(call.token);
    const declaration = token === undefined ? undefined : context.declarations.invoke(token.module, token.name);
    if (token === undefined || declaration === undefined) {
        throw new Error(`${call.token} is not declared by @pulumi/azure-native ${context.declarations.version}`);
    }
    const failures = checkProperties(context.declarations, declaration.inputs, call.args);
    if (failures.length > 0) throw new Error(`${call.token}: ${failures.map(({ reason }) => reason).join("; ")}`);

    switch (token.key) {
        case "authorization:getClientConfig": {
            const { clientId, objectId, tenantId } = account;
            return { clientId, objectId, tenantId, subscriptionId: context.subscriptionId };
        }
        case "authorization:getClientToken":
            throw new Error("the sandbox has no tokens of Entra ID: nobody would accept them");
        case "containerservice:listManagedClusterUserCredentials":
            return credentials(clusterOf(call, context), "clusterUser", context);
        case "containerservice:listManagedClusterAdminCredentials":
            return adminCredentials(clusterOf(call, context), context);
        default: {
            const answer = getter(token, call, context);
            return project(context.declarations, declaration.outputs, answer);
        }
    }
}

function clusterOf({ args }: InvokeCall, { cloud, subscriptionId }: InvokeContext): CloudResource {
    return requireResource(
        cloud,
        resourceId(resourcePaths["containerservice:ManagedCluster"] ?? "", subscriptionId, args),
    );
}

function requireResource(cloud: Cloud, id: string): CloudResource {
    return cloud.get(id) ?? notFound(id);
}

function notFound(id: string): never {
    throw new ArmError(404, "ResourceNotFound", `The Resource '${id}' was not found.`);
}

function credentials(
    cluster: CloudResource,
    role: "clusterUser" | "clusterAdmin",
    { authority }: InvokeContext,
): PropertyMap {
    const kubeconfig = kubeconfigOf(cluster, role, authority);
    return { kubeconfigs: [{ name: role, value: Buffer.from(kubeconfig).toString("base64") }] };
}

function adminCredentials(cluster: CloudResource, context: InvokeContext): PropertyMap {
    if (cluster.outputs.disableLocalAccounts === true) {
        throw new ArmError(
            400,
            "BadRequest",
            "Getting static credential is not allowed because this cluster is set to disable local accounts.",
        );
    }
    return credentials(cluster, "clusterAdmin", context);
}

/** `getManagedCluster` reads a ManagedCluster, and so on for every type whose place in ARM is known. */
function getter({ module, name, key }: AzureToken, call: InvokeCall, context: InvokeContext): PropertyMap {
    const type = `${module}:${name.replace(/^get/, "")}`;
    const path = resourcePaths[type];
    if (!name.startsWith("get") || path === undefined) throw new Error(`the sandbox cannot answer azure-native:${key}`);
    const id = resourceId(path, context.subscriptionId, call.args);
    const resource = context.find(type, id) ?? notFound(id);
    return { ...context.answered(type, resource), id: resource.id };
}
