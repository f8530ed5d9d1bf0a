import type { ResourceKind } from "../policy";
import { azureClassic, azureNative } from "./type-token";

const isNative = azureNative("resources", "ResourceGroup");
const isClassic = azureClassic("core", "ResourceGroup");

/** Resource groups, of azure-native and of the classic provider. */
export const resourceGroup: ResourceKind<object> = {
    name: "ResourceGroup",
    matches: (type) => isNative(type) || isClassic(type),
    *views() {
        yield {};
    },
};
