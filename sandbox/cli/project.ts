import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { parse } from "yaml";

import { UserError, messageOf } from "../user-error";

/** A Pulumi program: where its Pulumi.yaml is and where its stack settings are. */
export interface Project {
    readonly name: string;
    /** Absolute path of Pulumi.yaml. */
    readonly file: string;
    /** Folder of the tracked Pulumi.<stack>.yaml files. */
    readonly stackConfigDirectory: string;
}

/** The project of a folder: the nearest Pulumi.yaml in it or above it, as the engine looks for it. */
export function findProject(folder: string): Project | undefined {
    for (let current = resolve(folder); ; current = dirname(current)) {
        for (const name of ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"]) {
            const file = join(current, name);
            if (existsSync(file)) return readProject(file);
        }
        if (dirname(current) === current) return undefined;
    }
}

function readProject(file: string): Project {
    let content: unknown;
    try {
        content = parse(readFileSync(file, "utf8"));
    } catch (error) {
        throw new UserError(`${file} cannot be read: ${messageOf(error)}`);
    }
    const { name, stackConfigDir } = (content ?? {}) as { name?: unknown; stackConfigDir?: unknown };
    if (typeof name !== "string" || name === "") throw new UserError(`${file} has no name; a project needs one`);
    const settings = typeof stackConfigDir === "string" ? stackConfigDir : ".";
    return { name, file, stackConfigDirectory: resolve(dirname(file), settings) };
}

/** The tracked settings file of a stack, which need not exist. */
export function trackedStackSettings(project: Project, stack: string): string {
    return join(project.stackConfigDirectory, `Pulumi.${stack}.yaml`);
}

/** The stack that `pulumi stack select` chose for this project; the engine notes it under PULUMI_HOME. */
export function selectedStack(project: Project, pulumiHome: string): string | undefined {
    const digest = createHash("sha1").update(project.file).digest("hex");
    const file = join(pulumiHome, "workspaces", `${project.name}-${digest}-workspace.json`);
    if (!existsSync(file)) return undefined;
    const { stacks } = JSON.parse(readFileSync(file, "utf8")) as { stacks?: Record<string, string> };
    // One entry for each backend; the sandbox's home knows only the sandbox's.
    const [stack] = Object.values(stacks ?? {});
    return stack === undefined ? undefined : shortStackName(stack);
}

/** `organization/project/dev` and `dev` are the same stack of the sandbox's backend. */
export function shortStackName(stack: string): string {
    return stack.slice(stack.lastIndexOf("/") + 1);
}
