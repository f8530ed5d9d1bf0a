import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import type { Cloud, CloudResource } from "../providers/cloud";
import { type PropertyMap, isMap, textOf, valueAt } from "../providers/property";
import { azureAllows, groupsOf } from "./azure-access";
import { tokenPrefix } from "./kubelogin";

/** Where API servers ask who somebody is, and what they may do. */
export interface Webhooks {
    /** The URLs for a cluster. */
    urlsOf(cluster: CloudResource): { authentication: string; authorization: string };
    close(): Promise<void>;
}

/** Answers what Entra ID and Azure RBAC answer to the API servers of AKS, from what is in the cloud. */
export async function serveWebhooks(cloud: Cloud): Promise<Webhooks> {
    const server = createServer((request, response) => {
        void answer(cloud, request).then((body) => {
            response.setHeader("content-type", "application/json");
            response.end(JSON.stringify(body));
        });
    });
    server.listen(0, "127.0.0.1").unref();
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    return {
        urlsOf: ({ id }) => ({
            authentication: `http://127.0.0.1:${port}/authentication${id}`,
            authorization: `http://127.0.0.1:${port}/authorization${id}`,
        }),
        close: async () => {
            server.closeAllConnections();
            await once(server.close(), "close");
        },
    };
}

async function answer(cloud: Cloud, request: IncomingMessage): Promise<PropertyMap> {
    const { pathname } = new URL(request.url ?? "", "http://127.0.0.1");
    const [, question = "", id = ""] = /^\/(\w+)(\/[^?]*)/.exec(pathname) ?? [];
    const review = JSON.parse(await text(request)) as PropertyMap;
    const cluster = cloud.get(id);
    const { apiVersion = "", kind = "" } = review;
    const status = question === "authentication" ? identity(cloud, cluster, review) : decision(cloud, cluster, review);
    return { apiVersion, kind, status };
}

function identity(cloud: Cloud, cluster: CloudResource | undefined, review: PropertyMap): PropertyMap {
    const token = textOf(valueAt(review, "spec", "token"));
    if (!isMap(cluster?.outputs.aadProfile) || !token.startsWith(tokenPrefix)) return { authenticated: false };
    const username = token.slice(tokenPrefix.length);
    return { authenticated: true, user: { username, groups: groupsOf(cloud, username) } };
}

const refused = "User does not have access to the resource in Azure. Update role assignment to allow access.";

function decision(cloud: Cloud, cluster: CloudResource | undefined, review: PropertyMap): PropertyMap {
    const { user = "", resourceAttributes } = isMap(review.spec) ? review.spec : {};
    // Service accounts and nodes are not of Entra ID, and what is no object is for Kubernetes' own roles.
    if (cluster === undefined || !isMap(resourceAttributes) || textOf(user).startsWith("system:"))
        return { allowed: false };
    const { verb, group, resource, subresource, namespace } = resourceAttributes;
    const allowed = azureAllows(cloud, cluster, {
        // The API server remembers the groups of a token for ten seconds; who was added to one just now is in it.
        principals: [textOf(user), ...groupsOf(cloud, textOf(user))],
        verb: textOf(verb),
        group: textOf(group),
        resource: [textOf(resource), textOf(subresource)].filter((part) => part !== "").join("/"),
        namespace: textOf(namespace) === "" ? undefined : textOf(namespace),
    });
    return allowed === false ? { allowed, reason: refused } : { allowed: allowed === true };
}
