import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/prod";

const program = (schedule: aksguard.MaintenanceScheduleArgs) => () => {
    new aksguard.MaintenanceWindows("kit", { clusterId, ...schedule });
};

describe("contract of maintenance windows and policies", () => {
    const schedules: Record<string, aksguard.MaintenanceScheduleArgs> = {
        "without any argument": {},
        "as short as AKS takes them": { durationHours: 4 },
        "with everything named": {
            day: "Saturday",
            startTime: "22:00",
            durationHours: 6,
            utcOffset: "+01:00",
            freezes: [{ start: "2026-12-19", end: "2027-01-06" }],
            kubernetesUpgrades: { frequency: "MonthlySecond", day: "Tuesday", startTime: "20:00", durationHours: 8 },
            nodeUpdates: { frequency: "Daily", startTime: "03:00" },
        },
    };
    for (const [title, schedule] of Object.entries(schedules)) {
        it(`no policy objects to windows ${title}`, async () => {
            assert.deepEqual(await objectionsTo(program(schedule)), []);
        });
    }

    itGuardsOrHoldsEachValue({
        program: program({}),
        type: "azure-native:containerservice:MaintenanceConfiguration",
        name: "kit-nodes",
        guarded: { "maintenanceWindow.durationHours": ["maintenance-configuration-window-sufficient"] },
        opposites: { "maintenanceWindow.durationHours": 3 },
        held: {
            resourceGroupName: "given",
            resourceName: "prod",
            configName: "aksManagedNodeOSUpgradeSchedule",
            "maintenanceWindow.schedule.weekly.intervalWeeks": 1,
            "maintenanceWindow.schedule.weekly.dayOfWeek": "Sunday",
            "maintenanceWindow.startTime": "01:00",
            "maintenanceWindow.utcOffset": "+00:00",
        },
    });
});
