import type * as pulumi from "@pulumi/pulumi";
import {
    choiceProblems,
    namesAreKnown,
    namespaceProblems,
    objectIdProblems,
    requiredResourceIdProblems,
    resourceForms,
} from "../arguments/forms";
import type { Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { zoneIsUsed } from "../private-endpoint/network-access-rules";
import { BackupImmutability, BackupRedundancy, type ClusterBackupArgs } from "./cluster-backup-args";
import { blobService } from "./storage";

type Args = pulumi.Unwrap<ClusterBackupArgs>;

/** What must hold between the arguments of a backup. */
export const clusterBackupRules: Rule<ClusterBackupArgs>[] = [
    namesAreKnown<ClusterBackupArgs>({
        clusterId: true,
        controlPlanePrincipalId: true,
        resourceGroupName: true,
        privateEndpointSubnetId: true,
        privateDnsZoneId: true,
        location: true,
        snapshotResourceGroupName: true,
        redundancy: true,
        immutability: true,
        intervalHours: true,
        startTime: true,
        retentionDays: true,
        vaultRetentionDays: true,
        excludedNamespaces: true,
        tags: true,
    }),
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
    ({ controlPlanePrincipalId }) => objectIdProblems("controlPlanePrincipalId", controlPlanePrincipalId),
    ({ privateEndpointSubnetId }) =>
        requiredResourceIdProblems("privateEndpointSubnetId", privateEndpointSubnetId, resourceForms.subnet),
    (args) => zoneIsUsed(args, blobService),
    ({ redundancy }) => choiceProblems("redundancy", redundancy, BackupRedundancy),
    ({ immutability }) => choiceProblems("immutability", immutability, BackupImmutability),
    scheduleIsPossible,
    retentionIsPossible,
    ({ excludedNamespaces }) => namespaceProblems("excludedNamespaces", excludedNamespaces),
];

const intervals: readonly unknown[] = [4, 6, 8, 12, 24];

function* scheduleIsPossible({ intervalHours, startTime }: Args): Iterable<Problem> {
    if (intervalHours !== undefined && !intervals.includes(intervalHours)) {
        yield {
            argument: "intervalHours",
            found: intervalHours,
            why: "where Azure Backup takes 4, 6, 8, 12 or 24 hours",
            remedy: "Set one of these numbers",
        };
    }
    if (startTime !== undefined && !(typeof startTime === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(startTime))) {
        yield {
            argument: "startTime",
            found: startTime,
            why: "which is no time of a day",
            remedy: 'Set hours and minutes in UTC, such as "02:00"',
        };
    }
}

function* retentionIsPossible({ retentionDays, vaultRetentionDays }: Args): Iterable<Problem> {
    yield* dayProblems("retentionDays", retentionDays, 1, 360);
    yield* dayProblems("vaultRetentionDays", vaultRetentionDays, 7, 3650);
}

function* dayProblems(argument: string, found: unknown, fewest: number, most: number): Iterable<Problem> {
    if (found === undefined) {
        return;
    }
    if (typeof found !== "number" || !Number.isInteger(found) || found < fewest || found > most) {
        yield {
            argument,
            found,
            why: `where it takes whole days, ${String(fewest)} to ${String(most)}`,
            remedy: "Set a number in that range",
        };
    }
}
