import { parse } from "yaml";

import { messageOf } from "../user-error";
import { type PropertyMap, type PropertyValue, isMap, knownString, sameValue, valueAt } from "../providers/property";

/** Where a provider instance sends its requests, and as whom. */
export interface Connection {
    /** URL of the API server. */
    readonly server: string;
    /** A command such as kubelogin asks Entra ID for a token of the deployer; a certificate is that of a local account. */
    readonly login: "entra" | "certificate";
    /** Namespace of objects that name none. */
    readonly namespace: string | undefined;
}

/** The settings of a provider instance that choose among what a kubeconfig holds. */
export interface Selection {
    readonly context?: string | undefined;
    readonly cluster?: string | undefined;
}

/** The connection that a kubeconfig describes. Throws the reason why it describes none. */
export function connectionOf(kubeconfig: string | undefined, selection: Selection): Connection {
    if (kubeconfig === undefined) {
        throw new Error("the sandbox reads no kubeconfig of this machine: give the provider one");
    }
    const { context, cluster, user } = partsOf(parsed(kubeconfig), selection);
    const server = knownString(valueAt(cluster, "server"));
    if (server === undefined) throw new Error("invalid configuration: no configuration has been provided");
    return {
        server,
        login: valueAt(user, "exec") === undefined ? "certificate" : "entra",
        namespace: knownString(valueAt(context, "namespace")),
    };
}

/** Whether two kubeconfigs mean the same cluster, as far as pulumi-kubernetes can tell. */
export function sameCluster(old: string, value: string, oldSelection: Selection, selection: Selection): boolean {
    const before = partsOf(parsed(old), oldSelection).cluster;
    const after = partsOf(parsed(value), selection).cluster;
    return before === undefined || after === undefined || sameValue(before, after);
}

function parsed(kubeconfig: string): PropertyMap {
    let content: PropertyValue;
    try {
        content = parse(kubeconfig) as PropertyValue;
    } catch (error) {
        throw new Error(`the kubeconfig cannot be read: ${messageOf(error)}`);
    }
    // A path is a string too.
    if (!isMap(content)) throw new Error("the sandbox reads no kubeconfig files: give the provider the content of one");
    return content;
}

function partsOf(config: PropertyMap, selection: Selection) {
    const context = named(config.contexts, selection.context ?? knownString(config["current-context"]), "context");
    const cluster = named(config.clusters, selection.cluster ?? knownString(valueAt(context, "cluster")), "cluster");
    const user = named(config.users, knownString(valueAt(context, "user")), "user");
    return { context, cluster, user };
}

/** The content of the list's entry of that name. */
function named(list: PropertyValue | undefined, name: string | undefined, content: string): PropertyValue | undefined {
    const entries = Array.isArray(list) ? list.filter(isMap) : [];
    return entries.find((entry) => entry.name === name)?.[content];
}
