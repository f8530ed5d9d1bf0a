import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { text, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** A secret in a vault, in ARM's names. Its value is not among what policies see. */
export interface VaultSecret {
    /** When the secret ends: seconds since 1970, a date for the classic provider. */
    readonly expires: Property;
    /** What the secret is; empty when unset. */
    readonly contentType: Setting<string>;
}

const isNative = azureNative("keyvault", "Secret");
const isClassic = azureClassic("keyvault", "Secret");

/** Secrets in vaults: Secret of azure-native and of the classic provider. */
export const vaultSecret: ResourceKind<VaultSecret> = {
    name: "Secret",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        const secret = isNative(type) ? properties.at("properties") : properties;
        yield {
            expires: isNative(type) ? secret.in("attributes", "expires") : secret.at("expirationDate"),
            get contentType() {
                return text(secret.at("contentType"), "");
            },
        };
    },
};
