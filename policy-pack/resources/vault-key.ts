import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { azureClassic, azureNative } from "./type-token";

/** A key in a vault, in ARM's names. */
export interface VaultKey {
    /** When the key ends: seconds since 1970, a date for the classic provider. */
    readonly expires: Property;
    /** How long versions that a rotation makes are good. */
    readonly expiryTime: Property;
    /** What is done with the key in its life, as a whole. */
    readonly rotation: Property;
    /** When a new version is made: one property for each rule that makes one. */
    readonly rotations: () => Iterable<Property>;
}

const isNative = azureNative("keyvault", "Key");
const isClassic = azureClassic("keyvault", "Key");

/** Keys in vaults: Key of azure-native and of the classic provider. */
export const vaultKey: ResourceKind<VaultKey> = {
    name: "Key",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? native(properties.at("properties")) : classic(properties);
    },
};

function native(key: Property): VaultKey {
    const policy = key.at("rotationPolicy");
    const rotation = policy.at("lifetimeActions");
    return {
        expires: key.in("attributes", "expires"),
        expiryTime: policy.in("attributes", "expiryTime"),
        rotation,
        *rotations() {
            for (const { action, trigger } of rotation.elements().map(parts)) {
                if (action.string()?.toLowerCase() === "rotate") yield* times(trigger, "timeAfterCreate");
            }
        },
    };
}

function parts(entry: Property): { action: Property; trigger: Property } {
    return { action: entry.in("action", "type"), trigger: entry.at("trigger") };
}

/** Names of versions 6 and 5. */
function classic(key: Property): VaultKey {
    const policy = key.at("rotationPolicy");
    const rotation = policy.at("automatic");
    return {
        expires: key.at("expirationDate"),
        expiryTime: policy.at("expireAfter"),
        rotation,
        rotations: () => times(rotation, "timeAfterCreation"),
    };
}

function times(trigger: Property, afterCreation: string): Property[] {
    return [trigger.at(afterCreation), trigger.at("timeBeforeExpiry")].filter(({ isGiven }) => isGiven);
}
