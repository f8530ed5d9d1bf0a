import { type PropertyMap, isMap, textOf } from "../../providers/property";
import type { ArmRequest, ResourceBehaviour } from "../behaviour";
import { invalidParameter } from "./reference";

/** When AKS may update a cluster; each of the three names is for another kind of update. */
export const maintenanceConfiguration: ResourceBehaviour = {
    refuse: (request) => {
        refuseName(request);
        const { maintenanceWindow } = request.inputs;
        if (isMap(maintenanceWindow)) refuseWindow(request.name, maintenanceWindow);
    },
    answer: ({ inputs, existing }): PropertyMap => {
        const { maintenanceWindow } = inputs;
        if (!isMap(maintenanceWindow)) return {};
        const before = existing?.outputs.maintenanceWindow;
        const startDate = isMap(before) ? before.startDate : undefined;
        return {
            maintenanceWindow: {
                utcOffset: "+00:00",
                startDate: startDate ?? new Date().toISOString().slice(0, 10),
                ...maintenanceWindow,
            },
        };
    },
};

function refuseName({ name }: ArmRequest): void {
    const names = ["default", "aksManagedAutoUpgradeSchedule", "aksManagedNodeOSUpgradeSchedule"];
    if (!names.includes(name))
        invalidParameter(`Maintenance configuration name '${name}' is invalid: it must be one of ${names.join(", ")}.`);
}

function refuseWindow(name: string, { schedule, durationHours, startTime, utcOffset }: PropertyMap): void {
    if (typeof durationHours !== "number" || durationHours < 4 || durationHours > 24)
        invalidParameter(`maintenanceWindow.durationHours '${textOf(durationHours)}' must be between 4 and 24.`);
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(textOf(startTime)))
        invalidParameter(`maintenanceWindow.startTime '${textOf(startTime)}' must be in the format HH:mm.`);
    if (utcOffset !== undefined && !/^[+-]\d{2}:\d{2}$/.test(textOf(utcOffset)))
        invalidParameter(`maintenanceWindow.utcOffset '${textOf(utcOffset)}' must be in the format +/-HH:mm.`);
    const kinds = isMap(schedule) ? Object.keys(schedule) : [];
    if (kinds.length !== 1)
        invalidParameter(
            "maintenanceWindow.schedule must be one of daily, weekly, absoluteMonthly and relativeMonthly.",
        );
    if (name === "default" && !kinds.includes("weekly"))
        invalidParameter("Maintenance configuration 'default' must have a weekly schedule.");
}
