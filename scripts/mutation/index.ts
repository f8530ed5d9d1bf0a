import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import * as prettier from "prettier";

import { page, survived } from "./page";

const usage = `npm run mutation -- [--write] [GLOB...]

Changes the policies and what they rest on, one place at a time, and prints each change that no test catches. The exit code is 1
where there is one.

  GLOB       only these files, such as "policy-pack/policies/pod/*.ts"
  --write    write the figures to docs/mutation.md; folders that did not run keep theirs, so give whole folders`;

const file = join(resolve(__dirname, "..", ".."), "docs", "mutation.md");

async function main(): Promise<void> {
    const { values, positionals: globs } = parseArgs({
        allowPositionals: true,
        options: { write: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) {
        console.log(usage);
        return;
    }
    // What it depends on can be imported only, not required.
    const { Stryker } = await import("@stryker-mutator/core");
    const mutants = await new Stryker(globs.length > 0 ? { mutate: globs } : {}).runMutationTest();
    if (values.write === true) {
        const options = await prettier.resolveConfig(file);
        const existing = existsSync(file) ? readFileSync(file, "utf8") : "";
        writeFileSync(file, await prettier.format(page(mutants, existing), { ...options, filepath: file }));
    }
    if (mutants.some(survived)) process.exitCode = 1;
}

void main();
