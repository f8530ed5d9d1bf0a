import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { azureClassic, azureNative } from "./type-token";

/** A connection of a private endpoint. */
export interface PrivateConnection {
    /** The ARM id of what is reached by it. */
    readonly targetId: Property;
}

const isNative = azureNative("network", "PrivateEndpoint");
const isClassic = azureClassic("privatelink", "Endpoint");

/** Connections of private endpoints: PrivateEndpoint of azure-native, Endpoint of the classic provider. */
export const privateEndpoint: ResourceKind<PrivateConnection> = {
    name: "PrivateEndpoint",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        if (isClassic(type)) {
            yield { targetId: properties.in("privateServiceConnection", "privateConnectionResourceId") };
            return;
        }
        for (const list of ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"]) {
            for (const connection of properties.at(list).elements()) {
                yield { targetId: connection.at("privateLinkServiceId") };
            }
        }
    },
};
