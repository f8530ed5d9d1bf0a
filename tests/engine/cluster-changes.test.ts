import assert from "node:assert/strict";
import { Engine, exported, type Program } from "./engine";

const ranges = 'authorizedIpRanges: ["203.0.113.0/24"]';
const privateLink = 'apiServerConnection: "PrivateLink"';

describe("changes of a cluster on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;

    beforeEach(() => {
        engine = Engine.create();
    });
    afterEach(() => {
        engine.close();
    });

    const cluster = (args: string) => `new aksguard.Cluster("kit", { ${args} });`;
    const up = (program: Program, fails = false) =>
        engine.pulumi(program.folder, ["up", "--stack", "test", "--yes", "--skip-preview"], { fails });
    const preview = (program: Program, fails = false) =>
        engine.pulumi(program.folder, ["preview", "--stack", "test"], { fails });

    it("opens and closes the API server without a new cluster", async () => {
        const program = engine.program("knob", cluster(""));
        await up(program);
        const id = await clusterId(program);
        program.write(cluster(ranges));
        await up(program);
        assert.equal(await clusterId(program), id);
        program.write(cluster(""));
        await up(program);
        assert.equal(await clusterId(program), id);
    });

    it("refuses to open a private cluster made with PrivateLink, at preview", async () => {
        const program = engine.program("private-link", cluster(privateLink));
        await up(program);
        program.write(cluster(`${privateLink}, ${ranges}`));
        const output = await preview(program, true);
        assert.match(
            output,
            /Cluster "kit": authorizedIpRanges was added, which would make the API server public\. This cluster was made with connection PrivateLink, where it stays private/,
        );
    });

    it("refuses what would replace the cluster, at preview and before anything is touched", async () => {
        const program = engine.program("replacement", cluster(""));
        await up(program);
        const id = await clusterId(program);
        program.write(cluster('egress: "None", registry: {}'));
        const expected = /Cluster "kit": egress changed \(egress from userAssignedNATGateway to none\)\./;
        assert.match(await preview(program, true), expected);
        assert.match(await up(program, true), expected);
        assert.equal(await clusterId(program), id);
    });

    it("refuses another size of a pool under its name, and makes it under another one", async () => {
        const program = engine.program("pool", cluster(""));
        await up(program);
        program.write(cluster('nodePools: [{ name: "workload", vmSize: "Standard_D8ds_v5" }]'));
        assert.match(
            await preview(program, true),
            /NodePool "kit-workload": vmSize changed \(vmSize from Standard_D4ds_v5 to Standard_D8ds_v5\)\./,
        );
        program.write(cluster('nodePools: [{ name: "larger", vmSize: "Standard_D8ds_v5" }]'));
        await up(program);
    });

    it("takes two pools of one name below two parents", async () => {
        const ids = { clusterId: "kit.clusterId", subnetId: "kit.nodeSubnetId" };
        const pool = (parent: string, name: string) =>
            `new aksguard.NodePool("extra", { clusterId: ${ids.clusterId}, subnetId: ${ids.subnetId}, name: "${name}" }, { parent: ${parent} });`;
        const parent = (name: string) =>
            `const ${name} = new pulumi.ComponentResource("test:index:${name}", "${name}");`;
        const program = engine.program(
            "parents",
            [`const kit = ${cluster("")}`, parent("One"), parent("Two"), pool("One", "one"), pool("Two", "two")].join(
                "\n",
            ),
        );
        await preview(program);
    });

    it("keeps Kubernetes objects when the API server is opened", async () => {
        const object = 'new k8s.core.v1.ConfigMap("kept", { data: { a: "b" } }, { provider: kit.provider });';
        const body = (args: string) =>
            `const k8s = require("@pulumi/kubernetes");\nconst kit = ${cluster(args)}\n${object}`;
        const program = engine.program("kept", body(""));
        await up(program);
        program.write(body(ranges));
        assert.doesNotMatch(await preview(program), /replace/);
    });

    it("replaces nothing when mutable arguments change", async () => {
        const program = engine.program("mutable", cluster(""));
        await up(program);
        program.write(
            cluster(
                'tier: "Premium", tags: { team: "platform" }, systemNodePool: { minCount: 3 }, nodePools: [{ name: "workload", maxCount: 9, labels: { disk: "ssd" } }]',
            ),
        );
        const output = await up(program);
        assert.doesNotMatch(output, /replaced/);
        await engine.pulumi(program.folder, ["preview", "--stack", "test", "--expect-no-changes"]);
    });

    it("rotates a node pool by name and touches no other", async () => {
        const program = engine.program("pools", cluster('nodePools: [{ name: "one" }, { name: "old" }]'));
        await up(program);
        program.write(cluster('nodePools: [{ name: "one" }, { name: "old" }, { name: "new" }]'));
        assert.match(await up(program), /\+ 2 created/);
        program.write(cluster('nodePools: [{ name: "one" }, { name: "new" }]'));
        const output = await up(program);
        assert.match(output, /- 2 deleted/);
        assert.doesNotMatch(output, /replaced/);
    });

    it("stands beside a ClusterAccess of its name", async () => {
        const grants =
            '[{ name: "deployer", principalId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", principalType: "User", role: "Reader" }]';
        const program = engine.program(
            "beside",
            `const kit = ${cluster("")}\nnew aksguard.ClusterAccess("kit", { clusterId: kit.clusterId, grants: ${grants} });`,
        );
        await up(program);
    });

    async function clusterId(program: Program): Promise<string | undefined> {
        const resources = await exported(engine, program.folder, "test");
        return resources.find(({ type }) => type === "azure-native:containerservice:ManagedCluster")?.id;
    }
});
