import assert from "node:assert/strict";
import { Engine, exported } from "./engine";

/** A cluster as others made it, and its windows. */
const body = (schedule: string) => `
const { ResourceGroup } = require("@pulumi/azure-native/resources");
const { ManagedCluster } = require("@pulumi/azure-native/containerservice");
const group = new ResourceGroup("kit");
const cluster = new ManagedCluster("kit", {
    resourceGroupName: group.name,
    dnsPrefix: "kit",
    identity: { type: "SystemAssigned" },
    agentPoolProfiles: [{ name: "system", mode: "System", count: 1, vmSize: "Standard_D4ds_v5" }],
});
const windows = new aksguard.MaintenanceWindows("kit", { clusterId: cluster.id, ${schedule} });
exports.ids = windows.configurationIds;
`;

describe("maintenance windows on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;
    let program: ReturnType<Engine["program"]>;
    const run = (command: string, ...options: string[]) =>
        engine.pulumi(program.folder, [command, "--stack", "test", ...options]);

    before(() => {
        engine = Engine.create();
        program = engine.program("windows", body(""));
    });
    after(() => {
        engine.close();
    });

    it("go up for a cluster that exists, all three", async () => {
        await run("up", "--yes", "--skip-preview");
        const resources = await exported(engine, program.folder, "test");
        const configurations = resources.filter(({ type }) => type.endsWith(":MaintenanceConfiguration"));
        assert.deepEqual(configurations.map(({ id }) => id?.split("/").at(-1)).sort(), [
            "aksManagedAutoUpgradeSchedule",
            "aksManagedNodeOSUpgradeSchedule",
            "default",
        ]);
    });

    it("have nothing to change, also after a refresh", async () => {
        await run("preview", "--expect-no-changes");
        await run("refresh", "--yes");
        await run("preview", "--expect-no-changes");
    });

    it("change in place", async () => {
        program.write(body('day: "Saturday", nodeUpdates: { frequency: "Daily", durationHours: 4 }'));
        const output = await run("up", "--yes", "--skip-preview");
        assert.match(output, /~ 3 updated/);
        await run("preview", "--expect-no-changes");
    });

    it("are refused at preview where AKS would not take them", async () => {
        program.write(body("durationHours: 2"));
        const output = await engine.pulumi(program.folder, ["preview", "--stack", "test"], { fails: true });
        assert.match(output, /durationHours is 2, where AKS takes windows of 4 to 24 hours/);
        program.write(body(""));
    });

    it("go away", async () => {
        const output = await run("destroy", "--yes", "--skip-preview");
        assert.match(output, /- 7 deleted/);
    });
});
