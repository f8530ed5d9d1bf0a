import assert from "node:assert/strict";
import { Engine } from "./engine";

describe("rights that have not spread yet, on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    const managedCluster = "azure-native:containerservice:ManagedCluster";
    const up = ["up", "--stack", "test", "--yes", "--skip-preview"];

    it("are waited for, and the wait is told", async () => {
        const program = engine.program("waits", 'new aksguard.Cluster("kit");');
        const output = await engine.pulumi(program.folder, up, {
            faults: [
                {
                    operation: "create",
                    type: managedCluster,
                    error: { code: "CustomPrivateDNSZoneMissingPermissionError", message: "not yet" },
                    times: 1,
                },
            ],
        });
        assert.match(
            output,
            /"kit": Azure answers CustomPrivateDNSZoneMissingPermissionError, as it does until role assignments have spread; trying again in 5 seconds \(1 of 10\)/,
        );
    });

    it("are not confused with other failures", async () => {
        const program = engine.program("fails", 'new aksguard.Cluster("other");');
        const output = await engine.pulumi(program.folder, up, {
            fails: true,
            faults: [
                { operation: "create", type: managedCluster, error: { code: "QuotaExceeded", message: "no cores" } },
            ],
        });
        assert.match(output, /QuotaExceeded/);
        assert.doesNotMatch(output, /trying again/);
    });
});
