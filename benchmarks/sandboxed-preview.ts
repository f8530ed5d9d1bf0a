import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Sandbox } from "../sandbox/sandbox";

/** A sandbox of its own, where whole commands are run as users wait for them. */
export class SandboxedPreview {
    private constructor(
        private readonly state: string,
        private readonly sandbox: Sandbox,
        private readonly environment: Record<string, string>,
    ) {}

    static async open(environment: Record<string, string> = {}): Promise<SandboxedPreview> {
        const state = mkdtempSync(join(tmpdir(), "aksguard-bench-"));
        return new SandboxedPreview(state, await Sandbox.open({ directory: state }), environment);
    }

    /** A path in a folder that goes away with the sandbox. */
    file(name: string): string {
        return join(this.state, name);
    }

    /** Previews a stack. A command that fails would measure nothing: its output is the error. */
    async run(cwd: string, stack: string, ...options: readonly string[]): Promise<void> {
        const command = ["pulumi", "preview", "--stack", stack, "--non-interactive", ...options];
        const { environment } = this;
        const { exitCode, stdout, stderr } = await this.sandbox.run(command, { cwd, capture: true, environment });
        if (exitCode !== 0) {
            throw new Error(`${command.join(" ")} failed:\n${stdout}${stderr}`);
        }
    }

    async close(): Promise<void> {
        await this.sandbox.close();
        rmSync(this.state, { recursive: true, force: true });
    }
}
