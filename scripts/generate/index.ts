import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import * as prettier from "prettier";

import { agreement } from "./agreement";
import { checksOfOtherTools } from "./checks-of-other-tools";
import { componentPages } from "./component-pages";
import type { Generator } from "./generator";
import { packReadme } from "./pack-readme";
import { policyIndex } from "./policy-index";
import { policyPages } from "./policy-pages";
import { practicePages } from "./practice-pages";
import { policyProfiles } from "./profiles";

const generators: readonly Generator[] = [
    componentPages,
    practicePages,
    policyPages,
    policyIndex,
    checksOfOtherTools,
    agreement,
    packReadme,
    policyProfiles,
];

const root = resolve(__dirname, "..", "..");

/** Writes what is stale, or with `--check` only says what is. */
async function main(checkOnly: boolean): Promise<void> {
    const stale: string[] = [];
    for (const { name, files } of generators) {
        for (const { path, render } of await files()) {
            const file = join(root, path);
            const existing = existsSync(file) ? readFileSync(file, "utf8") : undefined;
            const options = await prettier.resolveConfig(file);
            const wanted = await prettier.format(render(existing), { ...options, filepath: file });
            if (wanted === existing) continue;

            stale.push(`${path} (${name})`);
            if (!checkOnly) {
                mkdirSync(dirname(file), { recursive: true });
                writeFileSync(file, wanted);
            }
        }
    }
    if (checkOnly && stale.length > 0) {
        console.error(`Stale, run \`npm run generate\`:\n${stale.map((line) => `  ${line}`).join("\n")}`);
        process.exitCode = 1;
    } else {
        console.log(
            stale.length === 0 ? "Everything is up to date." : `Wrote:\n${stale.map((line) => `  ${line}`).join("\n")}`,
        );
    }
}

void main(process.argv.includes("--check"));
