import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { stringify } from "yaml";

import { type CommandResult, type Fault, Sandbox } from "../../../sandbox/sandbox";
import { temporaryFolder } from "../../temporary-folders";

const checkout = resolve(__dirname, "../../..");

/** How a program in a temporary folder is made. */
export interface ProgramOptions {
    /** Source of index.js; a test may replace it later. */
    readonly source: string;
    /** Content of Pulumi.dev.yaml. Default: a location. */
    readonly settings?: string;
    /** Other files by path. */
    readonly files?: Readonly<Record<string, string>>;
    /** More of Pulumi.yaml. */
    readonly project?: Record<string, unknown>;
    readonly faults?: readonly Fault[];
}

/** A program in a folder of its own, with a sandbox of its own. */
export class Program {
    private constructor(
        readonly folder: string,
        readonly sandbox: Sandbox,
    ) {}

    static async create(options: ProgramOptions): Promise<Program> {
        const root = temporaryFolder();
        const folder = join(root, "program");
        const settings = options.settings ?? "config:\n  azure-native:location: westeurope\n";
        const project = {
            name: "tiny",
            main: "index.js",
            runtime: { name: "nodejs", options: { typescript: false } },
            ...options.project,
        };
        writeFiles(folder, {
            "Pulumi.yaml": stringify(project),
            "Pulumi.dev.yaml": settings,
            "package.json": JSON.stringify({ name: "tiny", private: true }),
            "index.js": options.source,
            ...options.files,
        });
        symlinkSync(join(checkout, "node_modules"), join(folder, "node_modules"));
        const log = () => undefined;
        const sandbox = await Sandbox.open({ directory: join(root, "state"), log, faults: options.faults ?? [] });
        return new Program(folder, sandbox);
    }

    /** Runs pulumi on stack dev. */
    async pulumi(...args: string[]): Promise<CommandResult & { output: string }> {
        return await this.run("pulumi", ...args, "--stack", "dev", "--non-interactive");
    }

    /** Runs any command in the program's folder. */
    async run(...command: string[]): Promise<CommandResult & { output: string }> {
        const result = await this.sandbox.run(command, { cwd: this.folder, capture: true });
        return { ...result, output: result.stdout + result.stderr };
    }

    /** Replaces the program. */
    write(source: string): void {
        writeFileSync(join(this.folder, "index.js"), source);
    }

    async close(): Promise<void> {
        await this.sandbox.close();
    }
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) {
        const file = join(folder, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
    }
}
