import type * as pulumi from "@pulumi/pulumi";
import { isText } from "../arguments/entries";
import {
    flagProblems,
    isNamespaceName,
    namesAreKnown,
    rangeProblems,
    requiredChoiceProblems,
} from "../arguments/forms";
import { isOfTheSystem } from "../arguments/system-namespaces";
import { problemsBelow, type Problem } from "../arguments/problem";
import type { Rule } from "../arguments/rules";
import { DayOfWeek } from "../maintenance-windows/maintenance-windows-args";
import type { KuredArgs } from "./kured-args";
import { defaultLockTtl, kuredDefaults } from "./kured-daemon-set";

type Args = pulumi.Unwrap<KuredArgs>;

/** What must hold between the arguments of kured. */
export const kuredRules: Rule<KuredArgs>[] = [
    namesAreKnown<KuredArgs>({
        namespaceName: true,
        image: true,
        days: true,
        startTime: true,
        endTime: true,
        timeZone: true,
        concurrency: true,
        checkPeriodInMinutes: true,
        drainTimeoutInMinutes: true,
        drainGracePeriodInSeconds: true,
        forceReboot: true,
        lockTtlInMinutes: true,
        blockingPodSelectors: true,
        notifyUrl: true,
        metricsNamespaceName: true,
    }),
    namespaceIsOfItsOwn,
    imageIsPinned,
    daysAreNamed,
    windowIsOne,
    periodFitsWindow,
    timeZoneExists,
    numbersAreInRange,
    lockOutlastsDrain,
    selectorsSelect,
    notificationsGoSomewhere,
];

/** Problems of kured as an argument of something else; `path` is the name of that argument. */
export function* kuredProblems(path: string, args: Args): Iterable<Problem> {
    for (const rule of kuredRules) {
        yield* problemsBelow(path, rule(args));
    }
}

function* namespaceIsOfItsOwn({ namespaceName, metricsNamespaceName }: Args): Iterable<Problem> {
    for (const [argument, found] of Object.entries({ namespaceName, metricsNamespaceName })) {
        if (found !== undefined && !isNamespaceName(found)) {
            yield {
                argument,
                found,
                why: "where Kubernetes takes 1 to 63 lower-case letters, digits and inner hyphens",
                remedy: 'Set a name such as "kured"',
            };
        }
    }
    if (namespaceName !== undefined && isOfTheSystem(namespaceName)) {
        yield {
            argument: "namespaceName",
            found: namespaceName,
            why: "which is not kured's own, and would be opened to privileged pods",
            remedy: "Set the name of a namespace that does not exist yet",
        };
    }
}

/** Registry, path, and a tag or a digest that names one image. */
const pinnedImage =
    /^[a-z0-9.-]+\.[a-z0-9-]+(:\d+)?(\/[a-z0-9._-]+)+(:(?!latest(@|$))[\w.-]{1,128}(@sha256:[0-9a-f]{64})?|@sha256:[0-9a-f]{64})$/;

function* imageIsPinned({ image }: Args): Iterable<Problem> {
    if (image !== undefined && !isText(image, pinnedImage)) {
        yield {
            argument: "image",
            found: image,
            why: "which does not name one image in one registry",
            remedy: "Set the registry, the path, and a tag other than latest or a digest, such as registry.example.com/kured:1.23.0",
        };
    }
}

function* daysAreNamed({ days }: Args): Iterable<Problem> {
    for (const [index, day] of (days ?? []).entries()) {
        yield* requiredChoiceProblems(`days[${String(index)}]`, day, DayOfWeek);
    }
    if (days?.length === 0) {
        yield {
            argument: "days",
            found: days,
            why: "so that no node is ever restarted",
            remedy: "Set a day, or leave it out",
        };
    }
}

function* windowIsOne({ days, startTime, endTime }: Args): Iterable<Problem> {
    const window = { startTime: startTime ?? kuredDefaults.startTime, endTime: endTime ?? kuredDefaults.endTime };
    for (const [argument, found] of Object.entries(window)) {
        if (!isText(found, timeOfDay)) {
            yield {
                argument,
                found,
                why: "which is no time of day",
                remedy: 'Set hours and minutes, from "00:00" to "23:59"',
            };
        }
    }
    if (window.endTime === window.startTime) {
        yield { argument: "endTime", found: window.endTime, why: "when restarts begin", remedy: "Set a later time" };
    }
    if (window.endTime < window.startTime && days !== undefined && new Set(days).size < everyDay) {
        yield {
            argument: "endTime",
            found: window.endTime,
            why: `which is on the day after startTime (${window.startTime}), and kured looks at each day by itself`,
            remedy: "Set a later time on the same day, or leave out days",
        };
    }
}

