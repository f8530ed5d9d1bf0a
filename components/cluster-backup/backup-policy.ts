import type { BackupPolicyArgs } from "@pulumi/azure-native/dataprotection/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterBackupArgs } from "./cluster-backup-args";

/** Values that nobody set. */
const backupDefaults = { intervalHours: 24, startTime: "02:00", retentionDays: 30 } as const;

/** ARM's name of what is backed up. */
export const clusterDatasource = "Microsoft.ContainerService/managedClusters";

const operationalStore = { objectType: "DataStoreInfoBase", dataStoreType: "OperationalStore" } as const;
const vaultStore = { objectType: "DataStoreInfoBase", dataStoreType: "VaultStore" } as const;

const copyToVault = { dataStore: vaultStore, copyAfter: { objectType: "ImmediateCopyOption" } } as const;

/** When backups are made, and how long they are kept. */
export function backupPolicyProperties(args: ClusterBackupArgs): BackupPolicyArgs["properties"] {
    return pulumi
        .all([
            args.intervalHours ?? backupDefaults.intervalHours,
            args.startTime ?? backupDefaults.startTime,
            args.retentionDays ?? backupDefaults.retentionDays,
            args.vaultRetentionDays,
        ])
        .apply(([intervalHours, startTime, retentionDays, vaultRetentionDays]) => ({
            objectType: "BackupPolicy" as const,
            datasourceTypes: [clusterDatasource],
            policyRules: [
                backupRule(intervalHours, startTime, vaultRetentionDays !== undefined),
                retentionRule("Default", [lifeCycle(operationalStore, retentionDays)]),
                ...(vaultRetentionDays === undefined
                    ? []
                    : [
                          retentionRule("Daily", [
                              lifeCycle(operationalStore, retentionDays, [copyToVault]),
                              lifeCycle(vaultStore, vaultRetentionDays),
                          ]),
                      ]),
            ],
        }));
}

/** ARM counts intervals from a moment; any in the past will do, and it must be the same on every run. */
const firstDay = "2024-01-01";

function backupRule(intervalHours: number, startTime: string, copiesDaily: boolean) {
    const period = intervalHours === 24 ? "P1D" : `PT${String(intervalHours)}H`;
    const daily = {
        isDefault: false,
        taggingPriority: 25,
        tagInfo: { tagName: "Daily" },
        criteria: [{ objectType: "ScheduleBasedBackupCriteria" as const, absoluteCriteria: ["FirstOfDay"] }],
    };
    return {
        objectType: "AzureBackupRule" as const,
        name: intervalHours === 24 ? "BackupDaily" : "BackupHourly",
        backupParameters: { objectType: "AzureBackupParams" as const, backupType: "Incremental" },
        dataStore: operationalStore,
        trigger: {
            objectType: "ScheduleBasedTriggerContext" as const,
            schedule: { repeatingTimeIntervals: [`R/${firstDay}T${startTime}:00+00:00/${period}`], timeZone: "UTC" },
            taggingCriteria: [
                { isDefault: true, taggingPriority: 99, tagInfo: { tagName: "Default" } },
                ...(copiesDaily ? [daily] : []),
            ],
        },
    };
}

function retentionRule(name: "Default" | "Daily", lifecycles: ReturnType<typeof lifeCycle>[]) {
    return { objectType: "AzureRetentionRule" as const, name, isDefault: name === "Default", lifecycles };
}

function lifeCycle(
    sourceDataStore: typeof operationalStore | typeof vaultStore,
    days: number,
    targetDataStoreCopySettings: (typeof copyToVault)[] = [],
) {
    return {
        sourceDataStore,
        targetDataStoreCopySettings,
        deleteAfter: { objectType: "AbsoluteDeleteOption" as const, duration: `P${String(days)}D` },
    };
}
