import { randomUUID } from "node:crypto";

import type { Cloud, CloudResource } from "../../providers/cloud";
import { type PropertyMap, isMap, knownString, sameValue, textOf } from "../../providers/property";
import { ArmError } from "../arm-error";
import type { ResourceBehaviour } from "../behaviour";
import { refuseTwoImages } from "./cluster-features";
import { refuseUpgradeSettings } from "./pool-upgrades";
import { childrenOf, kept, refuseChange, requireReference } from "./reference";

/** Type token of an agent pool. */
export const agentPoolToken = "azure-native:containerservice:AgentPool";

/** Properties of a pool that are given at its creation only; ARM refuses an update that changes one. */
const createOnly = [
    "availabilityZones",
    "capacityReservationGroupID",
    "creationData",
    "enableEncryptionAtHost",
    "enableUltraSSD",
    "gpuInstanceProfile",
    "hostGroupID",
    "kubeletDiskType",
    "linuxOSConfig",
    "maxPods",
    "nodePublicIPPrefixID",
    "osDiskSizeGB",
    "osDiskType",
    "osType",
    "podSubnetID",
    "proximityPlacementGroupID",
    "scaleSetEvictionPolicy",
    "scaleSetPriority",
    "spotMaxPrice",
    "type",
    "vmSize",
    "vnetSubnetID",
    "workloadRuntime",
] as const;

/** A pool beside those that the cluster was created with. */
export const agentPool: ResourceBehaviour = {
    refuse: ({ id, name, inputs, existing, cloud }) => {
        refusePool({ ...inputs, name }, existing);
        requireReference(cloud, id, inputs.vnetSubnetID);
        refuseNewerThanCluster(knownString(inputs.orchestratorVersion), versionOfCluster(id, cloud));
        if (inputs.mode === "User" && existing?.outputs.mode === "System") refuseLastSystemPool(existing, cloud);
    },
    answer: ({ inputs, existing, id, cloud }) => {
        return poolAnswer(inputs, existing, versionOfCluster(id, cloud));
    },
    refuseDeletion: (resource, cloud) => {
        if (resource.outputs.mode === "System") refuseLastSystemPool(resource, cloud);
    },
};

function versionOfCluster(poolId: string, cloud: Cloud): string {
    const cluster = cloud.get(poolId.slice(0, poolId.lastIndexOf("/agentPools/")));
    return textOf(cluster?.outputs.currentKubernetesVersion);
}

function refuseLastSystemPool(
    pool: CloudResource,
    cloud: { filter(of: (resource: CloudResource) => boolean): CloudResource[] } & Parameters<typeof childrenOf>[0],
): void {
    const cluster = pool.id.slice(0, pool.id.lastIndexOf("/agentPools/"));
    const system = childrenOf(cloud, cluster, "agentPools").filter(({ outputs }) => outputs.mode === "System");
    if (system.length > 1) return;
    throw new ArmError(400, "OperationNotAllowed", "There has to be at least one system node pool in the cluster.");
}

/** Throws ARM's refusal of a pool, whether it is a resource of its own or in the cluster's list. */
export function refusePool(pool: PropertyMap, existing: CloudResource | undefined): void {
    const name = textOf(pool.name);
    const windows = pool.osType === "Windows";
    if (!(windows ? /^[a-z][a-z0-9]{0,5}$/ : /^[a-z][a-z0-9]{0,11}$/).test(name)) {
        throw new ArmError(
            400,
            "InvalidParameter",
            `Agent pool name '${name}' is invalid: it must have at most ${windows ? 6 : 12} lower case letters and digits and begin with a letter.`,
        );
    }
    if (existing !== undefined) refuseCreateOnlyChanges(pool, existing.outputs);
    if (existing === undefined && pool.vmSize === undefined && pool.virtualMachinesProfile === undefined) {
        throw new ArmError(
            400,
            "InvalidParameter",
            `Required parameter agentPoolProfile.vmSize of pool ${name} is missing (null).`,
        );
    }
    refuseCounts(pool);
    refuseUpgradeSettings(pool);
    refuseTwoImages(pool);
    if (pool.mode === "System" && windows)
        throw new ArmError(400, "InvalidParameter", `System node pool ${name} must run Linux.`);
    if (pool.mode === "System" && Array.isArray(pool.nodeTaints)) {
        const hard = pool.nodeTaints
            .map(textOf)
            .find((taint) => /:(NoSchedule|NoExecute)$/.test(taint) && !taint.startsWith("CriticalAddonsOnly=true:"));
        if (hard !== undefined)
            throw new ArmError(
                400,
                "InvalidParameter",
                `System node pool ${name} cannot have the taint ${hard}; only CriticalAddonsOnly=true is allowed.`,
            );
    }
}

