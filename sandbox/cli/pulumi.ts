import { spawn } from "node:child_process";

import { UserError } from "../user-error";
import { preparePulumiCommand, sandboxPaths } from "./pulumi-command";

/*
 * What `pulumi` is for everything that runs inside the sandbox, a shell for example: the same preparation as for
 * `npm run sandbox -- pulumi …`, then the engine. Started by the launcher in the sandbox's bin folder.
 */

const engine = process.env.AKSGUARD_SANDBOX_ENGINE;
const state = process.env.AKSGUARD_SANDBOX_STATE;
if (engine === undefined || state === undefined) {
    console.error("this pulumi works only inside the sandbox: npm run sandbox -- <command>");
    process.exit(1);
}

try {
    const paths = sandboxPaths(state);
    const { args, environment } = preparePulumiCommand(
        engine,
        process.argv.slice(2),
        process.cwd(),
        process.env,
        paths,
    );
    const child = spawn(engine, args, { env: environment, stdio: "inherit" });
    // A terminal sends its interrupt to the engine as well, which then ends in its own good time.
    process.on("SIGINT", () => undefined);
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("exit", (code) => process.exit(code ?? 1));
} catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(`sandbox: ${error.message}`);
    process.exit(1);
}
