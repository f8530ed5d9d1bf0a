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

/** A schedule and how long its backups are kept. */
interface Plan {
    intervalHours: number;
    startTime: string;
    retentionDays: number;
    vaultRetentionDays: number | undefined;
}

/**
 * When backups are made, and how long they are kept. Azure changes no policy of clusters, so its name says what is in
 * it: for another plan there is another policy, and the backup is moved to it before the old one goes.
 */
export function backupPolicy(
    args: ClusterBackupArgs,
): Required<Pick<BackupPolicyArgs, "backupPolicyName" | "properties">> {
    const plan = pulumi.output({
        intervalHours: args.intervalHours ?? backupDefaults.intervalHours,
        startTime: args.startTime ?? backupDefaults.startTime,
        retentionDays: args.retentionDays ?? backupDefaults.retentionDays,
        vaultRetentionDays: args.vaultRetentionDays,
    });
    return { backupPolicyName: plan.apply(nameOfPlan), properties: plan.apply(propertiesOfPlan) };
}

function nameOfPlan({ intervalHours, startTime, retentionDays, vaultRetentionDays }: Plan): string {
    const copies = vaultRetentionDays === undefined ? "" : `-vault-${String(vaultRetentionDays)}d`;
    return `every-${String(intervalHours)}h-from-${startTime.replace(":", "")}-keep-${String(retentionDays)}d${copies}`;
}

function propertiesOfPlan({ intervalHours, startTime, retentionDays, vaultRetentionDays }: Plan) {
    const copies = vaultRetentionDays !== undefined && [
        retentionRule("Daily", [
            lifeCycle(operationalStore, retentionDays, [copyToVault]),
            lifeCycle(vaultStore, vaultRetentionDays),
        ]),
    ];
    return {
        objectType: "BackupPolicy" as const,
        datasourceTypes: [clusterDatasource],
        policyRules: [
            backupRule(intervalHours, startTime, copies !== false),
            retentionRule("Default", [lifeCycle(operationalStore, retentionDays)]),
            ...(copies || []),
        ],
    };
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
