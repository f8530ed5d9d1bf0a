import assert from "node:assert/strict";
import * as aksguard from "../../components";
import { record } from "../recorded-program";
import { evaluate } from "../policy-pack/policy-tester";
import { itGuardsOrHoldsEachValue, objectionsTo } from "./contract";

const clusterId =
    "/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/given/providers/Microsoft.ContainerService/managedClusters/prod";
const recorded = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/group/providers";
const workspaceId = `${recorded}/azure-native/operationalinsights/Workspace/kit`;
const args: aksguard.MonitoringArgs = { clusterId, resourceGroupName: "group" };
const program = () => new aksguard.Monitoring("kit", args);

const auditLogs = "diagnostic-setting-audit-logs-enabled";

describe("contract of monitoring and policies", () => {
    it("no policy objects, nor to fewer logs", async () => {
        assert.deepEqual(await objectionsTo(program), []);
        const logCategories = [aksguard.ClusterLogCategory.KubeAuditAdmin, aksguard.ClusterLogCategory.Guard];
        assert.deepEqual(await objectionsTo(() => new aksguard.Monitoring("kit", { ...args, logCategories })), []);
    });

    it("no single audit log can be lost where only one of the two is kept", async () => {
        const logCategories = ["kube-audit-admin", "guard"];
        const registrations = await record(() => new aksguard.Monitoring("kit", { ...args, logCategories }));
        const setting = registrations.find(({ type }) => type === "azure-native:monitor:DiagnosticSetting");
        assert.ok(setting !== undefined);
        assert.equal((setting.inputs as { workspaceId?: string }).workspaceId, workspaceId);
        for (const index of [0, 1]) {
            const logs = logCategories.map((category, other) => ({ category, enabled: index !== other }));
            const verdicts = await evaluate({ type: setting.type, props: { ...setting.inputs, logs } });
            assert.equal(verdicts.get(auditLogs)?.violations.length, 1);
        }
    });

    itGuardsOrHoldsEachValue({
        program,
        type: "azure-native:monitor:DiagnosticSetting",
        guarded: {
            "logs[2].category": [auditLogs],
            "logs[2].enabled": [auditLogs],
            workspaceId: ["diagnostic-setting-sink-set"],
        },
        held: {
            resourceUri: clusterId,
            logAnalyticsDestinationType: "Dedicated",
            // Each of the two audit logs makes up for the other.
            ...logsHeld(["kube-audit-admin", "kube-audit"], 0),
            ...logsHeld(
                [
                    "kube-apiserver",
                    "kube-controller-manager",
                    "kube-scheduler",
                    "cluster-autoscaler",
                    "cloud-controller-manager",
                    "csi-azuredisk-controller",
                    "csi-azurefile-controller",
                    "csi-snapshot-controller",
                ],
                3,
            ),
        },
    });

    // No practice speaks of workspaces, nor of what is collected beyond audit logs.
    itGuardsOrHoldsEachValue({
        program,
        type: "azure-native:operationalinsights:Workspace",
        guarded: {},
        held: {
            resourceGroupName: "group",
            "sku.name": "PerGB2018",
            retentionInDays: 90,
            publicNetworkAccessForIngestion: "Enabled",
            publicNetworkAccessForQuery: "Enabled",
        },
    });
    itGuardsOrHoldsEachValue({
        program,
        type: "azure-native:monitor:DataCollectionRuleAssociation",
        guarded: {},
        held: {
            associationName: "ContainerInsightsExtension",
            resourceUri: clusterId,
            dataCollectionRuleId: `${recorded}/azure-native/monitor/DataCollectionRule/kit`,
        },
    });
});

function logsHeld(categories: readonly string[], from: number): Record<string, unknown> {
    const held: Record<string, unknown> = {};
    for (const [index, category] of categories.entries()) {
        held[`logs[${String(index + from)}].category`] = category;
        held[`logs[${String(index + from)}].enabled`] = true;
    }
    return held;
}
