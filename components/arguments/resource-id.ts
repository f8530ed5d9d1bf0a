import type * as pulumi from "@pulumi/pulumi";
import { lift } from "./lift";

/** The parts of an ARM resource id that the components need. */
export interface ResourceId {
    subscriptionId: string;
    resourceGroupName: string;
    /** For example `Microsoft.Network/virtualNetworks/subnets`. */
    type: string;
    /** Names from the outermost resource to the innermost one. */
    names: string[];
}

/** Takes an ARM id apart; `undefined` where the text is no id of a resource in a resource group. */
export function parseResourceId(id: unknown): ResourceId | undefined {
    const match =
        typeof id === "string"
            ? /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)\/(.+)$/i.exec(id)
            : undefined;
    if (!match) {
        return undefined;
    }
    const [, subscriptionId = "", resourceGroupName = "", provider = "", rest = ""] = match;
    const segments = rest.split("/");
    if (segments.length % 2 !== 0 || segments.includes("")) {
        return undefined;
    }
    const types = segments.filter((_, index) => index % 2 === 0);
    const names = segments.filter((_, index) => index % 2 === 1);
    return { subscriptionId, resourceGroupName, type: [provider, ...types].join("/"), names };
}

/** The parts of the id of a resource that may come late; empty where it is none, which a rule says. */
export function partsOf(id: pulumi.Input<string>) {
    const part = (of: (parsed: ResourceId) => string | undefined) =>
        lift(id, (known) => {
            const parsed = parseResourceId(known);
            return (parsed && of(parsed)) ?? "";
        });
    return {
        subscriptionId: part(({ subscriptionId }) => subscriptionId),
        resourceGroupName: part(({ resourceGroupName }) => resourceGroupName),
        /** Of the outermost resource. */
        name: part(({ names }) => names[0]),
    };
}

/** The id of the virtual network that a subnet lies in. */
export function virtualNetworkIdOf(subnetId: string): string {
    return subnetId.replace(/\/subnets\/[^/]+$/i, "");
}
