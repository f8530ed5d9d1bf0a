import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { flag, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** A node pool in ARM's names. */
export interface AgentPool {
    /** Whether every node gets a public IP address. */
    readonly enableNodePublicIP: Setting<boolean>;
}

const isNativePool = azureNative("containerservice", "AgentPool");
const isNativeCluster = azureNative("containerservice", "ManagedCluster");
const isClassicPool = azureClassic("containerservice", "KubernetesClusterNodePool");
const isClassicCluster = azureClassic("containerservice", "KubernetesCluster");

/** Node pools: AgentPool of azure-native, KubernetesClusterNodePool of the classic provider, and pools inside of clusters. */
export const agentPool: ResourceKind<AgentPool> = {
    name: "AgentPool",
    matches: (type) => [isNativePool, isNativeCluster, isClassicPool, isClassicCluster].some((is) => is(type)),
    *views({ type, properties }) {
        if (isNativePool(type)) yield native(properties);
        else if (isNativeCluster(type)) yield* properties.at("agentPoolProfiles").elements().map(native);
        else if (isClassicPool(type)) yield classic(properties);
        else if (properties.at("defaultNodePool").isGiven) yield classic(properties.at("defaultNodePool"));
    },
};

function native(pool: Property): AgentPool {
    return {
        get enableNodePublicIP() {
            return flag(pool.at("enableNodePublicIP"), false);
        },
    };
}

/** Names of versions 6 and 5 of the classic provider. */
function classic(pool: Property): AgentPool {
    return {
        get enableNodePublicIP() {
            return flag(spelt(pool.at("nodePublicIpEnabled"), pool.at("enableNodePublicIp")), false);
        },
    };
}
