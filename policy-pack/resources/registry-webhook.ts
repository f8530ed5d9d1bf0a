import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { azureClassic, azureNative } from "./type-token";

/** What a registry tells of pushes and deletions. */
export interface RegistryWebhook {
    /** The URL that it tells. */
    readonly serviceUri: Property;
}

const isNative = azureNative("containerregistry", "Webhook");
const isClassic = azureClassic("containerservice", "RegistryWebhook");

/** Webhooks of registries: Webhook of azure-native, RegistryWebhook of the classic provider. */
export const registryWebhook: ResourceKind<RegistryWebhook> = {
    name: "Webhook",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ properties }) {
        yield { serviceUri: properties.at("serviceUri") };
    },
};
