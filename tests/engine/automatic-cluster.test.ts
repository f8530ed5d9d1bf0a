import assert from "node:assert/strict";
import { Engine, exported, policyPack, type Program } from "./engine";

const managedCluster = "azure-native_containerservice_v20260401:containerservice:ManagedCluster";

describe("an AKS Automatic cluster on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    let program: Program;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);
    const cluster = (args: string) => `
        const cluster = new aksguard.AutomaticCluster("kit", { ${args} });
        exports.kubelet = cluster.kubeletPrincipalId;
        exports.issuer = cluster.oidcIssuerUrl;
        exports.fqdn = cluster.apiServerFqdn;`;

    before(() => {
        engine = Engine.create();
        program = engine.program("automatic", cluster(""));
    });
    after(() => {
        engine.close();
    });

    it("goes up under the policy pack", async () => {
        const output = await run("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
        assert.doesNotMatch(output, /\[mandatory\]/);
        assert.match(output, /kubelet *: "[0-9a-f-]{36}"/);
        assert.match(output, /issuer *: "https:\/\/westeurope\.oic\.prod-aks\.azure\.com\//);
        assert.match(output, /fqdn *: "kit-[0-9a-f]{8}\.kit\.private\.westeurope\.azmk8s\.io"/);
    });

    it("has nothing to change afterwards, also once AKS has delegated the subnets of its nodes to itself", async () => {
        await run("preview", "--expect-no-changes");
        await run("refresh", "--yes", "--skip-preview");
        await run("preview", "--expect-no-changes");
    });

    it("is made in the API version that knows the subnet of the system nodes", async () => {
        const resources = await exported(engine, program.folder, "test");
        const { outputs } = resources.find(({ type }) => type === managedCluster) ?? {};
        assert.equal(outputs?.["azureApiVersion"], "2026-04-01");
        assert.match(JSON.stringify(outputs["hostedSystemProfile"]), /subnets\/kit-system-nodes/);
    });

    it("opens the API server without a new cluster", async () => {
        program.write(cluster('authorizedIpRanges: ["203.0.113.0/24"], tags: { team: "platform" }'));
        assert.doesNotMatch(await run("up", "--yes", "--skip-preview"), /replaced/);
    });

    it("goes away", async () => {
        await run("destroy", "--yes", "--skip-preview");
        assert.deepEqual(await exported(engine, program.folder, "test"), []);
    });
});
