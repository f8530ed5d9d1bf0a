import { execFileSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

import { buildEngine } from "./build";
import { isAtLeast, oldestVersion } from "./version";

/** A Pulumi CLI that can run programs. */
export interface Engine {
    /** Absolute path of the `pulumi` executable. */
    readonly executable: string;
    /** Built by us: then it needs our language host, and an official CLI's own hosts would not fit beside it. */
    readonly built: boolean;
}

/** First line of the launcher that the sandbox puts on PATH; tells it apart from a real CLI. */
export const launcherMark = "#!/bin/sh\n# pulumi in the aksguard sandbox\n";

/** The CLI on PATH when it is recent enough, else the one that is built once from its Go module. */
export async function findEngine(log: (line: string) => void): Promise<Engine> {
    const installed = findOnPath("pulumi", isRealCommand);
    if (installed !== undefined) {
        const version = versionOf(installed);
        if (version !== undefined && isAtLeast(version, oldestVersion)) return { executable: installed, built: false };
        log(`pulumi on PATH is ${version ?? "of unknown version"}, older than ${oldestVersion}; it is not used`);
    }
    return { executable: await buildEngine(log), built: true };
}

/** The first executable of that name in PATH that satisfies the condition. */
export function findOnPath(name: string, accept: (file: string) => boolean = () => true): string | undefined {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
        if (folder === "") continue;
        const file = join(folder, name);
        if (isExecutable(file) && accept(file)) return file;
    }
    return undefined;
}

function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    } catch {
        return false;
    }
}

/** A sandbox inside a sandbox must not find the outer one's launcher. */
function isRealCommand(file: string): boolean {
    return statSync(file).size > 4096 || !readFileSync(file, "utf8").startsWith(launcherMark);
}

function versionOf(executable: string): string | undefined {
    try {
        return execFileSync(executable, ["version"], {
            encoding: "utf8",
            env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
            stdio: ["ignore", "pipe", "ignore"],
        }).trim();
    } catch {
        return undefined;
    }
}
