import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./measure";
import { plainProgram, type Plan } from "./plain-program";
import { SandboxedPreview } from "./sandboxed-preview";
import { root, temporaryFolder } from "./temporary-folder";

/** Stacks of the project, by their settings. */
export const stacks = readdirSync(join(root, "stacks")).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);

/** The type check of the program is done once and then cached by the SDK; it is measured by itself. */
const environment = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

/** The preview of a stack, against a program that registers the same resources without any component. */
export async function previewOfStack(stack: string): Promise<Benchmark> {
    const sandbox = await SandboxedPreview.open(environment);
    const program = stackProgram();
    let removePlain: () => void = () => undefined;
    const close = async () => {
        await sandbox.close();
        program.remove();
        removePlain();
    };
    try {
        const planFile = sandbox.file("plan.json");
        await sandbox.run(program.folder, stack, "--save-plan", planFile, "--show-secrets");
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
            subject: () => sandbox.run(program.folder, stack),
            baseline: () => sandbox.run(plain.folder, "plain"),
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
