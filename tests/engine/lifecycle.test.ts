import assert from "node:assert/strict";
import { changedFiles, Engine, exported, policyPack, root } from "./engine";

/** Commands on one stack of this project. */
function stackOn(engine: () => Engine, stack: string) {
    return (command: string, ...options: string[]) => engine().pulumi(root, [command, "--stack", stack, ...options]);
}

describe("stack dev on the engine, and stack existing on its cluster", function () {
    this.timeout(180_000);
    let engine: Engine;
    let trackedBefore: string;
    const dev = stackOn(() => engine, "dev");
    const existing = stackOn(() => engine, "existing");

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
        assert.match(output, /\+ 52 created/);
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

    it("lends its cluster to stack existing, whose parts change nothing of it", async () => {
        const clusterId = (await dev("stack", "output", "clusterId")).trim();
        await engine.pulumi(root, ["config", "set", "aksguard:clusterId", clusterId, "--stack", "existing"]);
        const output = await existing("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
        assert.doesNotMatch(output, /\[mandatory\]/);
        await existing("preview", "--expect-no-changes");
        await existing("destroy", "--yes", "--skip-preview");
        await dev("preview", "--expect-no-changes");
    });

    it("goes away", async () => {
        const output = await dev("destroy", "--yes", "--skip-preview");
        assert.match(output, /- 52 deleted/);
    });

    it("leaves every tracked file as it was", () => {
        assert.equal(changedFiles(), trackedBefore);
    });
});

for (const stack of ["prod", "isolated"]) {
    describe(`stack ${stack} on the engine`, function () {
        this.timeout(240_000);
        let engine: Engine;
        const command = stackOn(() => engine, stack);

        before(() => {
            engine = Engine.create();
        });
        after(() => {
            engine.close();
        });

        it("goes up under the policy pack", async () => {
            const output = await command("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
            assert.doesNotMatch(output, /\[mandatory\]/);
        });

        it("has nothing to change afterwards, also after a refresh and an update", async () => {
            await command("preview", "--expect-no-changes");
            await command("refresh", "--yes");
            await command("up", "--yes", "--skip-preview");
            await command("refresh", "--yes");
            await command("preview", "--expect-no-changes");
        });

        it("goes away, once nothing protects it any more", async () => {
            await engine.pulumi(root, ["state", "unprotect", "--all", "--yes", "--stack", stack]);
            await command("destroy", "--yes", "--skip-preview");
            const resources = await exported(engine, root, stack);
            assert.deepEqual(resources, []);
        });
    });
}
