import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    flagProblems,
    namesAreKnown,
    resourceForms,
    requiredResourceIdProblems,
    zoneProblems,
} from "../arguments/forms";
import { minorVersionProblems } from "../arguments/kubernetes-version";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { defaultMaxCount, nodePoolDefaults } from "./agent-pool-profile";
import {
    NodePoolMode,
    NodeSecurity,
    UndrainableNodeBehavior,
    type ClusterNodePoolArgs,
    type NodePoolArgs,
    type NodePoolShapeArgs,
} from "./node-pool-args";

/** Names of the arguments of a pool that every pool has. */
export const nodePoolShapeArgumentNames = {
    vmSize: true,
    minCount: true,
    maxCount: true,
    zones: true,
    nodeSecurity: true,
    hostEncryption: true,
    sshDisabled: true,
    osDiskSizeGb: true,
    upgradeMaxSurge: true,
    upgradeDrainTimeoutInMinutes: true,
    upgradeNodeSoakDurationInMinutes: true,
    upgradeUndrainableNodeBehavior: true,
} as const satisfies Record<keyof NodePoolShapeArgs, true>;

/** Names of the arguments of a pool of a cluster. */
export const clusterNodePoolArgumentNames = {
    ...nodePoolShapeArgumentNames,
    name: true,
    mode: true,
    labels: true,
    taints: true,
} as const satisfies Record<keyof ClusterNodePoolArgs, true>;

/** What must hold between the arguments of a pool. */
export const nodePoolRules: Rule<NodePoolArgs>[] = [
    namesAreKnown<NodePoolArgs>({
        ...clusterNodePoolArgumentNames,
        clusterId: true,
        subnetId: true,
        kubernetesVersion: true,
        tags: true,
    }),
    (args) => nodePoolNameProblems("name", args.name),
    (args) => nodePoolProblems("", args),
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
    ({ subnetId }) => requiredResourceIdProblems("subnetId", subnetId, resourceForms.subnet),
    ({ kubernetesVersion }) => minorVersionProblems("kubernetesVersion", kubernetesVersion),
];

/** Problems of the name of a pool. */
export function* nodePoolNameProblems(argument: string, name: unknown): Iterable<Problem> {
    if (typeof name !== "string" || !/^[a-z][a-z0-9]{0,11}$/.test(name)) {
        yield {
            argument,
            found: name,
            why: "where AKS takes 1 to 12 lower-case letters and digits, the first a letter",
            remedy: 'Set a name such as "workload1"',
        };
    }
}

/** Problems of a pool but for its name; `path` ends with a dot where the pool is one of a list. */
export function* nodePoolProblems(path: string, pool: pulumi.Unwrap<Partial<ClusterNodePoolArgs>>): Iterable<Problem> {
    yield* choiceProblems(`${path}mode`, pool.mode, NodePoolMode);
    yield* choiceProblems(`${path}nodeSecurity`, pool.nodeSecurity, NodeSecurity);
    yield* flagProblems(`${path}hostEncryption`, pool.hostEncryption);
    yield* flagProblems(`${path}sshDisabled`, pool.sshDisabled);
    yield* imageProblems(path, pool);
    yield* diskProblems(path, pool);
    yield* countProblems(path, pool, pool.mode === NodePoolMode.System ? 1 : 0);
    yield* zoneProblems(path, pool.zones);
    yield* taintProblems(path, pool.taints);
    yield* upgradeProblems(path, pool);
}

/** Sizes with a `p` behind the number have Arm processors, for which AKS has no image with trusted launch. */
const arm64Size = /^Standard_[A-Z]+\d+(-\d+)?[a-z]*p[a-z]*_/i;

function* imageProblems(path: string, pool: pulumi.Unwrap<NodePoolShapeArgs>): Iterable<Problem> {
    const { vmSize, nodeSecurity = NodeSecurity.TrustedLaunch } = pool;
    if (vmSize !== undefined && arm64Size.test(vmSize) && nodeSecurity === NodeSecurity.TrustedLaunch) {
        yield {
            argument: `${path}vmSize`,
            found: vmSize,
            why: "a size with Arm processors, for which AKS has no trusted launch",
            remedy: `Set another size, or nodeSecurity "${NodeSecurity.None}" for this pool`,
        };
    }
}

