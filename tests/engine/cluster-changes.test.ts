import assert from "node:assert/strict";
import { Engine, exported, type Program } from "./engine";

const ranges = 'authorizedIpRanges: ["203.0.113.0/24"]';
const privateLink = 'apiServerConnection: "PrivateLink"';
const cluster = (args: string) => `const kit = new aksguard.Cluster("kit", { ${args} });`;
const changed = 'tier: "Premium", tags: { team: "platform" }, systemNodePool: { minCount: 3 }, registry: {}';
const one = '{ name: "one", maxCount: 9, labels: { disk: "ssd" } }';
const larger = '{ name: "new", vmSize: "Standard_D8ds_v5" }';
const managedCluster = "azure-native:containerservice:ManagedCluster";

describe("changes of a cluster on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;
    let program: Program;
    let id: string | undefined;
    const run = (command: string, options: readonly string[], fails = false) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options], { fails });
    const up = (fails = false) => run("up", ["--yes", "--skip-preview"], fails);
    const preview = (fails = false) => run("preview", [], fails);
    const clusters = () => engine.cloud.ofType(managedCluster).map((made) => made.id);

    before(() => {
        engine = Engine.create();
        program = engine.program("changes", cluster('nodePools: [{ name: "one" }, { name: "old" }]'));
    });
    after(() => {
        engine.close();
    });

    it("are refused where they would replace it, at preview and before anything is touched", async () => {
        await up();
        id = (await exported(engine, program.folder, "test")).find(({ type }) => type === managedCluster)?.id;
        program.write(cluster('egress: "None", registry: {}'));
        const expected = /Cluster "kit": egress changed \(egress from userAssignedNATGateway to none\)\./;
        assert.match(await preview(true), expected);
        assert.match(await up(true), expected);
        assert.ok(id !== undefined && clusters().includes(id));
    });

    it("are refused where a pool would have another size under its name", async () => {
        program.write(cluster('nodePools: [{ name: "one", vmSize: "Standard_D8ds_v5" }, { name: "old" }]'));
        assert.match(
            await preview(true),
            /NodePool "kit-one": vmSize changed \(vmSize from Standard_D4ds_v5 to Standard_D8ds_v5\)\./,
        );
    });

    it("are many at once, and replace nothing", async () => {
        const grants =
            '[{ name: "deployer", principalId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", principalType: "User", role: "Reader" }]';
        program.write(
            [
                cluster(`${ranges}, ${changed}, nodePools: [${one}, { name: "old" }, ${larger}]`),
                // Beside the one that a cluster makes itself.
                `new aksguard.ClusterAccess("kit", { clusterId: kit.clusterId, grants: ${grants} });`,
            ].join("\n"),
        );
        assert.doesNotMatch(await up(), /replaced|deleted/);
        await run("preview", ["--expect-no-changes"]);
        assert.ok(clusters().includes(id ?? ""));
    });

    it("close the API server again, and rotate a pool by name without touching another", async () => {
        program.write(cluster(`${changed}, nodePools: [${one}, ${larger}]`));
        const output = await up();
        assert.match(output, /AgentPool +kit-old deleted/);
        assert.doesNotMatch(output, /replaced|AgentPool +kit-(new|one)/);
        assert.ok(clusters().includes(id ?? ""));
    });

    it("give it two pools of one name below two parents", async () => {
        const pool = (parent: string, name: string) =>
            `new aksguard.NodePool("extra", { clusterId: kit.clusterId, subnetId: kit.nodeSubnetId, name: "${name}" },
                { parent: new pulumi.ComponentResource("test:index:${parent}", "${parent}") });`;
        program.write(
            [cluster('nodePools: [{ name: "one" }]'), pool("One", "first"), pool("Two", "second")].join("\n"),
        );
        assert.equal((await preview()).match(/aksguard:index:NodePool +extra +create/g)?.length, 2);
    });

    it("do not open one that was made with PrivateLink, at preview", async () => {
        program = engine.program("private-link", cluster(privateLink));
        await up();
        program.write(cluster(`${privateLink}, ${ranges}`));
        assert.match(
            await preview(true),
            /Cluster "kit": authorizedIpRanges was added, which would make the API server public\. This cluster was made with connection PrivateLink, where it stays private/,
        );
    });
});
