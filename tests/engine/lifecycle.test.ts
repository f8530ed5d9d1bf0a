import assert from "node:assert/strict";
import { changedFiles, Engine, exported, policyPack, root } from "./engine";

describe("stack dev on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    let trackedBefore: string;
    const dev = (command: string, ...options: string[]) => engine.pulumi(root, [command, "--stack", "dev", ...options]);

    before(() => {
        engine = Engine.create();
        trackedBefore = changedFiles();
    });
    after(() => {
        engine.close();
    });

    it("goes up under the policy pack", async () => {
        const output = await dev("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
        assert.match(output, /aksguard@v0\.1\.0/);
        assert.doesNotMatch(output, /\[mandatory\]/);
        assert.match(output, /\+ 29 created/);
        assert.match(output, /kubeconfig +: \[secret\]/);
    });

    it("has nothing to change afterwards", async () => {
        await dev("preview", "--expect-no-changes");
    });

    it("keeps its node pools through refresh and update", async () => {
        await dev("refresh", "--yes");
        await dev("up", "--yes", "--skip-preview");
        await dev("refresh", "--yes");
        await dev("preview", "--expect-no-changes");
        const resources = await exported(engine, root, "dev");
        const cluster = resources.find(({ type }) => type === "azure-native:containerservice:ManagedCluster");
        const pools = cluster?.outputs?.["agentPoolProfiles"] as { name: string }[];
        assert.deepEqual(pools.map(({ name }) => name).sort(), ["system", "workload"]);
    });

    it("holds nothing in plain text that is secret", async () => {
        const resources = await exported(engine, root, "dev");
        const cluster = resources.find(({ type }) => type === "aksguard:index:Cluster");
        assert.equal(typeof (cluster?.outputs?.["kubeconfig"] as { ciphertext?: unknown }).ciphertext, "string");
    });

    it("is judged by `policy analyze` as by a preview", async () => {
        const output = await engine.pulumi(root, ["policy", "analyze", "--stack", "dev", "--policy-pack", policyPack]);
        assert.match(output, /aksguard@v0\.1\.0/);
        assert.doesNotMatch(output, /\[mandatory\]/);
    });

    it("goes away", async () => {
        const output = await dev("destroy", "--yes", "--skip-preview");
        assert.match(output, /- 29 deleted/);
    });

    it("leaves every tracked file as it was", () => {
        assert.equal(changedFiles(), trackedBefore);
    });
});
