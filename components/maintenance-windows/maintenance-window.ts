import type * as pulumi from "@pulumi/pulumi";
import {
    DayOfWeek,
    MaintenanceFrequency,
    type MaintenanceScheduleArgs,
    type MaintenanceWindowArgs,
} from "./maintenance-windows-args";

/** The window of a schedule that nobody set. */
export const maintenanceDefaults = {
    day: DayOfWeek.Sunday,
    startTime: "01:00",
    durationHours: 8,
    utcOffset: "+00:00",
} as const;

/** A window in the words of ARM. */
export interface MaintenanceWindow {
    schedule: Record<string, Record<string, pulumi.Input<string> | number>>;
    startTime: pulumi.Input<string>;
    durationHours: pulumi.Input<number>;
    utcOffset: pulumi.Input<string>;
    notAllowedDates: MaintenanceScheduleArgs["freezes"];
}

/** The three windows of a cluster, by the names that ARM gives them. */
export interface MaintenanceWindowsByName {
    /** Weekly releases of AKS: control plane and add-ons. Weekly is all that it takes. */
    default: MaintenanceWindow;
    /** Upgrades to another Kubernetes version. */
    aksManagedAutoUpgradeSchedule: MaintenanceWindow;
    /** Updates of the operating system of the nodes. */
    aksManagedNodeOSUpgradeSchedule: MaintenanceWindow;
}

/** All three windows, stated in full: the SDK would make a duration that is left out a whole day. */
export function maintenanceWindows(schedule: MaintenanceScheduleArgs): MaintenanceWindowsByName {
    return {
        default: windowOf(schedule, {}),
        aksManagedAutoUpgradeSchedule: windowOf(schedule, schedule.kubernetesUpgrades ?? {}),
        aksManagedNodeOSUpgradeSchedule: windowOf(schedule, schedule.nodeUpdates ?? {}),
    };
}

function windowOf(schedule: MaintenanceScheduleArgs, own: MaintenanceWindowArgs): MaintenanceWindow {
    const day = own.day ?? schedule.day ?? maintenanceDefaults.day;
    return {
        schedule: recurrence(own.frequency ?? MaintenanceFrequency.Weekly, day),
        startTime: own.startTime ?? schedule.startTime ?? maintenanceDefaults.startTime,
        durationHours: own.durationHours ?? schedule.durationHours ?? maintenanceDefaults.durationHours,
        utcOffset: schedule.utcOffset ?? maintenanceDefaults.utcOffset,
        notAllowedDates: schedule.freezes,
    };
}

function recurrence(frequency: MaintenanceFrequency, dayOfWeek: DayOfWeek): MaintenanceWindow["schedule"] {
    switch (frequency) {
        case MaintenanceFrequency.Daily:
            return { daily: { intervalDays: 1 } };
        case MaintenanceFrequency.Weekly:
            return { weekly: { intervalWeeks: 1, dayOfWeek } };
        default:
            return { relativeMonthly: { intervalMonths: 1, weekIndex: weeksOfMonth[frequency], dayOfWeek } };
    }
}

const weeksOfMonth = {
    [MaintenanceFrequency.MonthlyFirst]: "First",
    [MaintenanceFrequency.MonthlySecond]: "Second",
    [MaintenanceFrequency.MonthlyThird]: "Third",
    [MaintenanceFrequency.MonthlyFourth]: "Fourth",
    [MaintenanceFrequency.MonthlyLast]: "Last",
} as const;
