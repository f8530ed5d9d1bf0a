import assert from "node:assert/strict";
import { Engine } from "./engine";

const cluster = 'const cluster = new aksguard.Cluster("kit");';
const objects = `
const k8s = require("@pulumi/kubernetes/core/v1");
const options = { provider: cluster.provider };
const namespace = new k8s.Namespace("shop", { metadata: { labels: { team: "shop" } } }, options);
const map = new k8s.ConfigMap("settings", {
    metadata: { name: "settings", namespace: namespace.metadata.name },
    data: { level: "info" },
}, options);
exports.uid = map.metadata.uid;
`;

describe("objects of Kubernetes, on the engine", function () {
    this.timeout(180_000);
    let engine: Engine;

    before(() => {
        engine = Engine.create();
    });
    after(() => {
        engine.close();
    });

    const command = (folder: string) => {
        return async (args: readonly string[], expected: Parameters<Engine["pulumi"]>[2] = {}) =>
            await engine.pulumi(folder, [...args, "--stack", "test"], expected);
    };
    const up = ["up", "--yes", "--skip-preview"];

    it("come and go with the cluster that they are in", async () => {
        const run = command(engine.program("objects", `${cluster}${objects}`).folder);

        assert.match(await run(["preview"]), /kubernetes:core\/v1:ConfigMap +settings +create/);
        assert.match(await run(up), /uid: "[0-9a-f-]{36}"/);
        await run(["preview", "--expect-no-changes"]);
        await run(["destroy", "--yes", "--skip-preview"]);
    });
});
