import assert from "node:assert/strict";
import { changedFiles, Engine, exported, policyPack, root, type Program } from "./engine";

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
        assert.ok(created > 50, `${String(created)} created`);
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
        assert.equal(counted(output, "deleted"), created);
    });

    it("leaves every tracked file as it was", () => {
        assert.equal(changedFiles(), trackedBefore);
    });
});

/** A cluster as somebody else made it: with Entra ID and Cilium, and nothing that this project would add. */
const clusterOfOthers = `
const azure = require("@pulumi/azure-native");
const { objectId, subscriptionId } = azure.authorization.getClientConfigOutput();
const group = new azure.resources.ResourceGroup("platform");
const cluster = new azure.containerservice.ManagedCluster("shared", {
    resourceGroupName: group.name,
    dnsPrefix: "shared",
    identity: { type: "SystemAssigned" },
    enableRBAC: true,
    aadProfile: { managed: true, enableAzureRBAC: true },
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
    addonProfiles: { azurepolicy: { enabled: true } },
    networkProfile: { networkPlugin: "azure", networkPluginMode: "overlay", networkDataplane: "cilium", networkPolicy: "cilium" },
    agentPoolProfiles: [{ name: "system", mode: "System", vmSize: "Standard_D4ds_v5", count: 3 }],
});
new azure.authorization.RoleAssignment("deployer", {
    scope: cluster.id,
    principalId: objectId,
    principalType: "User",
    roleAssignmentName: "0b9b6a0e-6f0c-4c8e-9a39-3f1f3b3d7c11",
    roleDefinitionId: pulumi.interpolate\`/subscriptions/\${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b\`,
});
exports.clusterId = cluster.id;`;

describe("stack existing on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;
    let others: Program;
    const existing = stackOn(() => engine, "existing");

    before(async () => {
        engine = Engine.create();
        others = engine.program("others", clusterOfOthers);
        await engine.pulumi(others.folder, ["up", "--stack", "test", "--yes", "--skip-preview"]);
        const clusterId = await engine.pulumi(others.folder, ["stack", "output", "clusterId", "--stack", "test"]);
        await engine.pulumi(root, ["config", "set", "aksguard:clusterId", clusterId.trim(), "--stack", "existing"]);
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

    it("changed nothing of the cluster", async () => {
        await engine.pulumi(others.folder, ["preview", "--stack", "test", "--expect-no-changes", "--refresh"]);
    });

    it("goes away, and leaves the cluster", async () => {
        await existing("destroy", "--yes", "--skip-preview");
        assert.deepEqual(await exported(engine, root, "existing"), []);
        await engine.pulumi(others.folder, ["preview", "--stack", "test", "--expect-no-changes", "--refresh"]);
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
