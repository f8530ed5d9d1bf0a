import assert from "node:assert/strict";
import { isOfLandscape } from "../../sandbox/landscape";
import type { CloudResource } from "../../sandbox/providers/cloud";
import { textOf } from "../../sandbox/providers/property";
import type { Fault } from "../../sandbox/sandbox";
import { Engine, exported, type Program } from "./engine";

const managedCluster = "azure-native:containerservice:ManagedCluster";
const agentPool = "azure-native:containerservice:AgentPool";
const cluster = (args: string) => `new aksguard.Cluster("kit", { ${args} });`;

/** What AKS says of an update while it is at work: https://aka.ms/aks-pending-operation */
const busy = {
    code: "OperationNotAllowed",
    message:
        "Operation is not allowed because there's an in progress upgrade managed cluster operation on the managed cluster. " +
        "Please wait for it to finish before starting a new operation.",
};

describe("a cluster on the engine, whatever goes wrong on the way", function () {
    this.timeout(240_000);
    let engine: Engine;
    let program: Program;

    before(() => {
        engine = Engine.create();
        program = engine.program("faults", cluster('kubernetesVersion: "1.34"'));
    });
    after(() => {
        engine.close();
    });

    const run = (args: readonly string[], expected: Parameters<Engine["pulumi"]>[2] = {}) =>
        engine.pulumi(program.folder, [...args, "--stack", "test"], expected);
    const up = (...faults: Fault[]) => run(["up", "--yes", "--skip-preview"], { faults });
    const failing = (...faults: Fault[]) => run(["up", "--yes", "--skip-preview"], { faults, fails: true });
    const found = (type: string) =>
        engine.cloud.ofType(type).filter((resource) => !isOfLandscape(resource)) as [CloudResource, ...CloudResource[]];
    const versions = () => found(agentPool).map(({ outputs }) => textOf(outputs["currentOrchestratorVersion"]));

    it("waits for a principal that is not known yet, and not for cores that are not there", async () => {
        const output = await failing(
            { operation: "create", type: "azure-native:authorization:RoleAssignment", error: "PrincipalNotFound" },
            { operation: "create", type: managedCluster, error: { code: "QuotaExceeded", message: "no cores" } },
        );
        assert.match(
            output,
            /Azure answers PrincipalNotFound, as it does until role assignments have spread; trying again in 5 seconds \(1 of 10\)/,
        );
        assert.match(output, /QuotaExceeded/);
        assert.doesNotMatch(output, /answers QuotaExceeded/);
        assert.deepEqual(found(managedCluster), []);
    });

    it("waits until rights have spread, and keeps a cluster whose creation fails halfway", async () => {
        const output = await failing(
            {
                operation: "create",
                type: managedCluster,
                error: { code: "CustomPrivateDNSZoneMissingPermissionError", message: "not yet" },
            },
            { operation: "create", type: managedCluster, error: "Failed" },
        );
        assert.match(output, /"kit": Azure answers CustomPrivateDNSZoneMissingPermissionError, as it does until/);
        assert.match(output, /OperationFailed/);
        assert.equal(found(managedCluster)[0].outputs["provisioningState"], "Failed");
    });

    it("goes on with that cluster, until Azure has had too many requests", async () => {
        const [{ id }] = found(managedCluster);
        const output = await failing({ operation: "create", type: agentPool, error: "Throttled" });
        assert.match(output, /Status=429 Code="TooManyRequests"/);
        assert.doesNotMatch(output, /replaced|deleted/);
        assert.deepEqual(
            found(managedCluster).map((made) => [made.id, made.outputs["provisioningState"]]),
            [[id, "Succeeded"]],
        );
    });

    it("is finished by the next update, with nothing lost and nothing left over", async () => {
        assert.doesNotMatch(await up(), /replaced|deleted/);
        await run(["preview", "--expect-no-changes"]);
        const known = new Set((await exported(engine, program.folder, "test")).map(({ id }) => id?.toLowerCase()));
        const strays = engine.cloud.filter(
            (resource) =>
                !isOfLandscape(resource) &&
                !known.has(resource.id.toLowerCase()) &&
                !/\/resourceGroups\/MC_|\/securityRules\//i.test(resource.id),
        );
        // The pool that a cluster is made with is no resource of its own, and neither are the rules of a security group.
        assert.deepEqual(
            strays.map(({ id }) => id.split("/").slice(-2).join("/")),
            ["agentPools/system"],
        );
    });

    it("says that it is busy, and touches nothing", async () => {
        program.write(cluster('kubernetesVersion: "1.35", nodePools: [{ name: "workload", minCount: 3 }]'));
        const output = await failing({ operation: "update", type: managedCluster, error: busy });
        assert.match(output, /OperationNotAllowed.*in progress upgrade managed cluster operation/);
        assert.deepEqual(versions(), ["1.34.4", "1.34.4"]);
    });

    it("upgrades to the next minor version afterwards, the nodes behind the control plane", async () => {
        const output = await failing({ operation: "update", type: agentPool, error: busy });
        assert.doesNotMatch(output, /replaced|deleted/);
        assert.match(textOf(found(managedCluster)[0].outputs["currentKubernetesVersion"]), /^1\.35\./);
        assert.doesNotMatch(await up(), /replaced|deleted/);
        assert.deepEqual(versions(), ["1.35.4", "1.35.4"]);
    });

    it("takes back what somebody else has changed, but not what belongs to the autoscaler", async () => {
        const { cloud } = engine;
        const [open] = found(managedCluster);
        cloud.put({ ...open, outputs: { ...open.outputs, disableLocalAccounts: false } });
        for (const pool of found(agentPool)) cloud.put({ ...pool, outputs: { ...pool.outputs, count: 4 } });
        cloud.remove(found("azure-native:monitor:DiagnosticSetting")[0].id);

        const repaired = await run(["up", "--yes", "--skip-preview", "--refresh"]);
        assert.doesNotMatch(repaired, /replaced|deleted original/);
        assert.equal(found(managedCluster)[0].outputs["disableLocalAccounts"], true);
        assert.equal(found("azure-native:monitor:DiagnosticSetting").length, 1);
        assert.deepEqual(
            found(agentPool).map(({ outputs }) => outputs["count"]),
            [4, 4],
        );
    });

    it("goes away although somebody else has deleted it", async () => {
        const [{ id, outputs }] = found(managedCluster);
        engine.cloud.remove(id);
        engine.cloud.remove(
            `${id.split("/resourceGroups/")[0] ?? ""}/resourceGroups/${textOf(outputs["nodeResourceGroup"])}`,
        );
        await run(["destroy", "--yes", "--skip-preview"]);
        assert.deepEqual(await exported(engine, program.folder, "test"), []);
        assert.deepEqual(
            found("azure-native:resources:ResourceGroup").map(({ id }) => id),
            [],
        );
    });
});
