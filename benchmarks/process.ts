import { spawn } from "node:child_process";

/** Runs a process to its end. */
export function run(file: string, args: readonly string[], cwd: string): Promise<void> {
    return new Promise((done, fail) => {
        const child = spawn(file, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
        let errors = "";
        child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
        child.on("error", fail);
        child.on("close", (code) => {
            if (code === 0) {
                done();
            } else {
                fail(new Error(`${file} ${args.join(" ")} ended with ${String(code)}:\n${errors}`));
            }
        });
    });
}

/** Runs a process until its first line of output, then ends it. */
export function runUntilFirstLine(file: string, args: readonly string[], cwd: string): Promise<void> {
    return new Promise((done, fail) => {
        const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
        let errors = "";
        let started = false;
        child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
        child.stdout.on("data", () => {
            started = true;
            child.kill("SIGKILL");
        });
        child.on("error", fail);
        child.on("close", () => {
            if (started) {
                done();
            } else {
                fail(new Error(`${file} ${args.join(" ")} ended before it was ready:\n${errors}`));
            }
        });
    });
}
