import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

import { ServedPack } from "../../sandbox/policy-pack/served-pack";

/** The folder of the pack. */
export const pack = resolve(__dirname, "..", "..", "policy-pack");

let isCompiled = false;

/** Compiles the pack, once for all tests of a run. */
export function compilePack(): void {
    if (isCompiled) return;
    const tsc = require.resolve("typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", join(pack, "tsconfig.build.json")]);
    isCompiled = true;
}

/** Starts the pack as the engine does with its folder. */
export function startPack(): Promise<ServedPack> {
    return ServedPack.ofFolder(pack);
}
