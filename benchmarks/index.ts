import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import { packStart, previewAgainstEmptyPack, previewAgainstNoPack, typeCheck } from "./cases";
import { measure, type Result } from "./measure";

/** The last ratios, as a page. Seconds are those of one machine and mean nothing elsewhere, so they are not kept. */
function page(results: readonly Result[]): string {
    const rows = results.map(
        ({ name, ratio, lowest, highest, aim }) =>
            `| ${name} | ${ratio.toFixed(2)} | ${lowest.toFixed(2)} to ${highest.toFixed(2)} | ${aim.toFixed(1)} |`,
    );
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
    const results: Result[] = [];
    for (const benchmark of [packStart, typeCheck, previewAgainstEmptyPack, previewAgainstNoPack]) {
        const result = await measure(await benchmark());
        results.push(result);
        console.log(
            `${result.name}\n  ratio ${result.ratio.toFixed(2)} (${result.lowest.toFixed(2)} to ${result.highest.toFixed(2)}), ` +
                `aim at most ${String(result.aim)}; here ${result.subject.toFixed(2)} s against ${result.baseline.toFixed(2)} s`,
        );
    }
    if (process.argv.includes("--write")) {
        writeFileSync(join(__dirname, "RATIOS.md"), await prettier.format(page(results), { parser: "markdown" }));
    }
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
});
