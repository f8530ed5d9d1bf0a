import type { ResourceKind } from "../policy";
import type { Property } from "../property";
import { azureClassic, azureNative } from "./type-token";

/** When AKS may update a cluster. */
export interface MaintenanceConfiguration {
    /** Lengths of windows in hours, unread. */
    readonly durations: readonly Property[];
    /** Days of the older shape, each with a list of the hours that are open: one list for each window. */
    readonly openDays: readonly OpenDays[];
}

/** Days with open hours; the window is as long as the longest row of hours on one of them. */
export interface OpenDays {
    /** The list of days. */
    readonly path: string;
    /** Hours in a row. */
    readonly longest: () => number;
}

const isNative = azureNative("containerservice", "MaintenanceConfiguration");
const isClassic = azureClassic("containerservice", "KubernetesCluster");

/** Maintenance windows: MaintenanceConfiguration of azure-native, and the windows inside of clusters of the classic provider. */
export const maintenanceConfiguration: ResourceKind<MaintenanceConfiguration> = {
    name: "MaintenanceConfiguration",
    matches: (type) => isNative(type) || isClassic(type),
    *views({ type, properties }) {
        yield isNative(type) ? native(properties) : classic(properties);
    },
};

function native(configuration: Property): MaintenanceConfiguration {
    return {
        get durations() {
            return given(configuration.at("maintenanceWindow")).map((window) => window.at("durationHours"));
        },
        get openDays() {
            return given(configuration.at("timeInWeek")).map((days) => openDays(days, "hourSlots"));
        },
    };
}

/** Names of versions 6 and 5 of the classic provider. */
function classic(cluster: Property): MaintenanceConfiguration {
    return {
        get durations() {
            return ["maintenanceWindowAutoUpgrade", "maintenanceWindowNodeOs"]
                .flatMap((name) => given(cluster.at(name)))
                .map((window) => window.at("duration"));
        },
        get openDays() {
            return given(cluster.in("maintenanceWindow", "alloweds")).map((days) => openDays(days, "hours"));
        },
    };
}

function given(property: Property): Property[] {
    return property.isGiven ? [property] : [];
}

function openDays(days: Property, hours: string): OpenDays {
    return {
        path: days.path,
        longest: () => Math.max(0, ...days.elements().map((day) => longestRow(hoursOf(day.at(hours))))),
    };
}

function hoursOf(list: Property): number[] {
    return list
        .elements()
        .map((hour) => hour.number() ?? 0)
        .sort((one, other) => one - other);
}

function longestRow(hours: readonly number[]): number {
    let longest = 0;
    let row = 0;
    for (const [index, hour] of hours.entries()) {
        row = hours[index - 1] === hour - 1 ? row + 1 : 1;
        longest = Math.max(longest, row);
    }
    return longest;
}

/** A window for one of the plans by which AKS updates a cluster. */
export interface UpdateWindow {
    /** The plan: the name of the configuration. */
    readonly schedule: Property;
    /** The name of the cluster. */
    readonly clusterName: Property;
}

/** Windows that are resources of their own: clusters of the classic provider have theirs inside. */
export const updateWindow: ResourceKind<UpdateWindow> = {
    name: "MaintenanceConfiguration",
    matches: isNative,
    *views({ properties }) {
        yield { schedule: properties.at("configName"), clusterName: properties.at("resourceName") };
    },
};
