import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { findProject } from "../../../sandbox/cli/project";
import { copyStackSettings } from "../../../sandbox/cli/stack-settings";
import { temporaryFolder } from "../../temporary-folders";

describe("the copy of a stack's settings", () => {
    const setUp = (settings?: string) => {
        const folder = temporaryFolder();
        writeFileSync(join(folder, "Pulumi.yaml"), "name: tiny\nruntime: nodejs\n");
        const tracked = join(folder, "Pulumi.dev.yaml");
        if (settings !== undefined) writeFileSync(tracked, settings);
        const project = findProject(folder);
        assert.ok(project !== undefined);
        const state = temporaryFolder();
        return { tracked, copy: () => copyStackSettings(project, "dev", state) };
    };

    it("has the values of the tracked file, and comments too", () => {
        const { copy } = setUp("# small\nconfig:\n  tiny:size: 3\n");
        assert.equal(readFileSync(copy(), "utf8"), "# small\nconfig:\n  tiny:size: 3\n");
    });

    it("is made for a program without settings", () => {
        assert.equal(readFileSync(setUp().copy(), "utf8"), "{}\n");
    });

    it("keeps what is set in the sandbox while the tracked file stays as it is", () => {
        const { copy } = setUp("config: {}\n");
        writeFileSync(copy(), "config:\n  tiny:size: 4\nencryptionsalt: v1:abc\n");
        assert.equal(readFileSync(copy(), "utf8"), "config:\n  tiny:size: 4\nencryptionsalt: v1:abc\n");
    });

    it("follows the tracked file when that changes, but keeps the sandbox's salt", () => {
        const { copy, tracked } = setUp("config: {}\n");
        writeFileSync(copy(), "config: {}\nencryptionsalt: v1:sandbox\n");
        writeFileSync(tracked, "encryptionsalt: v1:tracked\nconfig:\n  tiny:size: 5\n");
        assert.equal(readFileSync(copy(), "utf8"), "config:\n  tiny:size: 5\nencryptionsalt: v1:sandbox\n");
    });

    it("leaves out the secrets provider of another backend", () => {
        const { copy } = setUp("secretsprovider: azurekeyvault://vault\nencryptedkey: abc\nconfig:\n  tiny:size: 3\n");
        assert.equal(readFileSync(copy(), "utf8"), "config:\n  tiny:size: 3\n");
    });

    it("is refused where a value is encrypted for another backend", () => {
        const { copy } = setUp("config:\n  tiny:password:\n    secure: abc\n");
        assert.throws(copy, /Pulumi\.dev\.yaml holds encrypted values \(tiny:password\)/);
    });

    it("is refused where the file is no YAML", () => {
        assert.throws(setUp("config: [\n").copy, /Pulumi\.dev\.yaml cannot be read/);
    });
});
