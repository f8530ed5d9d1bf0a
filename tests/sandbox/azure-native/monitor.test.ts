import assert from "node:assert/strict";

import { type PropertyMap, textOf } from "../../../sandbox/providers/property";
import { Arm, withGroup } from "./arm";

const setting = "azure-native:monitor:DiagnosticSetting";
const rule = "azure-native:monitor:DataCollectionRule";
const association = "azure-native:monitor:DataCollectionRuleAssociation";

/** A subscription with a vault, a workspace, and the name of a cluster. */
async function withWorkspace(): Promise<{ arm: Arm; vaultId: string; workspaceId: string; customerId: string }> {
    const arm = new Arm();
    await withGroup(arm);
    const vault = await arm.create("azure-native:keyvault:Vault", {
        resourceGroupName: "rg",
        vaultName: "vault",
        properties: { tenantId: "tenant", sku: { family: "A", name: "standard" } },
    });
    const workspace = await arm.create("azure-native:operationalinsights:Workspace", { resourceGroupName: "rg" });
    const { id: workspaceId, outputs } = workspace;
    return { arm, vaultId: vault.id, workspaceId, customerId: textOf(outputs.customerId) };
}

const logs = (...categories: string[]) => categories.map((category) => ({ category, enabled: true }));

describe("diagnostic settings", () => {
    it("answer with a retention that nobody set, and forget where the logs were to go", async () => {
        const { arm, vaultId: resourceUri, workspaceId } = await withWorkspace();
        const { outputs } = await arm.create(setting, {
            resourceUri,
            workspaceId,
            logs: logs("AuditEvent"),
            logAnalyticsDestinationType: "Dedicated",
        });
        assert.deepEqual(outputs.logs, [
            { category: "AuditEvent", enabled: true, retentionPolicy: { days: 0, enabled: false } },
        ]);
        assert.equal(outputs.logAnalyticsDestinationType ?? null, null);
    });

    it("are refused without a place to send to, or one that is not there", async () => {
        const { arm, vaultId: resourceUri, workspaceId } = await withWorkspace();
        await assert.rejects(
            arm.create(setting, { resourceUri, logs: logs("AuditEvent") }),
            /Code="BadRequest".*At least one data sink/,
        );
        await assert.rejects(
            arm.create(setting, { resourceUri, workspaceId: `${workspaceId}-gone`, logs: logs("AuditEvent") }),
            /Code="ResourceNotFound"/,
        );
    });

    it("are refused where another one sends the same to the same place", async () => {
        const { arm, vaultId: resourceUri, workspaceId } = await withWorkspace();
        await arm.create(setting, { resourceUri, workspaceId, logs: logs("AuditEvent"), name: "first" });
        await assert.rejects(
            arm.create(setting, { resourceUri, workspaceId, logs: logs("AuditEvent"), name: "second" }),
            /Code="Conflict".*already used in diagnostic setting 'first' for category 'AuditEvent'/,
        );
        await arm.create(setting, { resourceUri, workspaceId, logs: logs("Other"), name: "third" });
    });
});

describe("data collection rules", () => {
    const inputs = (workspaceResourceId: string, destination = "workspace"): PropertyMap => ({
        resourceGroupName: "rg",
        destinations: { logAnalytics: [{ name: "workspace", workspaceResourceId }] },
        dataFlows: [{ streams: ["Microsoft-KubeEvents"], destinations: [destination] }],
    });

    it("answer with the ids that agents use", async () => {
        const { arm, workspaceId, customerId } = await withWorkspace();
        const { outputs } = await arm.create(rule, inputs(workspaceId));
        assert.match(textOf(outputs.immutableId), /^dcr-[0-9a-f]{32}$/);
        assert.deepEqual(outputs.destinations, {
            logAnalytics: [{ name: "workspace", workspaceResourceId: workspaceId, workspaceId: customerId }],
        });
    });

    it("are refused without their workspace, and with a destination that they do not define", async () => {
        const { arm, workspaceId } = await withWorkspace();
        await assert.rejects(arm.create(rule, inputs(`${workspaceId}-gone`)), /Code="ResourceNotFound"/);
        await assert.rejects(arm.create(rule, inputs(workspaceId, "elsewhere")), /Code="InvalidPayload"/);
    });

    it("are there before a resource is associated with them", async () => {
        const { arm, vaultId: resourceUri } = await withWorkspace();
        await assert.rejects(
            arm.create(association, { resourceUri, dataCollectionRuleId: "/nowhere" }),
            /Code="InvalidResourceReference"/,
        );
    });
});
