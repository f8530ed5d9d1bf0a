import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { policies } from "../../policy-pack/policies";
import { publicCluster } from "./fixtures";
import { pack, ServedPack, ways } from "./served-pack";

describe("the compiled pack", function () {
    this.timeout(60_000);

    before(() => {
        ServedPack.compile();
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
