import { DataCollectionRule, DataCollectionRuleAssociation } from "@pulumi/azure-native/monitor/index.js";
import * as pulumi from "@pulumi/pulumi";
import { checkArguments } from "../arguments/rules";
import { dataCollectionRuleArgs } from "./data-collection-rule";
import { createDiagnosticSetting } from "./diagnostic-setting";
import { ClusterLogCategory, type MonitoringArgs } from "./monitoring-args";
import { monitoringRules } from "./monitoring-rules";
import { createWorkspace } from "./workspace";

/**
 * What a cluster tells of itself, kept in a Log Analytics workspace: the logs of the control plane, with every request
 * to the API server and who made it, and what Container Insights collects on the nodes. Works on any cluster, by id;
 * Container Insights needs the monitoring add-on (`omsagent`) of the cluster, with Entra ID authentication and the same
 * workspace, which a `Cluster` has.
 *
 * Practice 7. It costs by what is sent and how long it is kept: `logCategories`, `collectionInterval`,
 * `excludedNamespaces` and `retentionInDays` decide that. https://learn.microsoft.com/azure/aks/monitor-aks
 */
export class Monitoring extends pulumi.ComponentResource {
    /** ARM id of the workspace. */
    readonly workspaceId: pulumi.Output<string>;
    /** ARM id of the rule that says what is collected on the nodes. */
    readonly dataCollectionRuleId: pulumi.Output<string>;
    /** ARM id of the setting that sends the logs of the control plane. */
    readonly diagnosticSettingId: pulumi.Output<string>;

    /** @throws every argument that cannot work, in one error, before anything is registered. */
    constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
        const checked = checkArguments("Monitoring", name, args, monitoringRules, opts);
        super("aksguard:index:Monitoring", name, {}, opts);

        const options = { parent: this, dependsOn: checked };
        const workspaceId = args.workspaceId ?? createWorkspace(name, workspaceParts(args), options).id;
        const diagnosticSetting = createDiagnosticSetting(
            name,
            {
                resourceId: args.clusterId,
                workspaceId,
                categories: args.logCategories ?? Object.values(ClusterLogCategory),
            },
            options,
        );
        const rule = new DataCollectionRule(name, dataCollectionRuleArgs(name, args, workspaceId), options);
        new DataCollectionRuleAssociation(
            name,
            // The agent finds its rule by this name.
            {
                associationName: "ContainerInsightsExtension",
                resourceUri: args.clusterId,
                dataCollectionRuleId: rule.id,
            },
            options,
        );

        this.workspaceId = pulumi.output(workspaceId);
        this.dataCollectionRuleId = rule.id;
        this.diagnosticSettingId = diagnosticSetting.id;
        this.registerOutputs({
            workspaceId: this.workspaceId,
            dataCollectionRuleId: this.dataCollectionRuleId,
            diagnosticSettingId: this.diagnosticSettingId,
        });
    }
}

function workspaceParts({ resourceGroupName, location, tags, retentionInDays }: MonitoringArgs) {
    return { resourceGroupName, location, tags, retentionInDays };
}
