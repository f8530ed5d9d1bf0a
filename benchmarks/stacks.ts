import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Sandbox } from "../sandbox/sandbox";
import type { Benchmark } from "./measure";
import { plainProgram, type Plan } from "./plain-program";
import { root, temporaryFolder } from "./temporary-folder";

/** Stacks of the project, by their settings. */
export const stacks = readdirSync(join(root, "stacks")).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);

/** The type check of the program is done once and then cached by the SDK; it is measured by itself. */
const environment = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

/** The preview of a stack, against a program that registers the same resources without any component. */
export async function previewOfStack(stack: string): Promise<Benchmark> {
    const state = mkdtempSync(join(tmpdir(), "aksguard-bench-"));
    const sandbox = await Sandbox.open({ directory: state });
    const pulumi = async (cwd: string, ...args: string[]) => {
        const command = ["pulumi", ...args, "--non-interactive"];
        const { exitCode, stdout, stderr } = await sandbox.run(command, { cwd, capture: true, environment });
        if (exitCode !== 0) {
            throw new Error(`${command.join(" ")} failed:\n${stdout}${stderr}`);
        }
        return stdout;
    };
    const preview = async (cwd: string, name: string) => {
        await pulumi(cwd, "preview", "--stack", name);
    };
    const program = stackProgram();
    let removePlain: () => void = () => undefined;
    const close = async () => {
        await sandbox.close();
        rmSync(state, { recursive: true, force: true });
        program.remove();
        removePlain();
    };
    try {
        const planFile = join(state, "plan.json");
        await pulumi(program.folder, "preview", "--stack", stack, "--save-plan", planFile, "--show-secrets");
        const { resourcePlans } = JSON.parse(readFileSync(planFile, "utf8")) as { resourcePlans: Plan };
        const plain = temporaryFolder({
            "Pulumi.yaml": "name: plain\nmain: index.ts\nruntime:\n  name: nodejs\n  options:\n    typescript: true\n",
            "Pulumi.plain.yaml": "config:\n  azure-native:location: westeurope\n",
            "package.json": JSON.stringify({ name: "plain", private: true, main: "index.ts" }),
            "tsconfig.json": readFileSync(join(root, "tsconfig.json"), "utf8"),
            "index.ts": plainProgram(resourcePlans),
        });
        removePlain = plain.remove;
        return {
            name: `preview of stack ${stack}, against the same resources without components`,
            aim: 1.1,
            pairs: 5,
            subject: () => preview(program.folder, stack),
            baseline: () => preview(plain.folder, "plain"),
            close,
        };
    } catch (error) {
        await close();
        throw error;
    }
}

/** The program of the project as that of a user, who has the components compiled, from a package. */
function stackProgram() {
    const sources = readdirSync(join(root, "stacks")).map((file) => join("stacks", file));
    const files = ["Pulumi.yaml", "tsconfig.json", ...sources].map((file) => [
        file,
        readFileSync(join(root, file), "utf8"),
    ]);
    return temporaryFolder({
        ...(Object.fromEntries(files) as Record<string, string>),
        "package.json": JSON.stringify({ name: "program", private: true }),
        "components/index.js": `module.exports = require(${JSON.stringify(join(root, "dist"))});\n`,
    });
}
