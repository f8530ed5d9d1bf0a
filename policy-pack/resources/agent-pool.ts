import type { ResourceKind } from "../policy";
import { spelt, type Property } from "../property";
import { amount, choice, flag, list, text, type Setting } from "../setting";
import { azureClassic, azureNative } from "./type-token";

/** A node pool in ARM's names and meanings, whatever provider it is written for. */
export interface AgentPool {
    /** `System` for the pods that the cluster itself needs, `User` for workloads, `Gateway` for egress. */
    readonly mode: Setting<string>;
    /** What the nodes are made of: a scale set, single machines, or the retired availability set. */
    readonly poolType: Setting<string>;
    /** `Spot` for machines that Azure may take away at any time. */
    readonly scaleSetPriority: Setting<string>;
    /** Whether the cluster around the pool adds nodes of its own, besides those of pools. */
    readonly nodeProvisioningMode: Setting<string>;

    /** Whether every node gets a public IP address. */
    readonly enableNodePublicIP: Setting<boolean>;
    /** Whether the nodes' machines encrypt their disks and caches. */
    readonly enableEncryptionAtHost: Setting<boolean>;
    /** Whether the operating system has validated cryptography only. */
    readonly enableFIPS: Setting<boolean>;
    /** Whether only signed kernels boot, and whether each node measures what it booted; `undefined` where the provider cannot say. */
    readonly trustedLaunch: readonly Setting<boolean>[] | undefined;
    /** Who signs in to nodes over SSH, and how; `undefined` where the provider cannot say. */
    readonly sshAccess: Setting<string> | undefined;
    /** The operating system. */
    readonly osSKU: Setting<string>;
    /** `Ephemeral` for a disk on the host, `Managed` for one over the network. */
    readonly osDiskType: Setting<string>;
    /** The Kubernetes version of the nodes. */
    readonly orchestratorVersion: Setting<string>;

    /** Zones of the region that the nodes are in. */
    readonly availabilityZones: Setting<readonly Property[]>;
    /** Whether the number of nodes follows the load. */
    readonly enableAutoScaling: Setting<boolean>;
    /** The fewest nodes that the autoscaler leaves. */
    readonly minCount: Setting<number>;
    /** The nodes where there is no autoscaler. */
    readonly count: Setting<number>;
    /** The most pods on a node, where it is chosen. */
    readonly maxPods: Setting<number>;
    /** Taints of the nodes. */
    readonly nodeTaints: Setting<readonly Property[]>;
    /** The switch that taints the nodes for critical add-ons; `undefined` where only `nodeTaints` does. */
    readonly onlyCriticalAddons: Setting<boolean> | undefined;
    /** How many nodes are added during an upgrade. */
    readonly maxSurge: Property;
    /** How many nodes may be missing during an upgrade. */
    readonly maxUnavailable: Property;
}

const modes = ["System", "User", "Gateway"];
const poolTypes = ["VirtualMachineScaleSets", "VirtualMachines", "AvailabilitySet"];
const priorities = ["Regular", "Spot"];
const diskTypes = ["Ephemeral", "Managed"];

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
        else if (isNativeCluster(type)) yield* pools(properties).map((pool) => native(pool, properties));
        else if (isClassicPool(type)) yield classic(properties);
        else if (properties.at("defaultNodePool").isGiven) yield classic(properties.at("defaultNodePool"), properties);
    },
};

/** The pools inside of a cluster; null is none. */
function pools(cluster: Property): Property[] {
    const profiles = cluster.at("agentPoolProfiles").elements();
    return profiles.filter(({ isGiven }) => isGiven);
}

