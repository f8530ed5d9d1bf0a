import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { Engine, policyPack, root } from "./engine";

/**
 * The road that programs in other languages take: the engine starts the components as a plugin and has them constructed
 * over gRPC. The program names the component by its token only, as a generated SDK does.
 */
describe("components constructed by the engine", function () {
    this.timeout(180_000);
    let engine: Engine;

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    function program(name: string, args: object): string {
        const { folder } = engine.program(
            name,
            [
                "class Cluster extends pulumi.ComponentResource {",
                "    constructor(name, args) {",
                '        super("aksguard:index:Cluster", name, { clusterName: undefined, kubeconfig: undefined, ...args }, {}, true);',
                "    }",
                "}",
                `const cluster = new Cluster("kit", ${JSON.stringify(args)});`,
                "exports.clusterName = cluster.clusterName;",
                "exports.kubeconfig = cluster.kubeconfig;",
            ].join("\n"),
        );
        appendFileSync(
            join(folder, "Pulumi.yaml"),
            `plugins:\n  providers:\n    - name: aksguard\n      path: ${JSON.stringify(root)}\n`,
        );
        return folder;
    }

    it("go up under the policy pack, have nothing to change, and go away", async () => {
        const folder = program("remote", { tags: { team: "platform" }, nodePools: [{ name: "one", maxCount: 3 }] });
        const pulumi = (...args: string[]) => engine.pulumi(folder, [...args, "--stack", "test"]);
        const output = await pulumi("up", "--yes", "--skip-preview", "--policy-pack", policyPack);
        assert.match(output, /AgentPool kit-one created/);
        assert.match(output, /clusterName: "kit[0-9a-f]{8}"/);
        assert.match(output, /kubeconfig +: \[secret\]/);
        assert.match(output, /(?:✅|⚠️) +aksguard@/);
        await pulumi("preview", "--expect-no-changes");
        const [, created] = /\+ (\d+) created/.exec(output) ?? [];
        assert.ok(Number(created) > 30, output);
        assert.match(await pulumi("destroy", "--yes", "--skip-preview"), new RegExp(`- ${String(created)} deleted`));
    });

    it("refuse arguments that cannot work in the same words", async () => {
        const folder = program("refused", { authorizedIpRanges: ["0.0.0.0/0"] });
        const output = await engine.pulumi(folder, ["preview", "--stack", "test"], { fails: true });
        assert.match(output, /Cluster "kit" was given an argument that cannot work:/);
        assert.match(
            output,
            /authorizedIpRanges\[0\] is "0\.0\.0\.0\/0", which lets in every address of the internet\./,
        );
    });
});
