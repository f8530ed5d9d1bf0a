import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { UserError, messageOf } from "../user-error";
import { withLock } from "./lock";
import { builtVersion, oldestVersion } from "./version";

const enginePackage = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/**
 * The language host beside the built engine. The cache is shared by all checkouts of a user, so it starts whichever host
 * the running sandbox names, never the one of the checkout that happened to build the engine.
 */
const languageHostLauncher = `#!/bin/sh
if [ -z "$AKSGUARD_SANDBOX_LANGUAGE_HOST" ]; then
    echo "this engine belongs to the aksguard sandbox: start it by npm run sandbox -- pulumi" >&2
    exit 1
fi
exec "$AKSGUARD_SANDBOX_NODE" --import "$AKSGUARD_SANDBOX_TSX" "$AKSGUARD_SANDBOX_LANGUAGE_HOST" "$@"
`;

/** The engine in the user's cache folder; built there first when it is missing. */
export async function buildEngine(log: (line: string) => void): Promise<string> {
    const folder = join(cacheFolder(), `pulumi-${builtVersion}`);
    const executable = join(folder, "pulumi");
    if (existsSync(executable)) return executable;

    await mkdir(cacheFolder(), { recursive: true });
    await withLock(`${folder}.lock`, log, async () => {
        if (existsSync(executable)) return;
        const workspace = await mkdtemp(`${folder}.build-`);
        try {
            await build(workspace, log);
            await rm(folder, { recursive: true, force: true });
            await rename(join(workspace, "out"), folder);
        } finally {
            await rm(workspace, { recursive: true, force: true });
        }
    });
    return executable;
}

/** Where the engine is kept for all checkouts of this user. */
export function cacheFolder(): string {
    const cache = process.env.XDG_CACHE_HOME;
    return join(cache === undefined || cache === "" ? join(homedir(), ".cache") : cache, "aksguard");
}

async function build(workspace: string, log: (line: string) => void): Promise<void> {
    for (const file of ["go.mod", "go.sum", "tools.go"]) await copyFile(join(__dirname, file), join(workspace, file));
    await requireGo(workspace);
    await mkdir(join(workspace, "out"));

    const stopProgress = reportProgress(log);
    try {
        await run(
            "go",
            [
                "build",
                "-trimpath",
                "-ldflags",
                `-s -w -X ${versionVariable}=v${builtVersion}`,
                "-o",
                "out/pulumi",
                enginePackage,
            ],
            workspace,
        );
    } finally {
        stopProgress();
    }
    const launcher = join(workspace, "out", "pulumi-language-nodejs");
    await writeFile(launcher, languageHostLauncher);
    await chmod(launcher, 0o755);
}

/** `go version` beside a go.mod also tells whether this Go, or one that it may fetch, satisfies the go.mod. */
async function requireGo(workspace: string): Promise<void> {
    try {
        await promisify(execFile)("go", ["version"], { cwd: workspace });
    } catch (error) {
        const reason = isMissing(error) ? "there is no Go on PATH" : firstLine(stderrOf(error));
        throw new UserError(
            `There is no pulumi ${oldestVersion} or newer on PATH, and the engine cannot be built from source: ${reason}.\n` +
                `Do one of these:\n` +
                `  - install the Pulumi CLI, version ${oldestVersion} or newer: https://www.pulumi.com/docs/install/\n` +
                `  - install Go as recent as sandbox/engine/go.mod says: https://go.dev/doc/install`,
        );
    }
}

function reportProgress(log: (line: string) => void): () => void {
    const start = Date.now();
    log(`building the Pulumi engine ${builtVersion} from source, once, about 4 minutes ...`);
    const timer = setInterval(() => {
        log(`still building the Pulumi engine (${elapsed(start)})`);
    }, 30_000);
    return () => {
        clearInterval(timer);
        log(`the build of the Pulumi engine ended after ${elapsed(start)}`);
    };
}

function elapsed(start: number): string {
    const seconds = Math.round((Date.now() - start) / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function run(command: string, args: string[], cwd: string): Promise<void> {
    return new Promise((resolve, reject) => {
        // No C compiler is needed, and the sums of go.sum are binding.
        const environment = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=readonly", GOWORK: "off" };
        const child = spawn(command, args, { cwd, env: environment, stdio: ["ignore", "ignore", "pipe"] });
        let stderr = "";
        child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
        child.on("error", reject);
        child.on("close", (code) => {
            if (code === 0) resolve();
            else reject(new UserError(`The Pulumi engine could not be built from source:\n${lastLines(stderr, 10)}`));
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

function lastLines(text: string, count: number): string {
    const relevant = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("go: downloading"));
    return relevant.slice(-count).join("\n");
}
