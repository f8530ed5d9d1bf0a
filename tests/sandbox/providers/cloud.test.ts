import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Cloud } from "../../../sandbox/providers/cloud";
import { temporaryFolder } from "../../temporary-folders";

describe("the cloud file", () => {
    const resource = (id: string) => ({ id, token: "azure-native:a:B", inputs: {}, outputs: {} });

    it("keeps resources for the next process", () => {
        const file = join(temporaryFolder(), "cloud.json");
        new Cloud(file).put(resource("/a"));
        assert.deepEqual(new Cloud(file).get("/A"), resource("/a"));
    });

    it("is read again when somebody changed it", () => {
        const file = join(temporaryFolder(), "cloud.json");
        const cloud = new Cloud(file);
        cloud.put(resource("/a"));
        new Cloud(file).put(resource("/b"));
        assert.deepEqual(
            cloud.filter(() => true).map(({ id }) => id),
            ["/a", "/b"],
        );
    });

    it("removes what is below a resource, not what only begins like it", () => {
        const cloud = new Cloud(join(temporaryFolder(), "cloud.json"));
        for (const id of ["/a", "/a/b", "/ab"]) cloud.put(resource(id));
        cloud.remove("/a");
        assert.deepEqual(
            cloud.filter(() => true).map(({ id }) => id),
            ["/ab"],
        );
    });

    it("says how to go on when it is broken", () => {
        const file = join(temporaryFolder(), "cloud.json");
        writeFileSync(file, "{");
        assert.throws(() => new Cloud(file).get("/a"), /cloud\.json cannot be read .* start anew with --fresh/);
        assert.equal(readFileSync(file, "utf8"), "{");
    });
});
