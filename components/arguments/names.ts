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

/** Hexadecimal digits that tell a name apart from the same one of another stack. */
const suffixLength = 8;

/**
 * A name that is unique in the world, for services whose names are public addresses (registries, vaults, storage):
 * lower-case letters and digits, the first a letter. It stays the same on every run of one stack.
 *
 * @param length most characters that the service takes.
 */
export function worldwideName(name: string, length: number): string {
    // Unit tests of programs rarely name an organization, and the SDK throws where it is asked for one.
    const organization = pulumi.runtime.hasEngine() ? pulumi.getOrganization() : "";
    const place = [organization, pulumi.getProject(), pulumi.getStack(), name].join("/");
    const suffix = createHash("sha256").update(place).digest("hex").slice(0, suffixLength);
    const head = name
        .toLowerCase()
        .replace(/[^a-z0-9]/g, "")
        .replace(/^[0-9]+/, "");
    return `${head.slice(0, length - suffixLength) || "k"}${suffix}`;
}

/**
 * A name for a resource whose service would refuse what Pulumi makes of `name`, by adding eight digits; `undefined`
 * where Pulumi's own name will do.
 *
 * @param fits what the service takes, without the eight digits.
 * @param length most characters that the service takes.
 */
export function nameUnlessAutomatic(name: string, fits: RegExp, length: number): string | undefined {
    return fits.test(name) ? undefined : worldwideName(name, length);
}

/** Digits that Pulumi adds to the name of what lies in a resource group. */
const automaticDigits = 8;

/**
 * The same for what lies in a resource group, whose name says which component it is of, and takes letters, digits, underscores, hyphens and points: most of
 * Microsoft.Network. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function networkResourceName(name: string, length = 80): string | undefined {
    return nameUnlessAutomatic(
        name,
        new RegExp(`^[a-zA-Z0-9][\\w.-]{0,${String(length - automaticDigits - 1)}}$`),
        length,
    );
}

/** The same for managed identities and disk encryption sets, which take no points. */
export function identityResourceName(name: string, length = 128): string | undefined {
    return nameUnlessAutomatic(
        name,
        new RegExp(`^[a-zA-Z0-9][\\w-]{0,${String(length - automaticDigits - 1)}}$`),
        length,
    );
}
