import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { everyPractice, practices } from "../../policy-pack/practices";
import { policies } from "../../policy-pack/policies";
import { Sandbox } from "../../sandbox/sandbox";
import { parseEventLog, registeredResources } from "./engine-events";
import { practiceReport } from "./practice-report";
import { practiceTable, summary } from "./table";

const usage = `npm run preview -- [--stack NAME] [--program DIR] [-- PULUMI OPTIONS]

Previews a program under the policy pack, on a real Pulumi engine and without an Azure account, and ends with the state
of the ten practices. The exit code is that of the gate: 0 only where no mandatory policy is violated.

  --stack NAME     stack to preview. Default: prod, or dev with --program
  --program DIR    folder of another Pulumi program, such as examples/legacy
  --state DIR      state of the sandbox. Default: .sandbox, as for \`npm run sandbox\``;

const root = resolve(__dirname, "..", "..");
const policyPack = join(root, "policy-pack");

interface Options {
    stack: string;
    program: string;
    state: string | undefined;
    pulumiOptions: string[];
}

function parseOptions(args: string[]): Options | undefined {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            stack: { type: "string" },
            program: { type: "string" },
            state: { type: "string" },
            help: { type: "boolean", short: "h" },
        },
    });
    if (values.help) {
        return undefined;
    }
    return {
        stack: values.stack ?? (values.program === undefined ? "prod" : "dev"),
        program: resolve(values.program ?? root),
        state: values.state,
        pulumiOptions: positionals,
    };
}

async function preview({ stack, program, state, pulumiOptions }: Options): Promise<number> {
    if (!existsSync(join(program, "Pulumi.yaml")) && !existsSync(join(program, "Pulumi.yml"))) {
        console.error(`${program} is not the folder of a Pulumi program: there is no Pulumi.yaml in it.`);
        return 2;
    }
    if (!existsSync(join(policyPack, "dist", "index.js"))) {
        console.error("The policy pack is not compiled yet. Run `npm run build` first.");
        return 2;
    }
    const folder = mkdtempSync(join(tmpdir(), "aksguard-preview-"));
    const eventLog = join(folder, "events.json");
    const sandbox = await Sandbox.open(state === undefined ? {} : { directory: state });
    try {
        const { exitCode } = await sandbox.run(
            [
                ...["pulumi", "preview", "--stack", stack, "--policy-pack", policyPack, "--non-interactive"],
                ...["--event-log", eventLog, ...pulumiOptions],
            ],
            // The event log is an option of the debug commands.
            { cwd: program, environment: { PULUMI_DEBUG_COMMANDS: "1" } },
        );
        const events = parseEventLog(existsSync(eventLog) ? readFileSync(eventLog, "utf8") : "");
        if (registeredResources(events) === 0) {
            // Where the preview itself failed, the engine has said why.
            if (exitCode === 0) {
                console.error(
                    "\nThe program registered no resource: the policies looked at nothing, and the gate is shut.",
                );
            }
            return exitCode === 0 ? 1 : exitCode;
        }
        const rows = practiceReport(everyPractice, policies, events, "aksguard");
        const ten = rows.filter(({ practice }) => practice !== "beyond");
        console.log(`\nThe ten practices in stack ${stack}: ${summary(ten)}\n`);
        console.log(practiceTable(rows, practices));
        if (exitCode !== 0 && rows.every(({ state }) => state !== "violated")) {
            console.log("\nThe preview failed: the table tells only of what was registered before that.");
        }
        if (exitCode !== 0) {
            console.log(`\nThe gate is shut (exit code ${String(exitCode)}).`);
        }
        return exitCode;
    } finally {
        await sandbox.close();
        rmSync(folder, { recursive: true, force: true });
    }
}

async function main(): Promise<number> {
    let options: Options | undefined;
    try {
        options = parseOptions(process.argv.slice(2));
    } catch (error) {
        console.error(`${(error as Error).message}\n\n${usage}`);
        return 2;
    }
    if (options === undefined) {
        console.log(usage);
        return 0;
    }
    return preview(options);
}

main().then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: unknown) => {
        console.error(error instanceof Error ? error.message : String(error));
        process.exitCode = 1;
    },
);
