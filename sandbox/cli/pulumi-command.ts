import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { UserError, messageOf } from "../user-error";
import { type PulumiArguments, parsePulumiArguments } from "./arguments";
import { type Project, findProject, selectedStack, shortStackName } from "./project";
import { copyStackSettings, settingsFolder } from "./stack-settings";

/** A pulumi command, ready for the engine. */
export interface PreparedCommand {
    readonly args: readonly string[];
    readonly environment: NodeJS.ProcessEnv;
}

/** Where the sandbox keeps its things; the same folders that its environment names. */
export interface SandboxPaths {
    readonly state: string;
    readonly backend: string;
    readonly home: string;
}

/** The parts of a sandbox below its state folder. */
export function sandboxPaths(state: string): SandboxPaths {
    return { state, backend: join(state, "backend"), home: join(state, "home") };
}

/** Commands that concern no stack of the program, or that choose one by themselves. */
const withoutStack = new Set(
    "version about help login logout whoami new plugin package org schema install template env convert gen-completion gen-markdown".split(
        " ",
    ),
);
const withoutStackIn = new Set(["stack ls", "stack unselect", "policy ls", "policy new", "policy install"]);

/** Commands that would write, move or delete tracked settings whatever PULUMI_OPTION_CONFIG_FILE says. */
const refused: Record<string, string> = {
    "stack rename": "the sandbox would have to rename the tracked settings file",
    "stack change-secrets-provider": "the sandbox keeps every stack under its own passphrase",
    "config cp": "the destination would be a tracked settings file",
};

/**
 * Makes a pulumi command safe in a checkout: the stack's settings come from a copy, and a stack that does not exist yet is
 * created on its first use.
 */
export function preparePulumiCommand(
    engine: string,
    args: readonly string[],
    cwd: string,
    environment: NodeJS.ProcessEnv,
    paths: SandboxPaths,
): PreparedCommand {
    const parsed = parsePulumiArguments(args);
    const words = parsed.command.slice(0, 2).join(" ");
    const reason = refused[words];
    if (reason !== undefined) throw new UserError(`pulumi ${words} is not available in the sandbox: ${reason}.`);

    const first = parsed.command[0];
    if (first === undefined || withoutStack.has(first) || withoutStackIn.has(words) || parsed.help)
        return { args, environment };
    const project = findProject(resolve(cwd, parsed.cwd ?? "."));
    if (project === undefined || parsed.configFile !== undefined) return { args, environment };

    const stack = stackOf(parsed, project, environment, paths);
    if (stack === undefined) return { args, environment };
    const name = shortStackName(stack);
    const prepared = { ...environment, PULUMI_OPTION_CONFIG_FILE: copyStackSettings(project, name, paths.state) };
    // Without this flag the engine deletes the tracked settings together with the stack.
    if (words === "stack rm") return { args: [...args, "--preserve-config"], environment: prepared };

    const created = createStack(engine, project, name, prepared, paths);
    if (words !== "stack init") return { args, environment: prepared };
    if (!created) throw new UserError(`stack '${name}' already exists in the sandbox`);
    return {
        args: ["stack", "select", name, ...(parsed.cwd === undefined ? [] : ["--cwd", parsed.cwd])],
        environment: prepared,
    };
}

function stackOf(
    { command, stack }: PulumiArguments,
    project: Project,
    environment: NodeJS.ProcessEnv,
    paths: SandboxPaths,
): string | undefined {
    const [first, second, third] = command;
    const named = first === "stack" && ["init", "select", "rm"].includes(second ?? "") ? third : undefined;
    if (second === "init" && named === undefined && stack === undefined) {
        throw new UserError("name the stack: pulumi stack init NAME");
    }
    return named ?? stack ?? nonEmpty(environment.PULUMI_STACK) ?? selectedStack(project, paths.home);
}

/**
 * Creates the stack unless it exists. `stack init` writes the settings file of the project it runs in, whatever it is told;
 * so it runs in the folder of the copies.
 */
function createStack(
    engine: string,
    project: Project,
    stack: string,
    environment: NodeJS.ProcessEnv,
    paths: SandboxPaths,
): boolean {
    const file = join(paths.backend, ".pulumi", "stacks", project.name, `${stack}.json`);
    if (existsSync(file) || existsSync(`${file}.gz`)) return false;
    try {
        execFileSync(engine, ["stack", "init", stack, "--no-select", "--non-interactive"], {
            cwd: settingsFolder(project, paths.state),
            env: environment,
            stdio: ["ignore", "ignore", "pipe"],
            encoding: "utf8",
        });
    } catch (error) {
        const stderr = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : messageOf(error);
        throw new UserError(`The stack ${stack} could not be created in the sandbox:\n${stderr}`);
    }
    return true;
}

function nonEmpty(text: string | undefined): string | undefined {
    return text === "" ? undefined : text;
}
