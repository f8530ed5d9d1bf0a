import assert from "node:assert/strict";
import { objectType } from "../../sandbox/kubernetes/object-type";
import { existingClusterId } from "../../sandbox/landscape";
import { changedFiles, Engine, exported, policyPack, root, shownByReadme } from "./engine";

/** Commands on one stack of this project. */
function stackOn(engine: () => Engine, stack: string) {
    return (command: string, ...options: string[]) => engine().pulumi(root, [command, "--stack", stack, ...options]);
}

/** Counts what a command did, such as "created". */
function counted(output: string, what: string): number {
    return Number(new RegExp(`[+~-] (\\d+) ${what}`).exec(output)?.[1]);
}

describe("stack dev on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;
    let trackedBefore: string;
    let created: number;
    const dev = stackOn(() => engine, "dev");

    before(() => {
        engine = Engine.create();
        trackedBefore = changedFiles();
    });
    after(() => {
        engine.close();
    });

    it("goes up under the policy pack", async () => {
        const output = await dev("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
        created = counted(output, "created");
        assert.match(output, /aksguard@v0\.1\.0/);
        assert.doesNotMatch(output, /\[mandatory\]/);
        assert.ok(created > 40, `${String(created)} created`);
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

    it("gets a gateway later, and keeps its cluster", async () => {
        const output = await dev("preview", "--config", "aksguard:ingress=ApplicationGateway");
        assert.match(output, /ApplicationGateway +dev-ingress create/);
        assert.doesNotMatch(output, /replace|delete/);
    });

    it("goes away", async () => {
        const output = await dev("destroy", "--yes", "--skip-preview");
        assert.equal(counted(output, "deleted"), created);
    });

    it("leaves every tracked file as it was", () => {
        assert.equal(changedFiles(), trackedBefore);
    });
});

describe("stack existing on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;
    let clusterBefore: object;
    const existing = stackOn(() => engine, "existing");

    /** The cluster that is in the sandbox from the start, as the cloud has it. */
    function cluster(): object {
        const found = engine.cloud.get(existingClusterId);
        assert.ok(found);
        return found;
    }

    before(async () => {
        engine = Engine.create();
        await engine.run(root, ["true"]);
        clusterBefore = cluster();
    });
    after(() => {
        engine.close();
    });

    it("adds its parts under the policy pack, and has nothing to change afterwards", async () => {
        const output = await existing("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
        assert.doesNotMatch(output, /\[mandatory\]/);
        await existing("preview", "--expect-no-changes");
        await existing("refresh", "--yes");
        await existing("preview", "--expect-no-changes");
    });

    it("lets nobody start a privileged pod, as the README shows", async () => {
        const run = "kubectl run root --image=nginx --privileged --namespace workload";
        const pod = {
            apiVersion: "v1",
            kind: "Pod",
            metadata: { name: "root", namespace: "workload" },
            spec: { containers: [{ name: "root", image: "nginx", securityContext: { privileged: true } }] },
        };
        const reference = { type: objectType("", "v1", "Pod"), namespace: "workload", name: "root" };
        const options = { fieldManager: "kubectl-run", force: false, dryRun: false };
        await assert.rejects(
            engine.inCluster(existingClusterId, (server) => server.apply(reference, pod, options)),
            ({ message }: Error) => {
                const shown = shownByReadme(`npm run sandbox -- ${run}`);
                assert.deepEqual([`Error from server (Forbidden): ${message}`], shown);
                return true;
            },
        );
    });

    it("goes away, and has changed nothing of the cluster", async () => {
        assert.deepEqual(cluster(), clusterBefore);
        await existing("destroy", "--yes", "--skip-preview");
        assert.deepEqual(cluster(), clusterBefore);
        assert.deepEqual(await exported(engine, root, "existing"), []);
    });

    it("says in words which cluster it did not find", async () => {
        await engine.pulumi(root, [
            "config",
            "set",
            "aksguard:clusterId",
            `${existingClusterId}-2`,
            "--stack",
            "existing",
        ]);
        const output = await engine.pulumi(root, ["preview", "--stack", "existing"], { fails: true });
        assert.match(output, /ClusterConnection "existing": the cluster .*shared-2 was not found/);
        assert.doesNotMatch(output, /unhandled exception|at Object/);
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

        it("has nothing to change afterwards", async () => {
            await command("preview", "--expect-no-changes");
        });

        it("goes away, once nothing protects and locks it any more", async () => {
            await engine.pulumi(root, ["config", "set", "aksguard:protect", "false", "--stack", stack]);
            await command("up", "--yes", "--skip-preview");
            await command("destroy", "--yes", "--skip-preview");
            assert.deepEqual(await exported(engine, root, stack), []);
        });
    });
}
