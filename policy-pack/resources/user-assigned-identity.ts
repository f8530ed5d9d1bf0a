import type { ResourceKind } from "../policy";
import { azureClassic, azureNative } from "./type-token";

const isNative = azureNative("managedidentity", "UserAssignedIdentity");
const isClassic = azureClassic("authorization", "UserAssignedIdentity");

/** Managed identities that are resources of their own, of azure-native and of the classic provider. */
export const userAssignedIdentity: ResourceKind<object> = {
    name: "UserAssignedIdentity",
    matches: (type) => isNative(type) || isClassic(type),
    *views() {
        yield {};
    },
};
