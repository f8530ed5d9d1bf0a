import { Sandbox } from "./sandbox";
import { UserError, messageOf } from "./user-error";

const usage = `npm run sandbox -- [options] <command> [arguments]

Runs a command where pulumi is a real engine and Azure (azure-native), Entra ID (azuread) and
Kubernetes (kubernetes) answer on this machine.
What it creates is kept in .sandbox between calls; no tracked file is changed.

  --fresh        start from an empty subscription and without stacks
  --state DIR    keep the state in another folder
  --help         this text

For example:
  npm run sandbox -- pulumi preview --stack dev
  npm run sandbox -- pulumi up --stack dev --yes
  npm run sandbox -- kubectl get namespaces
  npm run sandbox -- bash`;

interface Invocation {
    readonly fresh: boolean;
    readonly directory: string | undefined;
    readonly command: readonly string[];
}

function parseInvocation(args: readonly string[]): Invocation | "help" {
    let fresh = false;
    let directory: string | undefined;
    for (let index = 0; index < args.length; index++) {
        const argument = args[index] ?? "";
        if (argument === "--help" || argument === "-h") return "help";
        if (argument === "--fresh") fresh = true;
        else if (argument === "--state") directory = args[++index];
        else if (argument === "--") return { fresh, directory, command: args.slice(index + 1) };
        else if (argument.startsWith("-"))
            throw new UserError(`${argument} is not an option of the sandbox.\n\n${usage}`);
        else return { fresh, directory, command: args.slice(index) };
    }
    return { fresh, directory, command: [] };
}

async function main(): Promise<number> {
    const invocation = parseInvocation(process.argv.slice(2));
    if (invocation === "help") {
        console.log(usage);
        return 0;
    }
    const { fresh, directory, command } = invocation;
    if (command.length === 0 && !fresh) {
        console.error(usage);
        return 2;
    }
    const sandbox = await Sandbox.open({ fresh, ...(directory === undefined ? {} : { directory }) });
    // A terminal interrupts the whole group, so the command has it already; the rest must be passed on.
    process.on("SIGINT", () => undefined);
    for (const signal of ["SIGTERM", "SIGHUP"] as const) {
        process.on(signal, () => {
            sandbox.signal(signal);
        });
    }
    try {
        if (command.length === 0) return 0;
        // npm runs scripts in the package's folder and tells where the user was.
        const cwd = process.env.npm_lifecycle_event === "sandbox" ? process.env.INIT_CWD : undefined;
        const { exitCode } = await sandbox.run(command, { cwd: cwd ?? process.cwd() });
        return exitCode;
    } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") {
            throw new UserError(`there is no command ${command[0] ?? ""}`);
        }
        throw error;
    } finally {
        await sandbox.close();
    }
}

main().then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: unknown) => {
        console.error(error instanceof UserError ? `sandbox: ${error.message}` : `sandbox: ${messageOf(error)}`);
        process.exitCode = 1;
    },
);
