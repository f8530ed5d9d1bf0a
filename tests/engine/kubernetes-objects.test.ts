import assert from "node:assert/strict";
import { objectType } from "../../sandbox/kubernetes/object-type";
import { Engine, type Program, exported } from "./engine";

/** A program with objects in the cluster that it makes, and with a component that waits for rights. */
function program(clusterArguments: string, token = "one"): string {
    return `
const k8s = require("@pulumi/kubernetes/core/v1");
const cluster = new aksguard.Cluster("kit", ${clusterArguments});
const options = { provider: cluster.provider };
new aksguard.Kured("kured", {}, options);
const namespace = new k8s.Namespace("shop", { metadata: { labels: { team: "shop" } } }, options);
const settings = new k8s.ConfigMap("settings", {
    metadata: { name: "settings", namespace: namespace.metadata.name },
    data: { level: "info" },
}, options);
new k8s.Secret("token", { metadata: { namespace: "shop-system" }, stringData: { token: "${token}" } }, {
    ...options,
    dependsOn: new k8s.Namespace("system", { metadata: { name: "shop-system" } }, options),
});
exports.uid = settings.metadata.uid;`;
}

describe("objects of Kubernetes, on the engine", function () {
    this.timeout(240_000);
    let engine: Engine;
    let made: Program;

    before(() => {
        engine = Engine.create();
        made = engine.program("objects", program("{}"));
    });
    after(() => {
        engine.close();
    });

    const run = async (args: readonly string[], expected: Parameters<Engine["pulumi"]>[2] = {}) =>
        await engine.pulumi(made.folder, [...args, "--stack", "test"], expected);
    const up = ["up", "--yes", "--skip-preview"];

    it("are previewed before there is a cluster", async () => {
        assert.match(await run(["preview"]), /kubernetes:core\/v1:ConfigMap +settings +create/);
    });

    it("come up, and wait until the right to make them has spread", async () => {
        const message =
            'namespaces "kured" is forbidden: User "me" cannot create resource "namespaces" in API group "" at the ' +
            "cluster scope: User does not have access to the resource in Azure.";
        const output = await run(up, {
            faults: [{ operation: "create", type: "namespaces", name: "kured", error: { code: "Forbidden", message } }],
        });
        assert.match(
            output,
            /"kured": the API server answers is forbidden, as it does until role assignments have spread; trying again in 5 seconds \(1 of 10\)/,
        );
        assert.match(output, /uid: "[0-9a-f-]{36}"/);
    });

    it("have nothing to change afterwards", async () => {
        await run(["preview", "--expect-no-changes"]);
    });

    it("stay when their cluster is updated and its API server opened", async () => {
        made.write(program('{ tier: "Premium", authorizedIpRanges: ["203.0.113.0/24"] }'));
        const output = await run(["preview"]);
        assert.match(output, /ManagedCluster kit +update/);
        assert.doesNotMatch(output, /replace/);
    });

    it("are made anew after somebody else has deleted them", async () => {
        made.write(program("{}", "another"));
        const [cluster = assert.fail()] = (await exported(engine, made.folder, "test")).filter(({ type }) =>
            type.endsWith(":ManagedCluster"),
        );
        await engine.inCluster(cluster.id ?? "", async (server) => {
            const all = await server.list(objectType("", "v1", "ConfigMap"));
            await server.delete(all.find(({ name }) => name === "settings") ?? assert.fail());
        });

        assert.match(await run(["refresh", "--yes"]), /ConfigMap settings +deleted/);
        const output = await run(up);
        assert.match(output, /ConfigMap settings +created/);
        // Its name is automatic, so its successor is there before it goes.
        assert.match(output, /Secret token +created replacement[^]*Secret token +deleted original/);
    });

    it("go away although their cluster is gone already, with its API server", async () => {
        const [cluster = assert.fail()] = (await exported(engine, made.folder, "test")).filter(({ type }) =>
            type.endsWith(":ManagedCluster"),
        );
        engine.cloud.remove(cluster.id ?? "");
        await run(["destroy", "--yes", "--skip-preview"]);
        assert.deepEqual(await exported(engine, made.folder, "test"), []);
    });
});
