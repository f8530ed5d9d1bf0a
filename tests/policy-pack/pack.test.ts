import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { policies } from "../../policy-pack/policies";
import { publicCluster } from "./fixtures";
import { ServedPack, type Command } from "../../sandbox/policy-pack/served-pack";
import { compilePack, pack } from "./compiled-pack";

/** The two ways in which the engine starts the pack. */
const ways: Record<string, Command> = {
    "by folder": {
        file: process.execPath,
        args: [require.resolve("@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:1", pack],
        cwd: pack,
    },
    "by executable": { file: join(pack, "bin", "aksguard-policy-pack"), args: ["127.0.0.1:1"], cwd: "/" },
};

describe("the compiled pack", function () {
    this.timeout(60_000);

    before(() => {
        compilePack();
    });

    for (const [way, command] of Object.entries(ways)) {
        it(`starts ${way}, prints nothing but its port, and judges with its configuration`, async () => {
            const served = await ServedPack.start(command);
            try {
                assert.match(served.port, /^\d+$/);
                const info = await served.info();
                assert.equal(info.getName(), "aksguard");
                assert.deepEqual(
                    info.getPoliciesList().map((policy) => [policy.getName(), policy.getTagsList()]),
                    policies.map(({ name, tags }) => [name, tags]),
                );

                const policy = "cluster-authorized-ip-ranges-narrow";
                const saidOf = async () => {
                    const said = await served.analyze({ name: "prod", ...publicCluster(["203.0.113.0/24"]) });
                    return said.filter((one) => one.policy === policy).map(({ message }) => message);
                };
                assert.deepEqual(await saidOf(), []);
                await served.configure({ [policy]: { minimumPrefixLength: 28 } });
                assert.deepEqual(await saidOf(), [
                    "`apiServerAccessProfile.authorizedIPRanges[0]` is `203.0.113.0/24`, which is wider than /28; set it to networks of /28 or narrower.",
                ]);
            } finally {
                await served.stop();
            }
        });
    }

    // What the SDK does inside is not its API: this test is red when another version does it differently.
    it("has each resource deserialized once", () => {
        const script = `
            const { makeAnalyzeRpcFun } = require("@pulumi/policy/server");
            const { AnalyzeRequest, AnalyzerResourceOptions } = require("@pulumi/pulumi/proto/analyzer_pb");
            const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
            require(${JSON.stringify(join(pack, "dist", "serving", "deserialize-once"))}).deserializeOnce();
            const seen = new Set();
            let asked = 0;
            const validateResource = ({ props }) => {
                asked++;
                seen.add(props.inner.__getSpecialProxyTarget);
            };
            const policies = ["one", "other"].map((name) => ({ name, description: name, validateResource }));
            const request = new AnalyzeRequest();
            request.setProperties(Struct.fromJavaScript({ inner: {} }));
            request.setOptions(new AnalyzerResourceOptions());
            makeAnalyzeRpcFun("pack", "1", "mandatory", policies)({ request }, (error) => {
                console.log(JSON.stringify({ error, asked, seen: seen.size }));
            });
        `;
        const printed = execFileSync(process.execPath, ["-e", script], { cwd: pack });
        assert.deepEqual(JSON.parse(printed.toString()), { asked: 2, seen: 1 });
    });

    // What the SDK loads is not its API: this test is red when another version loads it by another road, or another way.
    it("loads npm's resolver of packages only when it is used", () => {
        const script = `
            require(${JSON.stringify(join(pack, "dist", "serving", "load-resolver-later"))});
            require("@pulumi/policy");
            const resolver = require.resolve("@npmcli/arborist", { paths: [require.resolve("@pulumi/pulumi")] });
            const loaded = () => Object.keys(require.cache).filter((file) => file.includes("@npmcli")).map((file) => file === resolver);
            const early = loaded();
            const { Arborist } = require(resolver);
            console.log(JSON.stringify({ early, used: typeof Arborist, late: loaded().length > 1 }));
        `;
        const printed = execFileSync(process.execPath, ["-e", script], { cwd: pack });
        assert.deepEqual(JSON.parse(printed.toString()), { early: [true], used: "function", late: true });
    });

    it("loads no provider SDK and no YAML parser, and prints nothing at load", () => {
        const script = `
            require(${JSON.stringify(join(pack, "dist", "policies"))});
            const loaded = Object.keys(require.cache).filter((file) => /node_modules.(@pulumi.(azure|kubernetes)|yaml.)/.test(file));
            process.stderr.write(JSON.stringify(loaded));
        `;
        const child = execFileSync(process.execPath, ["-e", script], {
            cwd: pack,
            stdio: ["ignore", "pipe", "pipe"],
        });
        assert.equal(child.toString(), "");
        const loaded = execFileSync(process.execPath, ["-e", script.replace("process.stderr", "process.stdout")], {
            cwd: pack,
        });
        assert.deepEqual(JSON.parse(loaded.toString()), []);
    });
});
