import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { v5 as uuid } from "uuid";

/** Namespace of the GUIDs below: a constant of this package, never to be changed (names are state). */
const guidNamespace = "6f0c7a4e-52b7-4a5e-9d0e-9b0a6a3f1c58";

/**
 * A GUID that is the same for one resource of one stack on every run, for resources that ARM names by GUID. The
 * organization of the stack is no part of it: moving a stack to another backend must not rename anything.
 *
 * @param place what tells the resource from one of the same name in another place, such as its subscription.
 */
export function stableGuid(place: string, type: string, name: string): string {
    return uuid([place, pulumi.getProject(), pulumi.getStack(), type, name].join("/"), guidNamespace);
}

/**
 * A DNS label made from any name: lower-case letters, digits and inner hyphens, at most `length` characters. A name
 * that had to be changed by more than its case keeps a hash of itself, so that two names do not become one label.
 */
export function dnsLabel(name: string, length: number): string {
    const label = name.toLowerCase().replace(/[^a-z0-9-]/g, "-");
    const trimmed = label.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
    if (trimmed === name.toLowerCase() && trimmed.length > 0 && trimmed.length <= length) {
        return trimmed;
    }
    const hash = createHash("sha256").update(name).digest("hex").slice(0, 6);
    const head = trimmed.slice(0, length - hash.length - 1).replace(/-+$/, "");
    return head === "" ? `k${hash}` : `${head}-${hash}`;
}
