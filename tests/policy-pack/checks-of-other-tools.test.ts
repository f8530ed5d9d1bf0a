import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { policies } from "../../policy-pack/policies";
import { splitEquivalent } from "../../scripts/generate/policy-metadata";

const page = readFileSync(resolve(__dirname, "..", "..", "docs", "checks-of-other-tools.md"), "utf8");
const [withPolicy = "", withoutPolicy = ""] = page.split("<!-- to here -->");

/** Checks that other tools are known to have for what the practices touch, by tool. */
const known = JSON.parse(readFileSync(join(__dirname, "checks-of-other-tools.json"), "utf8")) as Record<
    string,
    readonly string[]
>;
const knownIds = Object.values(known).flat();

/** The ids in the first column of every table. */
function idsOf(part: string): string[] {
    const cells = [...part.matchAll(/^\| (`[^|]*`) +\|/gm)].map(([, cell = ""]) => cell);
    return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id));
}

describe("the page of checks of other tools", () => {
    it("has every tag of every policy in its first part", () => {
        const tags = policies.flatMap(({ equivalents }) => equivalents.map((tag) => splitEquivalent(tag).id));
        assert.deepEqual(idsOf(withPolicy).sort(), [...new Set(tags)].sort());
    });

    it("says of every other check that is known why it has no policy, once", () => {
        const found = new Set(idsOf(withPolicy));
        assert.deepEqual(idsOf(withoutPolicy).sort(), knownIds.filter((id) => !found.has(id)).sort());
    });
});
