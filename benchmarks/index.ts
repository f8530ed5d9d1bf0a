import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as prettier from "prettier";
import { packStart, previewAgainstEmptyPack, previewAgainstNoPack, typeCheck } from "./cases";
import { growthOfMemory, growthOfTime, previewOfThousand, stackOfTenThousand } from "./many-resources";
import { measure, type Benchmark, type Result } from "./measure";
import { previewOfStack, stacks } from "./stacks";

/** What is measured, by the name that the command takes. */
const benchmarks: Record<string, () => Benchmark | Promise<Benchmark>> = {
    "pack-start": packStart,
    "type-check": typeCheck,
    policies: previewAgainstEmptyPack,
    gate: previewAgainstNoPack,
    "thousand-resources": previewOfThousand,
    "growth-of-time": growthOfTime,
    "growth-of-memory": growthOfMemory,
    "stack-policies": stackOfTenThousand,
    ...Object.fromEntries(stacks.map((stack) => [`stack-${stack}`, () => previewOfStack(stack)])),
};

const usage = `npm run bench -- [--write] [NAME...]

  NAME       only these: ${Object.keys(benchmarks).join(", ")}
  --write    write the ratios to RATIOS.md; what was not measured keeps its line`;

function parseOptions(): { names: string[]; write: boolean } {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: "boolean" } } });
    const stranger = positionals.find((name) => !(name in benchmarks));
    if (stranger !== undefined) {
        throw new Error(`There is no benchmark ${stranger}.\n\n${usage}`);
    }
    return { names: positionals.length > 0 ? positionals : Object.keys(benchmarks), write: values.write ?? false };
}

/** The last ratios, as a page. Seconds are those of one machine and mean nothing elsewhere, so they are not kept. */
function page(results: readonly Result[], existing: string): string {
    const known = new Map([...existing.matchAll(/^\| (\S.*?) +\| \d.*$/gm)].map(([row, name = ""]) => [name, row]));
    for (const { name, ratio, lowest, highest, aim } of results) {
        const range = `${lowest.toFixed(2)} to ${highest.toFixed(2)}`;
        known.set(name, `| ${name} | ${ratio.toFixed(2)} | ${range} | ${aim.toFixed(1)} |`);
    }
    const rows = [...known.values()];
    return [
        "# Last ratios",
        "",
        "Written by `npm run bench -- --write`. The ratio is the median over pairs that run in turn.",
        "",
        "| measured | ratio | lowest to highest | aim: at most |",
        "| --- | --- | --- | --- |",
        ...rows,
        "",
    ].join("\n");
}

async function main(): Promise<void> {
    const { names, write } = parseOptions();
    const results: Result[] = [];
    for (const [name, benchmark] of Object.entries(benchmarks)) {
        if (!names.includes(name)) {
            continue;
        }
        const result = await measure(await benchmark());
        results.push(result);
        console.log(
            `${result.name}\n  ratio ${result.ratio.toFixed(2)} (${result.lowest.toFixed(2)} to ${result.highest.toFixed(2)}), ` +
                `aim at most ${String(result.aim)}; here ${result.subject.toFixed(2)} ${result.unit} against ${result.baseline.toFixed(2)} ${result.unit}`,
        );
    }
    if (write) {
        const file = join(__dirname, "RATIOS.md");
        const text = page(results, readFileSync(file, "utf8"));
        writeFileSync(file, await prettier.format(text, { parser: "markdown" }));
    }
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
});
