import type * as pulumi from "@pulumi/pulumi";
import { liftAll } from "../arguments/lift";

/**
 * Namespaces of AKS and Azure that no policy may judge. A list that is given replaces the definition's own default, so
 * these are in every list.
 */
export const systemNamespaces = [
    "kube-system",
    "gatekeeper-system",
    "azure-arc",
    "azure-extensions-usage-system",
    // AKS runs Calico here, where it is the network policy engine: without its privileged pods no node is ready.
    "calico-apiserver",
    "calico-system",
    "tigera-operator",
] as const;

type Namespaces = pulumi.Input<pulumi.Input<string>[]>;

/** The namespaces of all lists and those of the system, each once; plain lists give a plain one. */
export function excludedNamespaces(...lists: (Namespaces | undefined)[]): pulumi.Input<string[]> {
    const given = lists.filter((list) => list !== undefined);
    return liftAll(given, merged);
}

function merged(lists: readonly (readonly string[])[]): string[] {
    return [...new Set([...systemNamespaces, ...lists.flat()])];
}
