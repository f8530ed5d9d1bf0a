import { join } from "node:path";
import { packOf } from "./pack-of";
import type { Benchmark } from "./measure";
import { run, runUntilFirstLine } from "./process";
import { SandboxedPreview } from "./sandboxed-preview";
import { modules, root, temporaryFolder } from "./temporary-folder";

/** From the start of the process to the port that the engine waits for. */
export function packStart(): Benchmark {
    const { folder, remove } = packOf("policies: []");
    const start = (pack: string) => () =>
        runUntilFirstLine(
            process.execPath,
            [join(modules, "@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:1", pack],
            pack,
        );
    return {
        name: "start of the policy pack, against an empty compiled pack",
        aim: 1.1,
        pairs: 10,
        subject: start(join(root, "policy-pack")),
        baseline: start(folder),
        close: remove,
    };
}

/** The whole command, as users wait for it, against the command with other options. */
async function previewOfProd(name: string, aim: number, baseline: string[], remove: () => void): Promise<Benchmark> {
    const sandbox = await SandboxedPreview.open();
    return {
        name,
        aim,
        pairs: 7,
        subject: () => sandbox.run(root, "prod", "--policy-pack", join(root, "policy-pack")),
        baseline: () => sandbox.run(root, "prod", ...baseline),
        close: async () => {
            await sandbox.close();
            remove();
        },
    };
}

export function previewAgainstEmptyPack(): Promise<Benchmark> {
    const { folder, remove } = packOf("policies: []");
    const name = "preview of stack prod with the policy pack, against an empty compiled pack";
    return previewOfProd(name, 1.1, ["--policy-pack", folder], remove);
}

export function previewAgainstNoPack(): Promise<Benchmark> {
    return previewOfProd("preview of stack prod with the policy pack, against no pack", 1.1, [], () => undefined);
}

/** What an editor and a build wait for in a program that uses the components. */
export function typeCheck(): Benchmark {
    const consumer = (packageName: string, body: string) => {
        const { folder, remove } = temporaryFolder({
            "package.json": JSON.stringify({ name: "consumer", private: true }),
            "tsconfig.json": JSON.stringify({
                compilerOptions: {
                    module: "nodenext",
                    moduleResolution: "nodenext",
                    target: "es2022",
                    strict: true,
                    skipLibCheck: true,
                    noEmit: true,
                    types: ["node"],
                    paths: { aksguard: [join(root, "dist/index.d.ts")] },
                },
                files: ["index.ts"],
            }),
            "index.ts": `import * as imported from "${packageName}";\n${body}\n`,
        });
        return {
            check: () => run(process.execPath, [join(modules, "typescript/bin/tsc"), "-p", folder], folder),
            remove,
        };
    };
    const subject = consumer("aksguard", 'new imported.Cluster("prod");');
    const baseline = consumer("@pulumi/pulumi", 'new imported.ComponentResource("a:b:C", "c");');
    return {
        name: "type check of a program that imports aksguard, against one that imports @pulumi/pulumi",
        aim: 1.5,
        pairs: 5,
        subject: subject.check,
        baseline: baseline.check,
        close: () => {
            subject.remove();
            baseline.remove();
        },
    };
}
