import { type PropertyMap, knownString } from "../providers/property";

/** The words in braces of a path, in order, but for the subscription, which the provider supplies. */
export function pathParameters(path: string): string[] {
    return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").filter((name) => name !== "subscriptionId");
}

/** The argument that names the resource; undefined when ARM fixes the name, as in `…/deploymentSafeguards/default`. */
export function nameParameter(path: string): string | undefined {
    return /\{(\w+)\}$/.exec(path)?.[1];
}

/** How azure-native names a resource that the program does not name. */
export type NamingStrategy = "random" | "uuid" | "copy";

/** Resources of the top level get a random suffix, children just the logical name, role assignments a UUID. */
export function namingStrategy(path: string): NamingStrategy | undefined {
    const name = nameParameter(path);
    if (name === undefined) return undefined;
    if (name === "roleAssignmentName" || name === "roleDefinitionId") return "uuid";
    const afterProvider = path.slice(Math.max(0, path.lastIndexOf("/providers/")));
    return pathParameters(afterProvider).filter((parameter) => parameter !== "resourceGroupName" || name === parameter)
        .length === 1
        ? "random"
        : "copy";
}

/** The id of the resource that the inputs name. */
export function resourceId(path: string, subscriptionId: string, inputs: PropertyMap): string {
    const id = path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
        if (parameter === "subscriptionId") return subscriptionId;
        return (knownString(inputs[parameter]) ?? "").replace(/^\/+|\/+$/g, "");
    });
    return id.startsWith("/") ? id : `/${id}`;
}

/** The path parameters that an id holds; undefined if the id is not one of this type. */
export function parseResourceId(path: string, id: string): Record<string, string> | undefined {
    const names: string[] = [];
    const expression = path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
        names.push(parameter);
        return ["scope", "scopeId", "resourceUri"].includes(parameter) ? "(.+)" : "([^/]+)";
    });
    const match = new RegExp(`^/?${expression}$`, "i").exec(id);
    if (match === null) return undefined;
    return Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
}

/** The ARM type, such as `Microsoft.Network/virtualNetworks/subnets`. */
export function armType(path: string): string {
    const provider = path.lastIndexOf("/providers/");
    if (provider < 0) return "Microsoft.Resources/resourceGroups";
    const [namespace = "", ...segments] = path.slice(provider + "/providers/".length).split("/");
    return [namespace, ...segments.filter((_, index) => index % 2 === 0)].join("/");
}

/** The last segment of an id. */
export function nameOf(id: string): string {
    return id.slice(id.lastIndexOf("/") + 1);
}

/**
 * What must exist before a resource can: the resource it is a child or an extension of, or else its resource group.
 * Undefined at the level of the subscription and above.
 */
export function parentId(id: string): string | undefined {
    const provider = id.toLowerCase().lastIndexOf("/providers/");
    if (provider < 0) return undefined;
    const segments = id.slice(provider + "/providers/".length).split("/");
    const parent =
        segments.length > 3
            ? id.slice(0, provider) + "/providers/" + segments.slice(0, -2).join("/")
            : id.slice(0, provider);
    return /^\/subscriptions\/[^/]+$/i.test(parent) || parent === "" ? undefined : parent;
}

/** The resource group of an id, as an id. */
export function resourceGroupId(id: string): string | undefined {
    return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0];
}

/** Whether the scope is the resource or one that encloses it. */
export function encloses(scope: string, id: string): boolean {
    const outer = scope.toLowerCase().replace(/\/+$/, "");
    return id.toLowerCase() === outer || id.toLowerCase().startsWith(`${outer}/`);
}