function refuseCreateOnlyChanges(pool: PropertyMap, current: PropertyMap): void {
    for (const property of createOnly) {
        const wanted = pool[property];
        const unchanged =
            wanted === undefined || sameValue(wanted, current[property]) || sameText(wanted, current[property]);
        if (!unchanged) refuseChange(`properties.${property}`);
    }
}

function sameText(left: unknown, right: unknown): boolean {
    return typeof left === "string" && typeof right === "string" && left.toLowerCase() === right.toLowerCase();
}

function refuseCounts(pool: PropertyMap): void {
    const name = textOf(pool.name);
    const { minCount, maxCount, count, enableAutoScaling } = pool;
    if (enableAutoScaling !== true) {
        if (minCount === undefined && maxCount === undefined) return;
        throw new ArmError(
            400,
            "InvalidParameter",
            `Pool ${name} has minCount or maxCount, which need enableAutoScaling.`,
        );
    }
    if (typeof minCount !== "number" || typeof maxCount !== "number") {
        throw new ArmError(
            400,
            "InvalidParameter",
            `Pool ${name} scales automatically, which needs minCount and maxCount.`,
        );
    }
    if (minCount > maxCount || (typeof count === "number" && (count < minCount || count > maxCount))) {
        throw new ArmError(
            400,
            "InvalidParameter",
            `Pool ${name} has count ${textOf(count ?? minCount)} outside of minCount ${minCount} to maxCount ${maxCount}.`,
        );
    }
}

/** Nodes stay at the version that they have until another one is asked for: that of the control plane does not move them. */
function poolVersion(wanted: string | undefined, existing: CloudResource | undefined, ofCluster: string): string {
    const current = knownString(existing?.outputs.currentOrchestratorVersion);
    if (wanted === undefined) return current ?? ofCluster;
    return [current, ofCluster].find((version) => version?.startsWith(`${wanted}.`)) ?? wanted;
}

/** Throws ARM's refusal of nodes that are newer than the control plane. */
function refuseNewerThanCluster(wanted: string | undefined, ofCluster: string): void {
    const minor = (version: string) => Number(version.split(".")[1]);
    if (wanted === undefined || !(minor(wanted) > minor(ofCluster))) return;
    throw new ArmError(
        400,
        "NodePoolMcVersionIncompatible",
        `Node pool version ${wanted} and control plane version ${ofCluster} are incompatible: nodes cannot be newer.`,
    );
}

/** What the autoscaler made of a pool, as far as the new limits let it. */
function scaledCount({ enableAutoScaling, minCount, maxCount }: PropertyMap, existing: CloudResource | undefined) {
    const count = existing?.outputs.count;
    return enableAutoScaling === true && typeof count === "number"
        ? Math.min(Math.max(count, Number(minCount)), Number(maxCount))
        : undefined;
}

/** What AKS fills in for a pool. */
export function poolAnswer(
    pool: PropertyMap,
    existing: CloudResource | undefined,
    kubernetesVersion: string,
): PropertyMap {
    const wanted = knownString(pool.orchestratorVersion);
    const version = poolVersion(wanted, existing, kubernetesVersion);
    return {
        count: pool.count ?? scaledCount(pool, existing) ?? pool.minCount ?? 1,
        enableAutoScaling: false,
        enableFIPS: false,
        enableNodePublicIP: false,
        maxPods: 110,
        mode: "User",
        osDiskSizeGB: 128,
        osDiskType: "Managed",
        osSKU: "Ubuntu",
        osType: "Linux",
        scaleDownMode: "Delete",
        type: "VirtualMachineScaleSets",
        upgradeSettings: { maxSurge: "10%" },
        ...pool,
        currentOrchestratorVersion: version,
        orchestratorVersion: wanted ?? version,
        eTag: randomUUID(),
        kubeletDiskType: pool.kubeletDiskType ?? "OS",
        nodeImageVersion: kept(existing, () => "AKSUbuntu-2204gen2containerd-202611.10.0", "nodeImageVersion"),
        powerState: { code: "Running" },
        provisioningState: "Succeeded",
    };
}

/** The pools of a cluster as its own list shows them. */
export function listPools(pools: readonly CloudResource[]): PropertyMap[] {
    return pools.map(({ outputs }) => {
        const { azureApiVersion, ...pool } = outputs;
        return azureApiVersion === undefined ? outputs : pool;
    });
}

/** The pool profiles that a cluster's inputs list. */
export function profilesOf(inputs: PropertyMap): PropertyMap[] {
    return Array.isArray(inputs.agentPoolProfiles) ? inputs.agentPoolProfiles.filter(isMap) : [];
}
