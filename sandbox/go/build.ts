import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { UserError, messageOf } from "../user-error";
import { withLock } from "./lock";

/** What is built from Go modules where nobody has installed it. */
export interface GoProgram {
    /** As messages name it: "the Pulumi engine 3.259.0". */
    readonly title: string;
    /** Its folder in the cache; has the version in it. */
    readonly cacheName: string;
    /** Folder with go.mod, go.sum and what they are for; go.sum makes them binding. */
    readonly module: string;
    /** What is built, as arguments of `go build`; each becomes an executable. */
    readonly packages: readonly string[];
    readonly linkerFlags: string;
    /** How long the first time takes on two cores. */
    readonly minutes: number;
    /** What is missing without it, and what a user can install instead. */
    readonly missing: string;
    readonly remedies: readonly string[];
    /** What else lies in the folder. */
    readonly finish?: (folder: string) => Promise<void>;
}

/** The folder of the program's executables in the user's cache; built there first when it is missing. */
export async function builtOnce(program: GoProgram, log: (line: string) => void): Promise<string> {
    const folder = join(cacheFolder(), program.cacheName);
    if (existsSync(folder)) return folder;

    await mkdir(cacheFolder(), { recursive: true });
    await withLock(`${folder}.lock`, program.title, log, async () => {
        if (existsSync(folder)) return;
        const workspace = await mkdtemp(`${folder}.build-`);
        try {
            await build(program, workspace, log);
            await rename(join(workspace, "out"), folder);
        } finally {
            await rm(workspace, { recursive: true, force: true });
        }
    });
    return folder;
}

/** Where what is built is kept for all checkouts of this user. */
function cacheFolder(): string {
    const cache = process.env.XDG_CACHE_HOME;
    return join(cache === undefined || cache === "" ? join(homedir(), ".cache") : cache, "aksguard");
}

async function build(program: GoProgram, workspace: string, log: (line: string) => void): Promise<void> {
    const module = join(workspace, "module");
    await cp(program.module, module, { recursive: true, filter: (file) => !file.endsWith(".ts") });
    await requireGo(program, module);
    const out = join(workspace, "out");
    await mkdir(out);

    const stopProgress = reportProgress(program, log);
    try {
        const flags = ["-trimpath", "-ldflags", `-s -w ${program.linkerFlags}`];
        await run(program, ["build", ...flags, "-o", `${out}/`, ...program.packages], module);
    } finally {
        stopProgress();
    }
    await program.finish?.(out);
}

/** `go version` beside a go.mod also tells whether this Go, or one that it may fetch, satisfies the go.mod. */
async function requireGo({ missing, remedies, module: source }: GoProgram, module: string): Promise<void> {
    try {
        await promisify(execFile)("go", ["version"], { cwd: module });
    } catch (error) {
        const reason = isMissing(error) ? "there is no Go on PATH" : firstLine(stderrOf(error));
        const folder = source.slice(source.lastIndexOf("sandbox"));
        const all = [...remedies, `install Go as recent as ${folder}/go.mod says: https://go.dev/doc/install`];
        throw new UserError(
            `${missing}, and it cannot be built from source: ${reason}.\nDo one of these:\n` +
                all.map((remedy) => `  - ${remedy}`).join("\n"),
        );
    }
}

function reportProgress({ title, minutes }: GoProgram, log: (line: string) => void): () => void {
    const start = Date.now();
    log(`building ${title} from source, once, about ${minutes} minutes ...`);
    const timer = setInterval(() => {
        log(`still building ${title} (${elapsed(start)})`);
    }, 30_000);
    return () => {
        clearInterval(timer);
        log(`the build of ${title} ended after ${elapsed(start)}`);
    };
}

function elapsed(start: number): string {
    const seconds = Math.round((Date.now() - start) / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function run({ title }: GoProgram, args: string[], cwd: string): Promise<void> {
    return new Promise((resolve, reject) => {
        // No C compiler is needed, and the sums of go.sum are binding.
        const environment = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=readonly", GOWORK: "off" };
        const child = spawn("go", args, { cwd, env: environment, stdio: ["ignore", "ignore", "pipe"] });
        let stderr = "";
        child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
        child.on("error", reject);
        child.on("close", (code) => {
            if (code === 0) resolve();
            else reject(new UserError(`${capitalized(title)} could not be built from source:\n${lastLines(stderr)}`));
        });
    });
}

function isMissing(error: unknown): boolean {
    return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function stderrOf(error: unknown): string {
    return error instanceof Error && "stderr" in error && typeof error.stderr === "string" && error.stderr !== ""
        ? error.stderr
        : messageOf(error);
}

function firstLine(text: string): string {
    return text.trim().split("\n")[0] ?? "";
}

function lastLines(text: string): string {
    const relevant = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("go: downloading"));
    return relevant.slice(-10).join("\n");
}

function capitalized(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
