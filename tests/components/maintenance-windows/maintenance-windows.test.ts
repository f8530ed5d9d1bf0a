import assert from "node:assert/strict";
import * as aksguard from "../../../components";
import { record, registered } from "../../recorded-program";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/prod";

const type = "azure-native:containerservice:MaintenanceConfiguration";

/** The windows that a schedule gives, by the names of ARM. */
async function windowsOf(schedule: aksguard.MaintenanceScheduleArgs) {
    const registrations = await record(() => new aksguard.MaintenanceWindows("kit", { clusterId, ...schedule }));
    const configurations = registrations.filter((registration) => registration.type === type);
    return Object.fromEntries(
        configurations.map(({ inputs }) => [inputs["configName"], inputs["maintenanceWindow"]]),
    ) as Record<string, Record<string, unknown>>;
}

function problemsOf(schedule: aksguard.MaintenanceScheduleArgs): string[] {
    try {
        new aksguard.MaintenanceWindows("kit", { clusterId, ...schedule });
    } catch (error) {
        const [, ...lines] = (error as Error).message.split("\n");
        return lines.map((line) => line.replace("  - ", ""));
    }
    return [];
}

describe("MaintenanceWindows", () => {
    const sunday = {
        schedule: { weekly: { intervalWeeks: 1, dayOfWeek: "Sunday" } },
        startTime: "01:00",
        durationHours: 8,
        utcOffset: "+00:00",
    };

    it("is one window in the week for all three configurations", async () => {
        assert.deepEqual(await windowsOf({}), {
            default: sunday,
            aksManagedAutoUpgradeSchedule: sunday,
            aksManagedNodeOSUpgradeSchedule: sunday,
        });
    });

    it("writes one configuration after the other, for AKS refuses two at once", async () => {
        const registrations = await record(() => new aksguard.MaintenanceWindows("kit", { clusterId }));
        const chain = ["kit-releases", "kit-kubernetes", "kit-nodes"].map((name) =>
            registered(registrations, type, name),
        );
        assert.deepEqual(
            chain.map(({ inputs }) => [inputs["resourceGroupName"], inputs["resourceName"], inputs["configName"]]),
            [
                ["given", "prod", "default"],
                ["given", "prod", "aksManagedAutoUpgradeSchedule"],
                ["given", "prod", "aksManagedNodeOSUpgradeSchedule"],
            ],
        );
        const dependencies = chain.map(({ dependencies: urns }) => urns.map((urn) => urn.split("::").at(-1)));
        assert.deepEqual(dependencies, [[], ["kit-releases"], ["kit-kubernetes"]]);
        assert.match(chain[0]?.parent ?? "", /aksguard:index:MaintenanceWindows::kit$/);
    });

    it("takes another window for everything", async () => {
        const windows = await windowsOf({
            day: "Saturday",
            startTime: "22:30",
            durationHours: 4,
            utcOffset: "-08:00",
            freezes: [{ start: "2026-12-19", end: "2027-01-06" }],
        });
        assert.deepEqual(windows["default"], {
            schedule: { weekly: { intervalWeeks: 1, dayOfWeek: "Saturday" } },
            startTime: "22:30",
            durationHours: 4,
            utcOffset: "-08:00",
            notAllowedDates: [{ start: "2026-12-19", end: "2027-01-06" }],
        });
        assert.deepEqual(windows["aksManagedAutoUpgradeSchedule"], windows["default"]);
        assert.deepEqual(windows["aksManagedNodeOSUpgradeSchedule"], windows["default"]);
    });

    it("takes windows of their own for Kubernetes and for nodes", async () => {
        assert.deepEqual(
            await windowsOf({
                utcOffset: "+02:00",
                kubernetesUpgrades: { frequency: "MonthlyLast", day: "Tuesday" },
                nodeUpdates: { frequency: "Daily", startTime: "03:00", durationHours: 4 },
            }),
            {
                default: { ...sunday, utcOffset: "+02:00" },
                aksManagedAutoUpgradeSchedule: {
                    ...sunday,
                    schedule: { relativeMonthly: { intervalMonths: 1, weekIndex: "Last", dayOfWeek: "Tuesday" } },
                    utcOffset: "+02:00",
                },
                aksManagedNodeOSUpgradeSchedule: {
                    schedule: { daily: { intervalDays: 1 } },
                    startTime: "03:00",
                    durationHours: 4,
                    utcOffset: "+02:00",
                },
            },
        );
    });

    it("gives the ids of the configurations", async () => {
        const ids = await new Promise((resolve, reject) => {
            record(() => {
                const { configurationIds } = new aksguard.MaintenanceWindows("kit", { clusterId });
                configurationIds.apply((known) => {
                    resolve(Object.keys(known));
                });
            }).catch(reject);
        });
        assert.deepEqual(ids, ["default", "aksManagedAutoUpgradeSchedule", "aksManagedNodeOSUpgradeSchedule"]);
    });

    it("rejects windows that AKS would not take", () => {
        assert.deepEqual(
            problemsOf({ day: "sunday" as "Sunday", startTime: "1:00", durationHours: 2, utcOffset: "Europe/Berlin" }),
            [
                'day is "sunday", which is not among its values. Set one of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.',
                'startTime is "1:00", which is no time of day. Set hours and minutes, from "00:00" to "23:59".',
                "durationHours is 2, where AKS takes windows of 4 to 24 hours. Set a whole number in that range.",
                'utcOffset is "Europe/Berlin", which is no difference from UTC. Set it with its sign, such as "+05:30" or "-08:00"; names of time zones are not taken.',
            ],
        );
    });

    it("rejects the same in a window of its own, and says where", () => {
        assert.deepEqual(
            problemsOf({
                kubernetesUpgrades: { frequency: "Yearly" as "Daily", startTime: "24:00" },
                nodeUpdates: { frequency: "Daily", day: "Monday", durationHours: 25, utcoffset: "+01:00" } as object,
            }),
            [
                'kubernetesUpgrades.frequency is "Yearly", which is not among its values. Set one of Daily, Weekly, MonthlyFirst, MonthlySecond, MonthlyThird, MonthlyFourth, MonthlyLast.',
                'kubernetesUpgrades.startTime is "24:00", which is no time of day. Set hours and minutes, from "00:00" to "23:59".',
                'nodeUpdates.utcoffset is "given", and there is no argument of this name. The arguments are frequency, day, startTime, durationHours.',
                "nodeUpdates.durationHours is 25, where AKS takes windows of 4 to 24 hours. Set a whole number in that range.",
                'nodeUpdates.day is "Monday", and a window with frequency Daily comes on every day. Leave it out, or set frequency Weekly.',
            ],
        );
    });

    it("rejects what is no window at all", () => {
        assert.deepEqual(problemsOf({ nodeUpdates: "Daily", freezes: "Christmas" } as object), [
            'freezes is "Christmas", which has another shape than this argument. Compare it with the documentation of the argument.',
        ]);
        assert.deepEqual(problemsOf({ nodeUpdates: "Daily" } as object), [
            'nodeUpdates is "Daily", which is no window. Set an object such as { day: … }.',
        ]);
    });

    it("rejects freezes that are none, or that leave nodes unpatched for longer than a quarter", () => {
        assert.deepEqual(
            problemsOf({
                freezes: [
                    { start: "2026-12-19", end: "2026-12-18" },
                    { start: "2026-02-29", end: "19.12.2026" },
                    { start: "2026-01-01", end: "2026-12-31" },
                    { start: "2026-10-01", end: "2026-12-31" },
                ],
            }),
            [
                'freezes[0].end is "2026-12-18", which is before its start (2026-12-19). Set a later day.',
                'freezes[1].start is "2026-02-29", which is no date. Set a day that is in the calendar as YYYY-MM-DD.',
                'freezes[1].end is "19.12.2026", which is no date. Set a day that is in the calendar as YYYY-MM-DD.',
                'freezes[2].end is "2026-12-31", so that nodes are not patched for 365 days. Freeze at most 92 days, and update in between.',
            ],
        );
    });

    it("rejects the name of a cluster in place of its id, and misspelt arguments", () => {
        assert.throws(() => new aksguard.MaintenanceWindows("kit", { clusterId: "prod", Day: "Monday" } as never), {
            message:
                'MaintenanceWindows "kit" was given 2 arguments that cannot work:\n' +
                '  - Day is "given", and there is no argument of this name. Write day.\n' +
                '  - clusterId is "prod", which is not the ARM id of an AKS cluster. Set the id that `az aks show --query id` prints.',
        });
    });
});
