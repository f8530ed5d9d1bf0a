import type * as pulumi from "@pulumi/pulumi";
import { isText } from "../arguments/entries";
import { choiceProblems, namesAreKnown, requiredResourceIdProblems, resourceForms } from "../arguments/forms";
import { problemsBelow, type Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import {
    DayOfWeek,
    MaintenanceFrequency,
    type MaintenanceFreezeArgs,
    type MaintenanceScheduleArgs,
    type MaintenanceWindowArgs,
    type MaintenanceWindowsArgs,
} from "./maintenance-windows-args";

type Schedule = pulumi.Unwrap<MaintenanceScheduleArgs>;

const scheduleNames = {
    day: true,
    startTime: true,
    durationHours: true,
    utcOffset: true,
    freezes: true,
    kubernetesUpgrades: true,
    nodeUpdates: true,
} as const;

const windowNames = { frequency: true, day: true, startTime: true, durationHours: true } as const;

/** What must hold between the arguments of maintenance windows. */
export const maintenanceWindowsRules: Rule<MaintenanceWindowsArgs>[] = [
    namesAreKnown<MaintenanceWindowsArgs>({ clusterId: true, ...scheduleNames }),
    scheduleProblems,
    ({ clusterId }) => requiredResourceIdProblems("clusterId", clusterId, resourceForms.cluster),
];

/** Problems of a schedule that is an argument of something else; `path` is the name of that argument. */
export function* maintenanceScheduleProblems(path: string, schedule: Schedule): Iterable<Problem> {
    yield* problemsBelow(path, namesAreKnown<MaintenanceScheduleArgs>(scheduleNames)(schedule));
    yield* problemsBelow(path, scheduleProblems(schedule));
}

function* scheduleProblems(schedule: Schedule): Iterable<Problem> {
    yield* openingProblems(schedule);
    yield* utcOffsetProblems(schedule.utcOffset);
    for (const [index, freeze] of (schedule.freezes ?? []).entries()) {
        yield* problemsBelow(`freezes[${String(index)}]`, freezeProblems(freeze));
    }
    for (const argument of ["kubernetesUpgrades", "nodeUpdates"] as const) {
        const window = schedule[argument];
        if (window === undefined) {
            continue;
        }
        if (isObject(window)) {
            yield* problemsBelow(argument, windowProblems(window));
        } else {
            yield { argument, found: window, why: "which is no window", remedy: "Set an object such as { day: … }" };
        }
    }
}

function* windowProblems(window: pulumi.Unwrap<MaintenanceWindowArgs>): Iterable<Problem> {
    yield* namesAreKnown<MaintenanceWindowArgs>(windowNames)(window);
    yield* choiceProblems("frequency", window.frequency, MaintenanceFrequency);
    yield* openingProblems(window);
    if (window.frequency === MaintenanceFrequency.Daily && window.day !== undefined) {
        yield {
            argument: "day",
            found: window.day,
            why: "and a window with frequency Daily comes on every day",
            remedy: "Leave it out, or set frequency Weekly",
        };
    }
}

function* openingProblems({
    day,
    startTime,
    durationHours,
}: Pick<Schedule, "day" | "startTime" | "durationHours">): Iterable<Problem> {
    yield* choiceProblems("day", day, DayOfWeek);
    if (startTime !== undefined && !isText(startTime, /^([01]\d|2[0-3]):[0-5]\d$/)) {
        yield {
            argument: "startTime",
            found: startTime,
            why: "which is no time of day",
            remedy: 'Set hours and minutes, from "00:00" to "23:59"',
        };
    }
    if (
        durationHours !== undefined &&
        !(Number.isInteger(durationHours) && durationHours >= 4 && durationHours <= 24)
    ) {
        yield {
            argument: "durationHours",
            found: durationHours,
            why: "where AKS takes windows of 4 to 24 hours",
            remedy: "Set a whole number in that range",
        };
    }
}

function* utcOffsetProblems(found: unknown): Iterable<Problem> {
    if (found !== undefined && !isText(found, /^([+-](0\d|1[0-3]):[0-5]\d|\+14:00)$/)) {
        yield {
            argument: "utcOffset",
            found,
            why: "which is no difference from UTC",
            remedy: 'Set it with its sign, such as "+05:30" or "-08:00"; names of time zones are not taken',
        };
    }
}

/** Longest time without updates: a quarter of a year. */
const longestFreezeInDays = 92;

function* freezeProblems(freeze: pulumi.Unwrap<MaintenanceFreezeArgs>): Iterable<Problem> {
    yield* namesAreKnown<MaintenanceFreezeArgs>({ start: true, end: true })(freeze);
    const { start, end } = freeze;
    const days = { start: dayNumber(start), end: dayNumber(end) };
    for (const [argument, found] of Object.entries({ start, end })) {
        if (dayNumber(found) === undefined) {
            yield {
                argument,
                found,
                why: "which is no date",
                remedy: "Set a day that is in the calendar as YYYY-MM-DD",
            };
        }
    }
    if (days.start === undefined || days.end === undefined) {
        return;
    }
    const length = days.end - days.start + 1;
    if (length < 1) {
        yield {
            argument: "end",
            found: end,
            why: `which is before its start (${start})`,
            remedy: "Set a later day",
        };
    }
    if (length > longestFreezeInDays) {
        yield {
            argument: "end",
            found: end,
            why: `so that nodes are not patched for ${String(length)} days`,
            remedy: `Freeze at most ${String(longestFreezeInDays)} days, and update in between`,
        };
    }
}

/** Days since 1970; `undefined` where the text is no day of the calendar. */
function dayNumber(date: unknown): number | undefined {
    const milliseconds = isText(date, /^\d{4}-\d{2}-\d{2}$/) ? Date.parse(`${date}T00:00:00Z`) : NaN;
    const isDay = !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === date;
    return isDay ? milliseconds / 86_400_000 : undefined;
}

/** Programs in JavaScript are not held by types. */
function isObject(found: unknown): found is object {
    return typeof found === "object";
}
