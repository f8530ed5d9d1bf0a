import assert from "node:assert/strict";

import { type PropertyMap, textOf, valueAt } from "../../../sandbox/providers/property";
import type { Arm } from "./arm";
import { foundation } from "./hardened-cluster";

const type = "azure-native:containerservice:MaintenanceConfiguration";

const weekly = { weekly: { intervalWeeks: 1, dayOfWeek: "Sunday" } };
const maintenanceWindow = { schedule: weekly, startTime: "01:00", durationHours: 4 };

describe("a maintenance configuration", () => {
    let arm: Arm;
    let cluster: PropertyMap;

    before(async () => {
        const built = await foundation();
        arm = built.arm;
        const { resourceGroupName = "" } = built.cluster;
        await arm.create("azure-native:containerservice:ManagedCluster", built.cluster);
        cluster = { resourceGroupName, resourceName: built.cluster.resourceName ?? "" };
    });

    const refusals: Record<string, { change: PropertyMap; configName?: string; message: RegExp }> = {
        "another name": {
            change: {},
            configName: "weekends",
            message: /name 'weekends' is invalid: it must be one of default, aksManagedAutoUpgradeSchedule/,
        },
        "a window that is too short": { change: { durationHours: 3 }, message: /durationHours '3' must be between 4/ },
        "a window of more than a day": {
            change: { durationHours: 25 },
            message: /durationHours '25' must be between 4/,
        },
        "a time that is none": { change: { startTime: "1:00" }, message: /startTime '1:00' must be in the format/ },
        "the name of a time zone": { change: { utcOffset: "UTC" }, message: /utcOffset 'UTC' must be in the format/ },
        "two schedules": {
            change: { schedule: { ...weekly, daily: { intervalDays: 1 } } },
            message: /schedule must be one of daily, weekly/,
        },
        "another schedule than weekly for the releases of AKS": {
            change: { schedule: { daily: { intervalDays: 1 } } },
            message: /'default' must have a weekly schedule/,
        },
    };
    for (const [title, { change, configName = "default", message }] of Object.entries(refusals)) {
        it(`is refused with ${title}`, async () => {
            const inputs = { ...cluster, configName, maintenanceWindow: { ...maintenanceWindow, ...change } };
            await assert.rejects(arm.create(type, inputs), (error: Error) => {
                assert.match(error.message, message);
                return true;
            });
        });
    }

    it("is refused for a cluster that does not exist", async () => {
        const inputs = { ...cluster, resourceName: "none", configName: "default", maintenanceWindow };
        await assert.rejects(arm.create(type, inputs), /ParentResourceNotFound/);
    });

    it("counts from the day of its creation, and takes a daily window for nodes", async () => {
        const daily = { ...maintenanceWindow, schedule: { daily: { intervalDays: 1 } } };
        const inputs = { ...cluster, configName: "aksManagedNodeOSUpgradeSchedule", maintenanceWindow: daily };
        const { outputs } = await arm.create(type, inputs);
        assert.match(textOf(valueAt(outputs, "maintenanceWindow", "startDate")), /^\d{4}-\d{2}-\d{2}$/);
        assert.equal(valueAt(outputs, "maintenanceWindow", "utcOffset"), "+00:00");
        assert.equal(valueAt(outputs, "maintenanceWindow", "durationHours"), 4);
    });
});
