import type * as pulumi from "@pulumi/pulumi";

/** Days of the week. */
export const DayOfWeek = {
    Monday: "Monday",
    Tuesday: "Tuesday",
    Wednesday: "Wednesday",
    Thursday: "Thursday",
    Friday: "Friday",
    Saturday: "Saturday",
    Sunday: "Sunday",
} as const;
export type DayOfWeek = (typeof DayOfWeek)[keyof typeof DayOfWeek];

/** How often a window comes. */
export const MaintenanceFrequency = {
    /** Every day. For node updates by SecurityPatch, which come daily. */
    Daily: "Daily",
    /** Every week, on the day of the window. */
    Weekly: "Weekly",
    /** Every month, on its first such day. What it costs, as all monthly ones: fixes wait for up to a month. */
    MonthlyFirst: "MonthlyFirst",
    /** Every month, on its second such day. */
    MonthlySecond: "MonthlySecond",
    /** Every month, on its third such day. */
    MonthlyThird: "MonthlyThird",
    /** Every month, on its fourth such day. */
    MonthlyFourth: "MonthlyFourth",
    /** Every month, on its last such day. */
    MonthlyLast: "MonthlyLast",
} as const;
export type MaintenanceFrequency = (typeof MaintenanceFrequency)[keyof typeof MaintenanceFrequency];

/** Days on which nothing is updated: at most 92 in a row, because nodes are not patched meanwhile. */
export interface MaintenanceFreezeArgs {
    /** First day, as YYYY-MM-DD. */
    start: pulumi.Input<string>;

    /** Last day, which is frozen too, as YYYY-MM-DD. */
    end: pulumi.Input<string>;
}

/** A window of its own for one kind of update. What is left out is as in the schedule. */
export interface MaintenanceWindowArgs {
    /**
     * How often the window comes. Default: Weekly.
     *
     * @default MaintenanceFrequency.Weekly
     */
    frequency?: MaintenanceFrequency;

    /**
     * Day of the window; none with frequency Daily. Default: the day of the schedule.
     *
     * @default - the day of the schedule
     */
    day?: DayOfWeek;

    /**
     * When the window opens, as HH:MM. Default: the time of the schedule.
     *
     * @default - the time of the schedule
     */
    startTime?: pulumi.Input<string>;

    /**
     * How long the window is open, in hours, 4 to 24. Default: the duration of the schedule.
     *
     * @default - the duration of the schedule
     */
    durationHours?: pulumi.Input<number>;
}

/**
 * When AKS updates a cluster: one window in the week for everything, and windows of their own where that does not fit.
 * Give each cluster of a subscription another one, because AKS updates them through the same limits of ARM.
 */
export interface MaintenanceScheduleArgs {
    /**
     * Day of the weekly window. Default: Sunday.
     *
     * @default DayOfWeek.Sunday
     */
    day?: DayOfWeek;

    /**
     * When the window opens, as HH:MM in the time of `utcOffset`. Default: 01:00.
     *
     * @default "01:00"
     */
    startTime?: pulumi.Input<string>;

    /**
     * How long the window is open, in hours, 4 to 24. An update that has begun is brought to its end, also after the
     * window. Default: 8.
     *
     * @default 8
     */
    durationHours?: pulumi.Input<number>;

    /**
     * Difference from UTC that all times and dates are meant in, as +HH:MM or -HH:MM. AKS knows no daylight saving
     * time. Default: +00:00.
     *
     * @default "+00:00"
     */
    utcOffset?: pulumi.Input<string>;

    /**
     * Days on which nothing is updated, such as the weeks around the end of the year. AKS keeps the right to urgent
     * fixes. Default: none.
     *
     * @default - none
     */
    freezes?: pulumi.Input<pulumi.Input<MaintenanceFreezeArgs>[]>;

    /**
     * Window of upgrades to another Kubernetes version, by the upgrade channel. Default: the weekly window.
     *
     * @default - the weekly window
     */
    kubernetesUpgrades?: MaintenanceWindowArgs;

    /**
     * Window of updates of the operating system of the nodes, by the channel for node images or security patches.
     * Default: the weekly window.
     *
     * @default - the weekly window
     */
    nodeUpdates?: MaintenanceWindowArgs;
}

/** Maintenance windows of a cluster that exists. */
export interface MaintenanceWindowsArgs extends MaintenanceScheduleArgs {
    /** ARM id of the cluster. */
    clusterId: pulumi.Input<string>;
}
