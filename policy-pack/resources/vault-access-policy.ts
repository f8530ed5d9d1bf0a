import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { azureClassic, azureNative } from "./type-token";

/** An entry of the access policies of a vault, as a resource of its own. */
export interface VaultAccessPolicy {
    /** What it grants, each operation on its own. */
    readonly permissions: () => Iterable<Property>;
}

const isNative = azureNative("keyvault", "AccessPolicy");
const isClassic = azureClassic("keyvault", "AccessPolicy");

/** Access policies of vaults: AccessPolicy of azure-native and of the classic provider. */
export const vaultAccessPolicy: ResourceKind<VaultAccessPolicy> = {
    name: "AccessPolicy",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield {
            permissions: () =>
                isNative(type) ? grants(properties.in("policy", "permissions")) : classicGrants(properties),
        };
    },
};

/** The operations on each kind of thing in a vault. */
export function grants(permissions: Property): Iterable<Property> {
    return operations(["keys", "secrets", "certificates", "storage"].map((kind) => permissions.at(kind)));
}

/** The same in the names of the classic provider. */
export function classicGrants(policy: Property): Iterable<Property> {
    return operations(["key", "secret", "certificate", "storage"].map((kind) => policy.at(`${kind}Permissions`)));
}

function* operations(lists: readonly Property[]): Generator<Property> {
    for (const list of lists) yield* list.elements();
}