/** Nodes look at a moment of their own in each period: one that is longer than the window may miss it night by night. */
function* periodFitsWindow({ checkPeriodInMinutes, startTime, endTime }: Args): Iterable<Problem> {
    const period = checkPeriodInMinutes ?? kuredDefaults.checkPeriodInMinutes;
    const opens = minuteOfDay(startTime ?? kuredDefaults.startTime);
    const closes = minuteOfDay(endTime ?? kuredDefaults.endTime);
    const length = (closes - opens + minutesOfDay) % minutesOfDay;
    if (period > length && length > 0) {
        yield {
            argument: "checkPeriodInMinutes",
            found: period,
            why: `which is longer than the window (${String(length)} minutes), and nodes could miss it`,
            remedy: "Set less, or a longer window",
        };
    }
}

const minutesOfDay = 1440;

/** NaN where the text is no time, which another rule says. */
function minuteOfDay(time: unknown): number {
    const [hours = NaN, minutes = NaN] = isText(time, timeOfDay) ? time.split(":").map(Number) : [];
    return hours * 60 + minutes;
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

const everyDay = Object.keys(DayOfWeek).length;

function* timeZoneExists({ timeZone }: Args): Iterable<Problem> {
    const exact = timeZone === undefined ? "UTC" : zoneOf(timeZone);
    if (exact === undefined || exact !== (timeZone ?? "UTC")) {
        yield {
            argument: "timeZone",
            found: timeZone,
            why: "which is no time zone",
            remedy: exact === undefined ? 'Set a name such as "Europe/Berlin"' : `Write "${exact}"`,
        };
    }
}

/** The name as kured must find it, whose files are told apart by case; `undefined` where there is no such zone. */
function zoneOf(name: unknown): string | undefined {
    if (!isText(name, /^[A-Za-z]/)) {
        return undefined;
    }
    try {
        const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
        // An older name of a zone is resolved to another one, and works as well.
        return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
    } catch {
        return undefined;
    }
}

function* numbersAreInRange(args: Args): Iterable<Problem> {
    yield* numberProblems("concurrency", args.concurrency, 1, 100);
    yield* numberProblems("checkPeriodInMinutes", args.checkPeriodInMinutes, 1, 1440);
    yield* numberProblems("drainTimeoutInMinutes", args.drainTimeoutInMinutes, 1, 1440);
    yield* numberProblems("drainGracePeriodInSeconds", args.drainGracePeriodInSeconds, 0, 86_400);
    yield* flagProblems("forceReboot", args.forceReboot);
}

function* numberProblems(argument: string, found: unknown, least: number, most: number): Iterable<Problem> {
    if (found !== undefined) {
        yield* rangeProblems(argument, found, least, most);
    }
}

/** Time that a node has to restart once its pods have left it. */
const restartInMinutes = 10;

function* lockOutlastsDrain({ lockTtlInMinutes, drainTimeoutInMinutes }: Args): Iterable<Problem> {
    const drain = drainTimeoutInMinutes ?? kuredDefaults.drainTimeoutInMinutes;
    const found = lockTtlInMinutes ?? defaultLockTtl(drain);
    const least = drain + restartInMinutes;
    if (!Number.isInteger(found) || found < least) {
        yield {
            argument: "lockTtlInMinutes",
            found,
            why: "so that the next node would begin while one is still on its way",
            remedy: `Set at least ${String(least)}, ${String(restartInMinutes)} more than drainTimeoutInMinutes`,
        };
    }
}

function* selectorsSelect({ blockingPodSelectors }: Args): Iterable<Problem> {
    const requirement = "[A-Za-z0-9][A-Za-z0-9._/-]*((=|==|!=)[A-Za-z0-9._-]*)?";
    for (const [index, selector] of (blockingPodSelectors ?? []).entries()) {
        if (!isText(selector, new RegExp(`^${requirement}(,${requirement})*$`))) {
            yield {
                argument: `blockingPodSelectors[${String(index)}]`,
                found: selector,
                why: "which selects no labels",
                remedy: 'Set labels such as "job=long", joined by commas where all must match',
            };
        }
    }
}

function* notificationsGoSomewhere({ notifyUrl }: Args): Iterable<Problem> {
    if (notifyUrl !== undefined && !isText(notifyUrl, /^[a-z][a-z0-9+.-]*:\/\/\S+$/)) {
        yield {
            argument: "notifyUrl",
            // The URL holds a credential, also where it is not marked as a secret.
            found: "given",
            why: "and it is no URL",
            remedy: "Set a URL of shoutrrr, such as teams://…",
        };
    }
}
