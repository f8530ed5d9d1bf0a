import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { page, type Mutant } from "../../../scripts/mutation/page";

const root = resolve(__dirname, "..", "..", "..");

function mutant(fileName: string, status: string, isStatic = false): Mutant {
    return { fileName, status, static: isStatic };
}

/** The cells of the table of a page, row by row. */
function rowsOf(text: string): string[][] {
    const rows = text.split("\n").filter((line) => line.startsWith("| "));
    return rows.map((row) =>
        row
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
    );
}

describe("the page of mutants", () => {
    it("counts what became of those of each folder, and keeps what it knows of others", () => {
        const mutants = [
            mutant("pack/b/one.ts", "Killed"),
            mutant("pack/a/one.ts", "Killed"),
            mutant("pack/a/two.ts", "Timeout"),
            mutant("pack/a/two.ts", "Survived"),
            mutant("pack/a/two.ts", "NoCoverage"),
            mutant("pack/a/two.ts", "Ignored"),
            mutant("pack/a/two.ts", "Ignored", true),
            mutant("pack/a/two.ts", "Ignored", true),
            {
                ...mutant("pack/a/two.ts", "Ignored"),
                statusReason: 'Ignored because of excluded mutation "StringLiteral"',
            },
        ];
        const first = page(mutants, "");
        assert.deepEqual(rowsOf(first), [
            ["Folder", "Mutants", "Caught", "Survived", "Equivalent", "Not run"],
            ["---", "---", "---", "---", "---", "---"],
            ["`pack/a`", "7", "2", "2", "1", "2"],
            ["`pack/b`", "1", "1", "0", "0", "0"],
            ["all", "8", "3", "2", "1", "2"],
        ]);
        const second = page([mutant("pack/b/one.ts", "Survived"), mutant("pack/c/one.ts", "Killed")], first);
        assert.deepEqual(rowsOf(second).slice(2), [
            ["`pack/a`", "7", "2", "2", "1", "2"],
            ["`pack/b`", "1", "0", "1", "0", "0"],
            ["`pack/c`", "1", "1", "0", "0", "0"],
            ["all", "9", "3", "3", "1", "2"],
        ]);
    });

    it("has the figures of every folder of policies, save those that it names as left out", () => {
        const folders = readdirSync(join(root, "policy-pack", "policies"), { withFileTypes: true })
            .filter((entry) => entry.isDirectory() && entry.name !== "stack")
            .map(({ name }) => `\`policy-pack/policies/${name}\``);
        const rows = rowsOf(readFileSync(join(root, "docs", "mutation.md"), "utf8"));
        const measured = rows.map(([folder = ""]) => folder).filter((folder) => folder.includes("/policies/"));
        assert.deepEqual(measured, folders.sort());
    });
});
