import { join } from "node:path";
import { ServedPack } from "../sandbox/policy-pack/served-pack";
import { packOf } from "./pack-of";
import type { Benchmark } from "./measure";
import { mixedStack } from "./mixed-stack";
import { SandboxedPreview } from "./sandboxed-preview";
import { root, temporaryFolder } from "./temporary-folder";

const ours = join(root, "policy-pack");

/** A stack policy that does nothing: what the SDK itself costs for a whole stack. */
const idle = `policies: [{ name: "idle", description: "Does nothing.", validateStack: () => undefined }]`;

/** The whole command for a thousand resources, against the same with an empty pack. */
export async function previewOfThousand(): Promise<Benchmark> {
    const empty = packOf("policies: []");
    const program = temporaryFolder({
        "Pulumi.yaml": "name: mixed\nruntime: nodejs\n",
        "Pulumi.mixed.yaml": "config:\n  azure-native:location: westeurope\n",
        "package.json": JSON.stringify({ name: "mixed", private: true, main: "index.js" }),
        // What is judged is advised: the commands must end alike.
        "advisory.json": JSON.stringify({ all: "advisory" }),
        "resources.json": JSON.stringify(mixedStack(1000)),
        "index.js": `const { CustomResource } = require("@pulumi/pulumi");
for (const { type, name, props } of require("./resources.json")) new CustomResource(type, name, props);
`,
    });
    const sandbox = await SandboxedPreview.open();
    const preview = (pack: string) => () =>
        sandbox.run(
            program.folder,
            "mixed",
            ...["--policy-pack", pack, "--policy-pack-config", join(program.folder, "advisory.json")],
        );
    return {
        name: "preview of 1,000 mixed resources with the policy pack, against an empty compiled pack",
        aim: 1.1,
        pairs: 3,
        subject: preview(ours),
        baseline: preview(empty.folder),
        close: async () => {
            await sandbox.close();
            program.remove();
            empty.remove();
        },
    };
}

/** How the time of the pack's own calls grows: 10,000 resources in one process, against ten times 1,000. */
export function growthOfTime(): Benchmark {
    const secondsFor = async (count: number) => {
        const pack = await ServedPack.ofFolder(ours);
        const stack = mixedStack(count);
        const start = process.hrtime.bigint();
        await pack.judge(stack);
        const seconds = Number(process.hrtime.bigint() - start) / 1e9;
        await pack.stop();
        return seconds;
    };
    return {
        name: "time of the pack's calls for 10,000 resources, against ten times that for 1,000",
        aim: 1.1,
        pairs: 3,
        subject: () => secondsFor(10_000),
        baseline: async () => 10 * (await secondsFor(1000)),
    };
}

/** How its memory grows: what 10,000 resources add, against ten times what 1,000 add. */
export function growthOfMemory(): Benchmark {
    const addedBy = async (count: number) => {
        const pack = await ServedPack.ofFolder(ours);
        await pack.info();
        const before = pack.peakMemory;
        await pack.judge(mixedStack(count));
        const added = pack.peakMemory - before;
        await pack.stop();
        return added;
    };
    return {
        name: "memory that 10,000 resources add to the pack, against ten times what 1,000 add",
        aim: 1.1,
        unit: "MiB",
        pairs: 3,
        subject: () => addedBy(10_000),
        baseline: async () => 10 * (await addedBy(1000)),
    };
}

/** The call for the whole stack, against a pack of one stack policy that does nothing. */
export function stackOfTenThousand(): Benchmark {
    const nothing = packOf(idle);
    const stack = mixedStack(10_000);
    const secondsOf = async (folder: string) => {
        const pack = await ServedPack.ofFolder(folder);
        for (const member of stack) await pack.analyze(member);
        const start = process.hrtime.bigint();
        await pack.analyzeStack(stack);
        const seconds = Number(process.hrtime.bigint() - start) / 1e9;
        await pack.stop();
        return seconds;
    };
    return {
        name: "stack policies over 10,000 resources, against one that does nothing",
        aim: 1.5,
        pairs: 3,
        subject: () => secondsOf(ours),
        baseline: () => secondsOf(nothing.folder),
        close: nothing.remove,
    };
}
