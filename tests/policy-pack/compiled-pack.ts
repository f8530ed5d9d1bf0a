import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { ServedPack } from "../../sandbox/policy-pack/served-pack";

/** The folder of the pack. */
export const pack = resolve(__dirname, "..", "..", "policy-pack");

/**
 * Compiles the pack if it has changed since. `npm test` has done so before, and then nothing may be written: other tests
 * start the pack at the same time.
 */
export function compilePack(): void {
    const compiled = join(pack, "dist", "index.js");
    if (existsSync(compiled) && statSync(compiled).mtimeMs > lastChange()) return;
    const tsc = require.resolve("typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", join(pack, "tsconfig.build.json")]);
}

/** When a source of the pack was last written. */
function lastChange(): number {
    const sources = readdirSync(pack, { recursive: true, encoding: "utf8" }).filter(
        (file) => file.endsWith(".ts") && !/^(dist|node_modules)\b/.test(file),
    );
    return Math.max(...sources.map((file) => statSync(join(pack, file)).mtimeMs));
}

/** Starts the pack as the engine does with its folder. */
export function startPack(): Promise<ServedPack> {
    return ServedPack.ofFolder(pack);
}