const smallestDisk = 30;
const largestDisk = 2048;

function* diskProblems(path: string, { osDiskSizeGb }: pulumi.Unwrap<NodePoolShapeArgs>): Iterable<Problem> {
    if (osDiskSizeGb === undefined) {
        return;
    }
    if (!Number.isInteger(osDiskSizeGb) || osDiskSizeGb < smallestDisk || osDiskSizeGb > largestDisk) {
        yield {
            argument: `${path}osDiskSizeGb`,
            found: osDiskSizeGb,
            why: `where AKS makes disks of ${String(smallestDisk)} to ${String(largestDisk)} GiB`,
            remedy: "Set a whole number in that range, or leave it out for what the size of the machine suggests",
        };
    }
}

const mostNodes = 1000;

function* countProblems(path: string, pool: pulumi.Unwrap<NodePoolShapeArgs>, fewest: number): Iterable<Problem> {
    const { minCount = nodePoolDefaults.minCount, maxCount = defaultMaxCount(minCount) } = pool;
    for (const [argument, found] of Object.entries({ minCount, maxCount })) {
        if (!Number.isInteger(found) || found < fewest || found > mostNodes) {
            yield {
                argument: `${path}${argument}`,
                found,
                why: `where a pool has between ${String(fewest)} and ${String(mostNodes)} nodes`,
                remedy: "Set a whole number in that range",
            };
        }
    }
    if (maxCount < minCount) {
        yield {
            argument: `${path}maxCount`,
            found: maxCount,
            why: `which is less than minCount (${String(minCount)})`,
            remedy: "Set at least as many",
        };
    }
}

function* upgradeProblems(path: string, pool: pulumi.Unwrap<NodePoolShapeArgs>): Iterable<Problem> {
    const { upgradeMaxSurge: surge } = pool;
    if (surge !== undefined && (typeof surge !== "string" || !/^([1-9][0-9]{0,3}|([1-9][0-9]?|100)%)$/.test(surge))) {
        yield {
            argument: `${path}upgradeMaxSurge`,
            found: surge,
            why: "which is neither a number of nodes nor a share of the pool",
            remedy: 'Set it as text, from "1" or from "1%" to "100%"',
        };
    }
    yield* minuteProblems(`${path}upgradeDrainTimeoutInMinutes`, pool.upgradeDrainTimeoutInMinutes, 5, 1440);
    yield* minuteProblems(`${path}upgradeNodeSoakDurationInMinutes`, pool.upgradeNodeSoakDurationInMinutes, 0, 30);
    yield* choiceProblems(
        `${path}upgradeUndrainableNodeBehavior`,
        pool.upgradeUndrainableNodeBehavior,
        UndrainableNodeBehavior,
    );
}

function* minuteProblems(argument: string, found: unknown, least: number, most: number): Iterable<Problem> {
    if (found !== undefined && !(Number.isInteger(found) && Number(found) >= least && Number(found) <= most)) {
        yield {
            argument,
            found,
            why: `where AKS waits between ${String(least)} and ${String(most)} minutes`,
            remedy: "Set a whole number of minutes in that range",
        };
    }
}

function* taintProblems(path: string, taints: unknown): Iterable<Problem> {
    const form = /^[A-Za-z0-9][A-Za-z0-9._/-]*(=[A-Za-z0-9._-]*)?:(NoSchedule|PreferNoSchedule|NoExecute)$/;
    for (const [index, taint] of Array.isArray(taints) ? taints.entries() : []) {
        if (typeof taint !== "string" || !form.test(taint)) {
            yield {
                argument: `${path}taints[${String(index)}]`,
                found: taint,
                why: "which is no taint",
                remedy: "Set key=value:Effect, with the effect NoSchedule, PreferNoSchedule or NoExecute",
            };
        }
    }
}