/** A pool by itself, or inside of `cluster`. Each property is a getter: making a view reads nothing. */
function native(pool: Property, cluster?: Property): AgentPool {
    const security = pool.at("securityProfile");
    const upgrade = pool.at("upgradeSettings");
    return {
        get mode() {
            // Inside of a cluster it must be given, and one of them must be this.
            return choice(pool.at("mode"), modes, cluster === undefined ? "User" : "System");
        },
        get poolType() {
            return choice(pool.at("type"), poolTypes, "VirtualMachineScaleSets");
        },
        get scaleSetPriority() {
            return choice(pool.at("scaleSetPriority"), priorities, "Regular");
        },
        get nodeProvisioningMode() {
            return provisioning(pool, cluster);
        },
        get enableNodePublicIP() {
            return flag(pool.at("enableNodePublicIP"), false);
        },
        get enableEncryptionAtHost() {
            return flag(pool.at("enableEncryptionAtHost"), false);
        },
        get enableFIPS() {
            return flag(pool.at("enableFIPS"), false);
        },
        get trustedLaunch() {
            return ["enableSecureBoot", "enableVTPM"].map((name) => flag(security.at(name), false));
        },
        get sshAccess() {
            return choice(security.at("sshAccess"), ["LocalUser", "Disabled", "EntraId"], "LocalUser");
        },
        get osSKU() {
            return text(pool.at("osSKU"), "");
        },
        get osDiskType() {
            // AKS takes an ephemeral disk by itself wherever the machine has room for it.
            return choice(pool.at("osDiskType"), diskTypes, "Ephemeral");
        },
        get orchestratorVersion() {
            return text(pool.at("orchestratorVersion"), "");
        },
        get availabilityZones() {
            return list(pool.at("availabilityZones"));
        },
        get enableAutoScaling() {
            return flag(pool.at("enableAutoScaling"), false);
        },
        get minCount() {
            return amount(pool.at("minCount"), 0);
        },
        get count() {
            return amount(pool.at("count"), 1);
        },
        get maxPods() {
            return amount(pool.at("maxPods"), Infinity);
        },
        get nodeTaints() {
            return list(pool.at("nodeTaints"));
        },
        onlyCriticalAddons: undefined,
        maxSurge: upgrade.at("maxSurge"),
        maxUnavailable: upgrade.at("maxUnavailable"),
    };
}

/** Names of versions 6, 5 and 4 of the classic provider. The pool inside of a cluster has fewer choices. */
function classic(pool: Property, cluster?: Property): AgentPool {
    const upgrade = pool.at("upgradeSettings");
    return {
        get mode() {
            return choice(pool.at("mode"), modes, cluster === undefined ? "User" : "System");
        },
        get poolType() {
            return choice(pool.at("type"), poolTypes, "VirtualMachineScaleSets");
        },
        get scaleSetPriority() {
            return choice(pool.at("priority"), priorities, "Regular");
        },
        get nodeProvisioningMode() {
            return provisioning(pool, cluster);
        },
        get enableNodePublicIP() {
            return flag(spelt(pool.at("nodePublicIpEnabled"), pool.at("enableNodePublicIp")), false);
        },
        get enableEncryptionAtHost() {
            return flag(spelt(pool.at("hostEncryptionEnabled"), pool.at("enableHostEncryption")), false);
        },
        get enableFIPS() {
            return flag(pool.at("fipsEnabled"), false);
        },
        trustedLaunch: undefined,
        sshAccess: undefined,
        get osSKU() {
            return text(pool.at("osSku"), "");
        },
        get osDiskType() {
            return choice(pool.at("osDiskType"), diskTypes, "Managed");
        },
        get orchestratorVersion() {
            return text(pool.at("orchestratorVersion"), "");
        },
        get availabilityZones() {
            return list(spelt(pool.at("zones"), pool.at("availabilityZones")));
        },
        get enableAutoScaling() {
            return flag(spelt(pool.at("autoScalingEnabled"), pool.at("enableAutoScaling")), false);
        },
        get minCount() {
            return amount(pool.at("minCount"), 0);
        },
        get count() {
            return amount(pool.at("nodeCount"), 1);
        },
        get maxPods() {
            return amount(pool.at("maxPods"), Infinity);
        },
        get nodeTaints() {
            return list(pool.at("nodeTaints"));
        },
        get onlyCriticalAddons() {
            return cluster === undefined ? undefined : flag(pool.at("onlyCriticalAddonsEnabled"), false);
        },
        maxSurge: upgrade.at("maxSurge"),
        maxUnavailable: upgrade.at("maxUnavailable"),
    };
}

/** `Auto` where the cluster around a pool adds nodes by itself; of a pool that stands alone, nobody can tell. */
function provisioning(pool: Property, cluster: Property = pool): Setting<string> {
    return choice(cluster.in("nodeProvisioningProfile", "mode"), ["Manual", "Auto"], "Manual");
}
