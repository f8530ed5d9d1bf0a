import { MaintenanceConfiguration } from "@pulumi/azure-native/containerservice/index.js";
import * as pulumi from "@pulumi/pulumi";
import { partsOf } from "../arguments/resource-id";
import { checkArguments } from "../arguments/rules";
import { maintenanceWindows } from "./maintenance-window";
import type { MaintenanceWindowsArgs } from "./maintenance-windows-args";
import { maintenanceWindowsRules } from "./maintenance-windows-rules";

/**
 * When AKS may update a cluster: its weekly releases, upgrades to other Kubernetes versions, and the operating system
 * of the nodes. Without any argument but the cluster, all three have one window: Sunday, 01:00 to 09:00 UTC. Works on
 * any cluster, by id.
 *
 * Practice 4. The windows say when; what is updated at all, the upgrade channels of the cluster decide. They are best
 * effort: AKS keeps the right to urgent fixes. https://learn.microsoft.com/azure/aks/planned-maintenance
 */
export class MaintenanceWindows extends pulumi.ComponentResource {
    /** ARM ids of the three maintenance configurations, by the names that ARM gives them. */
    readonly configurationIds: pulumi.Output<Record<string, string>>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: MaintenanceWindowsArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("MaintenanceWindows", name, args, maintenanceWindowsRules, opts);
        super("aksguard:index:MaintenanceWindows", name, {}, opts);

        const cluster = partsOf(args.clusterId);
        const windows = maintenanceWindows(args);
        const configure = (
            suffix: string,
            configName: keyof typeof windows,
            dependsOn: pulumi.CustomResourceOptions["dependsOn"],
        ) =>
            new MaintenanceConfiguration(
                `${name}-${suffix}`,
                {
                    resourceGroupName: cluster.resourceGroupName,
                    resourceName: cluster.name,
                    configName,
                    maintenanceWindow: windows[configName],
                },
                { parent: this, ...(dependsOn && { dependsOn }) },
            );

        // One after the other: AKS refuses to write while it still writes the one before.
        const releases = configure("releases", "default", checked);
        const kubernetes = configure("kubernetes", "aksManagedAutoUpgradeSchedule", [releases]);
        const nodes = configure("nodes", "aksManagedNodeOSUpgradeSchedule", [kubernetes]);

        const ids: Record<keyof typeof windows, pulumi.Output<string>> = {
            default: releases.id,
            aksManagedAutoUpgradeSchedule: kubernetes.id,
            aksManagedNodeOSUpgradeSchedule: nodes.id,
        };
        this.configurationIds = pulumi.output<Record<string, pulumi.Output<string>>>(ids);
        this.registerOutputs({ configurationIds: this.configurationIds });
    }
}
