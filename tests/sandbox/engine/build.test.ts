import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { buildEngine } from "../../../sandbox/engine/build";
import { withLock } from "../../../sandbox/go/lock";
import { isAtLeast } from "../../../sandbox/engine/version";
import { temporaryFolder } from "../../temporary-folders";

describe("the version of an engine", () => {
    const cases: [string, string, boolean][] = [
        ["v3.259.0", "3.255.0", true],
        ["3.255.0", "3.255.0", true],
        ["v3.254.9", "3.255.0", false],
        ["v4.0.0", "3.255.0", true],
        ["v3.260.0-dev.1", "3.255.0", true],
        ["unknown", "3.255.0", false],
    ];
    for (const [version, minimum, expected] of cases) {
        it(`${version} is ${expected ? "" : "not "}at least ${minimum}`, () => {
            assert.equal(isAtLeast(version, minimum), expected);
        });
    }
});

describe("an engine that cannot be built", () => {
    const { PATH, XDG_CACHE_HOME } = process.env;
    let bin: string;
    beforeEach(() => {
        bin = temporaryFolder();
        process.env.XDG_CACHE_HOME = temporaryFolder();
        process.env.PATH = bin;
    });
    afterEach(() => {
        process.env.PATH = PATH;
        if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME;
        else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
    });
    const go = (script: string) => {
        writeFileSync(join(bin, "go"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    };
    const leftovers = () => readdirSync(join(process.env.XDG_CACHE_HOME ?? "", "aksguard"));

    it("names both remedies where there is no Go", async () => {
        await assert.rejects(
            buildEngine(() => undefined),
            (error: Error) => {
                assert.match(error.message, /there is no Go on PATH/);
                assert.match(error.message, /install the Pulumi CLI, version 3\.255\.0 or newer/);
                assert.match(error.message, /install Go as recent as sandbox\/engine\/go\.mod says/);
                return true;
            },
        );
        assert.deepEqual(leftovers(), []);
    });

    it("says why Go refuses, and names both remedies", async () => {
        go(`echo "go: go.mod requires go >= 1.25.11 (running go 1.20; GOTOOLCHAIN=local)" >&2; exit 1`);
        await assert.rejects(
            buildEngine(() => undefined),
            /go\.mod requires go >= 1\.25\.11[\s\S]*Pulumi CLI/,
        );
    });

    it("shows the end of the compiler's words, and leaves nothing behind", async () => {
        go(`[ "$1" = version ] && exit 0; echo "go: downloading x v1" >&2; echo "no space left on device" >&2; exit 1`);
        await assert.rejects(
            buildEngine(() => undefined),
            (error: Error) => {
                assert.equal(
                    error.message,
                    "The Pulumi engine 3.259.0 could not be built from source:\nno space left on device",
                );
                return true;
            },
        );
        assert.deepEqual(leftovers(), []);
    });

    it("is built once by two that want it", async () => {
        go(
            `[ "$1" = version ] && exit 0; echo built >> "${bin}/log"; while [ "$1" != -o ]; do shift; done; echo engine > "$2pulumi"`,
        );
        const lines: string[] = [];
        const [first, second] = await Promise.all([
            buildEngine((line) => lines.push(line)),
            buildEngine((line) => lines.push(line)),
        ]);
        assert.equal(first, second);
        assert.deepEqual(readdirSync(join(first, "..")).sort(), ["pulumi", "pulumi-language-nodejs"]);
        assert.ok(lines.some((line) => line.includes("another process is building")));
    });
});

describe("a lock", () => {
    it("is taken over from a holder that no longer lives", async () => {
        const folder = join(temporaryFolder(), "lock");
        mkdirSync(folder);
        const { utimesSync } = await import("node:fs");
        const longAgo = new Date(Date.now() - 120_000);
        utimesSync(folder, longAgo, longAgo);
        let ran = false;
        await withLock(
            folder,
            "something",
            () => undefined,
            () => {
                ran = true;
                return Promise.resolve();
            },
        );
        assert.ok(ran);
    });
});
