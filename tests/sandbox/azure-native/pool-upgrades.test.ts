import assert from "node:assert/strict";

import { type PropertyMap, textOf, valueAt } from "../../../sandbox/providers/property";
import type { Arm, Created } from "./arm";
import { foundation } from "./hardened-cluster";

const type = "azure-native:containerservice:AgentPool";

describe("how a pool is upgraded", () => {
    let arm: Arm;
    let pool: PropertyMap;
    let control: Created;

    before(async () => {
        const built = await foundation();
        arm = built.arm;
        const { resourceGroupName = "", resourceName = "" } = built.cluster;
        control = await arm.create("azure-native:containerservice:ManagedCluster", built.cluster);
        pool = { resourceGroupName, resourceName, agentPoolName: "workload", vmSize: "Standard_D4ds_v5", count: 1 };
    });

    const refusals: Record<string, { settings: PropertyMap; message: RegExp }> = {
        "a surge in words": { settings: { maxSurge: "half" }, message: /maxSurge 'half' of pool workload must be/ },
        "no time to drain": {
            settings: { drainTimeoutInMinutes: 4 },
            message: /drainTimeoutInMinutes '4' of pool workload must be between 5 and 1440/,
        },
        "a long time to soak": {
            settings: { nodeSoakDurationInMinutes: 31 },
            message: /nodeSoakDurationInMinutes '31' of pool workload must be between 0 and 30/,
        },
        "something else to do with nodes that do not drain": {
            settings: { undrainableNodeBehavior: "Delete" },
            message: /undrainableNodeBehavior 'Delete' of pool workload must be Cordon or Schedule/,
        },
    };
    for (const [title, { settings, message }] of Object.entries(refusals)) {
        it(`is refused with ${title}`, async () => {
            await assert.rejects(arm.create(type, { ...pool, upgradeSettings: settings }), (error: Error) => {
                assert.match(error.message, message);
                return true;
            });
        });
    }

    it("is as it was given", async () => {
        const upgradeSettings = {
            maxSurge: "33%",
            drainTimeoutInMinutes: 30,
            nodeSoakDurationInMinutes: 0,
            undrainableNodeBehavior: "Cordon",
        };
        const { outputs } = await arm.create(type, { ...pool, upgradeSettings });
        assert.deepEqual(valueAt(outputs, "upgradeSettings"), upgradeSettings);
    });

    it("leaves the number of nodes to the autoscaler, within its limits", async () => {
        const { resourceGroupName = "", resourceName = "", vmSize = "" } = pool;
        const limits = { enableAutoScaling: true, minCount: 2, maxCount: 5 };
        const scaled = { resourceGroupName, resourceName, agentPoolName: "scaled", vmSize, ...limits };
        const made = await arm.create(type, { ...scaled, count: 4 });
        const count = async (change: PropertyMap) =>
            valueAt(await arm.update(type, made, { ...scaled, ...change }), "count");
        assert.equal(await count({}), 4);
        assert.equal(await count({ maxCount: 3 }), 3);
        assert.equal(await count({ minCount: 6, maxCount: 9 }), 6);
    });

    it("leaves nodes at their version until another one is asked for, which is not newer than the control plane's", async () => {
        const named = { ...pool, agentPoolName: "versions" };
        const cluster = "azure-native:containerservice:ManagedCluster";
        const versions = async (change: PropertyMap) =>
            valueAt(await arm.update(type, made, { ...named, ...change }), "currentOrchestratorVersion");
        const made = await arm.create(type, named);
        const old = valueAt(made.outputs, "currentOrchestratorVersion");
        await assert.rejects(versions({ orchestratorVersion: "1.36" }), /NodePoolMcVersionIncompatible/);
        await arm.update(cluster, control, { ...control.inputs, kubernetesVersion: "1.36" });
        assert.equal(await versions({ count: 2 }), old);
        assert.match(textOf(await versions({ orchestratorVersion: "1.36" })), /^1\.36\.\d+$/);
    });
});
