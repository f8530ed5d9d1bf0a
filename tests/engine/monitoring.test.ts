import assert from "node:assert/strict";
import { Engine, exported } from "./engine";

describe("monitoring and threat detection on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    const options = ["--stack", "test", "--yes", "--skip-preview"];

    it("monitoring goes up, has nothing to change after a refresh, and goes away", async () => {
        // The cluster is made in the same program, so its id comes late.
        const program = engine.program(
            "monitoring",
            `
            const { ResourceGroup } = require("@pulumi/azure-native/resources");
            const { ManagedCluster } = require("@pulumi/azure-native/containerservice");
            const resourceGroupName = new ResourceGroup("kit").name;
            const cluster = new ManagedCluster("kit", {
                resourceGroupName,
                dnsPrefix: "kit",
                identity: { type: "SystemAssigned" },
                agentPoolProfiles: [{ name: "system", mode: "System", count: 1, vmSize: "Standard_D4ds_v5" }],
            });
            const monitoring = new aksguard.Monitoring("kit", { clusterId: cluster.id, resourceGroupName });
            exports.workspaceId = monitoring.workspaceId;
            `,
        );
        const { folder } = program;
        await engine.pulumi(folder, ["up", ...options]);
        await engine.pulumi(folder, ["refresh", ...options]);
        await engine.pulumi(folder, ["preview", "--stack", "test", "--expect-no-changes"]);

        program.write('new aksguard.Monitoring("kit", { clusterId: "prod", resourceGroupName: "kit" });');
        const refused = await engine.pulumi(folder, ["preview", "--stack", "test"], { fails: true });
        assert.match(refused, /Monitoring "kit" was given an argument that cannot work/);
        await engine.pulumi(folder, ["destroy", ...options]);
    });

    it("two stacks set the plan of one subscription, and it stays on when both are gone", async () => {
        const body = `
            const { ThreatDetection } = aksguard;
            exports.pricingTier = new ThreatDetection("kit", { alertEmails: ["security@example.com"] }).pricingTier;
            `;
        const [first, second] = [engine.program("first", body), engine.program("second", body)];
        for (const { folder } of [first, second]) {
            const output = await engine.pulumi(folder, ["up", ...options]);
            assert.match(output, /pricingTier: "Standard"/);
            await engine.pulumi(folder, ["refresh", ...options]);
            await engine.pulumi(folder, ["preview", "--stack", "test", "--expect-no-changes"]);
        }
        const resources = await exported(engine, first.folder, "test");
        assert.equal(resources.filter(({ type }) => type.startsWith("azure-native:")).length, 1);

        await engine.pulumi(second.folder, ["destroy", ...options]);
        await engine.pulumi(first.folder, ["destroy", ...options]);
        first.write(`
            const { getPricingOutput } = require("@pulumi/azure-native/security");
            const { getClientConfigOutput } = require("@pulumi/azure-native/authorization");
            const scopeId = pulumi.interpolate\`subscriptions/\${getClientConfigOutput().subscriptionId}\`;
            exports.pricingTier = getPricingOutput({ scopeId, pricingName: "Containers" }).pricingTier;
        `);
        assert.match(await engine.pulumi(first.folder, ["up", ...options]), /pricingTier: "Standard"/);
    });
});
