import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parseDocument, stringify } from "yaml";

import { UserError } from "../user-error";
import { type Project, trackedStackSettings } from "./project";

/** What belongs to the backend rather than to the program; the sandbox has its own. */
const backendKeys = ["secretsprovider", "encryptionsalt", "encryptedkey"];

/** The folder of a program's copied settings; a project of the same name itself, so that the engine can work in it. */
export function settingsFolder(project: Project, stateFolder: string): string {
    return join(stateFolder, "config", `${project.name}-${digestOf(project.file).slice(0, 12)}`);
}

/**
 * The engine writes into a stack's settings file (a salt at least), so in the sandbox it gets a copy. The copy follows the
 * tracked file: when that changes, it is taken over anew, but for what belongs to the sandbox's own backend.
 */
export function copyStackSettings(project: Project, stack: string, stateFolder: string): string {
    const tracked = trackedStackSettings(project, stack);
    const folder = settingsFolder(project, stateFolder);
    const copy = join(folder, `Pulumi.${stack}.yaml`);
    const origin = join(folder, `Pulumi.${stack}.origin`);

    const content = existsSync(tracked) ? readFileSync(tracked, "utf8") : "";
    const digest = digestOf(content);
    if (existsSync(copy) && existsSync(origin) && readFileSync(origin, "utf8") === digest) return copy;

    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name: project.name, runtime: "nodejs" }));
    writeFileSync(copy, settingsForSandbox(content, existsSync(copy) ? readFileSync(copy, "utf8") : "", tracked));
    writeFileSync(origin, digest);
    return copy;
}

function settingsForSandbox(tracked: string, previous: string, file: string): string {
    const settings = parseDocument(tracked.trim() === "" ? "{}" : tracked);
    if (settings.errors.length > 0) throw new UserError(`${file} cannot be read: ${settings.errors[0]?.message ?? ""}`);
    const encrypted = encryptedKeys(settings.toJS());
    if (encrypted.length > 0) {
        throw new UserError(
            `${file} holds encrypted values (${encrypted.join(", ")}), which only the backend that encrypted them can read. ` +
                `Preview another stack in the sandbox, or one whose settings have no secrets.`,
        );
    }
    const old = parseDocument(previous);
    for (const key of backendKeys) {
        settings.delete(key);
        if (old.has(key)) settings.set(key, old.get(key));
    }
    return settings.toString();
}

function encryptedKeys(settings: unknown): string[] {
    const { config } = (settings ?? {}) as { config?: Record<string, unknown> | null };
    return Object.entries(config ?? {})
        .filter(([, value]) => typeof value === "object" && value !== null && "secure" in value)
        .map(([key]) => key);
}

function digestOf(text: string): string {
    return createHash("sha256").update(text).digest("hex");
}
