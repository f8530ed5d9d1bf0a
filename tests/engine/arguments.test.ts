import assert from "node:assert/strict";
import { Engine, exported, shownByReadme } from "./engine";

describe("arguments that cannot work, on the engine", function () {
    this.timeout(120_000);
    let engine: Engine;

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    it("end a preview with all problems and without a stack trace", async () => {
        const program = engine.program(
            "plain",
            'new aksguard.Cluster("prod", { authorizedIpRanges: ["0.0.0.0/0"], kubernetesVersion: "1.35.2" });',
        );
        const output = await engine.pulumi(program.folder, ["preview", "--stack", "test"], { fails: true });
        assert.match(output, /Cluster "prod" was given 2 arguments that cannot work:/);
        for (const line of shownByReadme("a wrong program")) {
            assert.ok(output.includes(line), `${line}\n${output}`);
        }
        assert.match(
            output,
            /- authorizedIpRanges\[0\] is "0\.0\.0\.0\/0", which lets in every address of the internet\./,
        );
        assert.match(output, /- kubernetesVersion is "1\.35\.2", and a pinned patch would fight the upgrade channel\./);
        assert.doesNotMatch(output, /at new Cluster|node_modules|azure-native:/);
    });

    it("are found when their values are known, before anything is created", async () => {
        const program = engine.program(
            "late",
            [
                'const account = require("@pulumi/azure-native/managedidentity").UserAssignedIdentity;',
                'const group = new (require("@pulumi/azure-native/resources").ResourceGroup)("other");',
                'const identity = new account("late", { resourceGroupName: group.name });',
                'new aksguard.Cluster("kit", { authorizedIpRanges: [identity.principalId] });',
            ].join("\n"),
        );
        await engine.pulumi(program.folder, ["preview", "--stack", "test"]);
        const up = ["up", "--stack", "test", "--yes", "--skip-preview"];
        const output = await engine.pulumi(program.folder, up, { fails: true });
        assert.match(output, /authorizedIpRanges\[0\] is "[0-9a-f-]{36}", which is not CIDR notation\./);
        const types = (await exported(engine, program.folder, "test")).map(({ type }) => type);
        assert.ok(
            !types.some((type) => /:(network|containerservice|authorization|privatedns):/.test(type)),
            types.join(),
        );
    });
});
