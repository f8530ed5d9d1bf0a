/**
 * Without windows, AKS updates a cluster and its nodes at any hour, and the workloads move when they are needed most.
 *
 * Checked property:  MaintenanceConfiguration `configName` of a cluster; `maintenanceWindowAutoUpgrade` and
 *                    `maintenanceWindowNodeOs` of a classic cluster
 * Compliant values:  one window `aksManagedAutoUpgradeSchedule`, one `aksManagedNodeOSUpgradeSchedule`
 * When unset:        violation
 * Ruling:            both are demanded whatever the channels are: a channel that is turned on later finds its window
 */
import { each, some } from "../../policy";
import { clusterReferences, type ClusterReferences, type Schedule } from "../../resources/cluster-references";
import { updateWindow, type UpdateWindow } from "../../resources/maintenance-configuration";
import { defineStackPolicy, doubts, type Relation } from "../../stack-policy";

const updated: Readonly<Record<Schedule, string>> = {
    aksManagedAutoUpgradeSchedule: "AKS upgrades Kubernetes",
    aksManagedNodeOSUpgradeSchedule: "AKS updates the nodes",
};

const windowOfCluster: Relation<UpdateWindow, ClusterReferences> = {
    from: updateWindow,
    to: clusterReferences,
    reference: ({ clusterName }) => clusterName,
};

export const clusterMaintenanceWindowsSet = defineStackPolicy({
    name: "cluster-maintenance-windows-set",
    description: "AKS clusters must have windows for the upgrades of Kubernetes and for the updates of nodes.",
    remediationSteps:
        "Give the cluster a maintenance configuration `aksManagedAutoUpgradeSchedule` and one `aksManagedNodeOSUpgradeSchedule`.",
    severity: "medium",
    practice: 4,
    equivalents: ["azure-policy:e1352e44-d34d-4e4d-a22e-451a15f759a1", "psrule:AZR-000446"],
    subject: clusterReferences,
    related: [updateWindow],
    *judge({ ownWindow }, cluster, stack) {
        const { found, undecided } = stack.sources(windowOfCluster, cluster);
        yield* each(Object.entries(updated) as [Schedule, string][], function* ([schedule, what]) {
            const own = ownWindow(schedule);
            const isSet = some(
                () => own?.isGiven ?? false,
                ...found.map(
                    ({ view }) =>
                        () =>
                            view.schedule.string()?.toLowerCase() === schedule.toLowerCase(),
                ),
                ...doubts(undecided),
            );
            if (isSet) return;
            yield own === undefined
                ? `\`${cluster.properties.path}\` is without a MaintenanceConfiguration \`${schedule}\`, and ${what} at any hour; set it to a window of four hours or more.`
                : `\`${own.path}\` is unset, and ${what} at any hour; set it to a window of four hours or more.`;
        });
    },
});
