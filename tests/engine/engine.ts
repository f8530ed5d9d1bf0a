import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ApiServer } from "../../sandbox/kubernetes/api-server";
import { Cloud } from "../../sandbox/providers/cloud";
import { Sandbox, type CommandResult, type Fault } from "../../sandbox/sandbox";

export const root = resolve(__dirname, "..", "..");
export const policyPack = join(root, "policy-pack");

/** A program of a few lines, in a folder of its own, that uses the compiled library as users do. */
export interface Program {
    folder: string;
    /** Replaces the body: what the program does next time. */
    write(body: string): void;
}

/** The engine with an empty subscription of its own, for one test file. */
export class Engine {
    private readonly folders: string[] = [];

    private constructor(readonly state: string) {}

    static create(): Engine {
        return new Engine(mkdtempSync(join(tmpdir(), "aksguard-engine-")));
    }

    /** Runs pulumi, and fails where it does not end as expected. */
    async pulumi(
        cwd: string,
        args: readonly string[],
        expected: { fails?: boolean; faults?: readonly Fault[] } = {},
    ): Promise<string> {
        const result = await this.run(
            cwd,
            ["pulumi", ...args, "--non-interactive", "--color", "never"],
            expected.faults,
        );
        const output = `${result.stdout}${result.stderr}`;
        if ((result.exitCode !== 0) !== (expected.fails ?? false)) {
            throw new Error(`pulumi ${args.join(" ")} ended with ${String(result.exitCode)}:\n${output}`);
        }
        return output;
    }

    async run(cwd: string, command: readonly string[], faults: readonly Fault[] = []): Promise<CommandResult> {
        const sandbox = await Sandbox.open({ directory: this.state, faults, log: () => undefined });
        try {
            return await sandbox.run(command, { cwd, capture: true });
        } finally {
            await sandbox.close();
        }
    }

    /** What is in Azure, to look at and to change as somebody else would. */
    get cloud(): Cloud {
        return new Cloud(join(this.state, "cloud.json"));
    }

    /** What somebody else does in a cluster, who may do everything. */
    async inCluster<Result>(name: string, action: (server: ApiServer) => Promise<Result>): Promise<Result> {
        const sandbox = await Sandbox.open({ directory: this.state, log: () => undefined });
        try {
            return await action(await sandbox.clusters.administer(name));
        } finally {
            await sandbox.close();
        }
    }

    /** A program that has `aksguard` and `pulumi` at hand. Its stack lies in West Europe. */
    program(name: string, body: string): Program {
        const folder = mkdtempSync(join(tmpdir(), "aksguard-program-"));
        this.folders.push(folder);
        symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
        const write = (text: string) => {
            writeFileSync(
                join(folder, "index.js"),
                [
                    'const pulumi = require("@pulumi/pulumi");',
                    `const aksguard = require(${JSON.stringify(root)});`,
                    text,
                    "",
                ].join("\n"),
            );
        };
        writeFileSync(
            join(folder, "Pulumi.yaml"),
            `name: ${name}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n`,
        );
        writeFileSync(join(folder, "Pulumi.test.yaml"), "config:\n  azure-native:location: westeurope\n");
        writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, main: "index.js" }));
        write(body);
        return { folder, write };
    }

    close(): void {
        for (const folder of [this.state, ...this.folders]) {
            rmSync(folder, { recursive: true, force: true });
        }
    }
}

/** What git sees as changed: tracked files only. */
export function changedFiles(): string {
    return execFileSync("git", ["status", "--porcelain", "--untracked-files=no"], { cwd: root, encoding: "utf8" });
}

/** Resources of an exported stack. */
export interface ExportedResource {
    urn: string;
    type: string;
    id?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
}

export async function exported(engine: Engine, cwd: string, stack: string): Promise<ExportedResource[]> {
    const { stdout } = await engine.run(cwd, ["pulumi", "stack", "export", "--stack", stack]);
    return (JSON.parse(stdout) as { deployment: { resources?: ExportedResource[] } }).deployment.resources ?? [];
}

/** The lines that the README shows as the output of a command, without their indentation. */
export function shownByReadme(command: string): string[] {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const block = readme.split(`<!-- output of: ${command} -->`)[1]?.split("```")[1] ?? "";
    const lines = block
        .split("\n")
        .slice(1)
        .map((line) => line.trim());
    if (lines.length === 0) {
        throw new Error(`the README shows no output of ${command}`);
    }
    return lines.filter((line) => line !== "");
}
