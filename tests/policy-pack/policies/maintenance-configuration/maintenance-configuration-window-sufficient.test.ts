import { maintenanceConfigurationWindowSufficient } from "../../../../policy-pack/policies/maintenance-configuration/maintenance-configuration-window-sufficient";
import { classicCluster, cluster, type Change, change } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const weekly = {
    configName: "default",
    maintenanceWindow: {
        schedule: { weekly: { intervalWeeks: 1, dayOfWeek: "Sunday" } },
        startTime: "01:00",
        durationHours: 4,
    },
};

function configuration(changes: Change = {}) {
    return { type: "azure-native:containerservice:MaintenanceConfiguration", props: change(weekly, changes) };
}

/** The shape of API versions before 2023-05-01. */
function legacy(timeInWeek: unknown) {
    return configuration({ maintenanceWindow: undefined, timeInWeek });
}

const consequence = "and updates may then find no time and wait for the next window";

testPolicy(maintenanceConfigurationWindowSufficient, {
    compliant: {
        "four hours": configuration(),
        "a day": configuration({ "maintenanceWindow.durationHours": 24 }),
        unset: configuration({ "maintenanceWindow.durationHours": undefined }),
        "four hours in a row, in any order": legacy([{ day: "Sunday", hourSlots: [4, 1, 3, 2] }]),
        "one day that is long enough": legacy([
            { day: "Saturday", hourSlots: [1] },
            { day: "Sunday", hourSlots: [1, 2, 3, 4] },
        ]),
        "four hours (classic)": classicCluster({
            maintenanceWindow: { alloweds: [{ day: "Sunday", hours: [1, 2, 3, 4] }] },
            maintenanceWindowAutoUpgrade: { duration: 4 },
            maintenanceWindowNodeOs: { duration: 8 },
        }),
    },
    violating: {
        "three hours": {
            ...configuration({ "maintenanceWindow.durationHours": 3 }),
            message: `\`maintenanceWindow.durationHours\` is \`3\`, ${consequence}; set it to \`4\` or more.`,
        },
        "a string": {
            ...configuration({ "maintenanceWindow.durationHours": "4" }),
            message: "`maintenanceWindow.durationHours` is a string; set it to a number, without quotes.",
        },
        "three hours in a row": {
            ...legacy([{ day: "Sunday", hourSlots: [1, 2, 3, 5, 6] }]),
            message: `\`timeInWeek\` has \`3\` as its longest row of hours, ${consequence}; list \`4\` in a row or more.`,
        },
        "no hours": {
            ...legacy([{ day: "Sunday" }]),
            message: `\`timeInWeek\` has \`0\` as its longest row of hours, ${consequence}; list \`4\` in a row or more.`,
        },
        "three hours (classic)": {
            ...classicCluster({ maintenanceWindowNodeOs: { duration: 3 } }),
            message: `\`maintenanceWindowNodeOs.duration\` is \`3\`, ${consequence}; set it to \`4\` or more.`,
        },
        "one hour (classic)": {
            ...classicCluster({ maintenanceWindow: { alloweds: [{ day: "Sunday", hours: [1] }] } }),
            message: `\`maintenanceWindow.alloweds\` has \`1\` as its longest row of hours, ${consequence}; list \`4\` in a row or more.`,
        },
    },
    undetermined: {
        "an unknown duration": {
            ...configuration({ "maintenanceWindow.durationHours": UNKNOWN }),
            undetermined: ["`maintenanceWindow.durationHours` is not known before the update"],
        },
        "unknown hours": {
            ...legacy([{ day: "Sunday", hourSlots: UNKNOWN }]),
            undetermined: ["`timeInWeek[0].hourSlots` is not known before the update"],
        },
    },
    notApplicable: {
        "no window": { ...configuration({ maintenanceWindow: undefined }), reason: "it has no maintenance window" },
        "a cluster without windows (classic)": { ...classicCluster(), reason: "it has no maintenance window" },
        "a cluster": { ...cluster(), reason: "judges only MaintenanceConfiguration" },
    },
});
