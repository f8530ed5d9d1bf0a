import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Folder of the project. */
export const root = resolve(__dirname, "..");

/** Packages that the project has installed. */
export const modules = join(root, "node_modules");

/** A folder outside of the project that finds its packages, and that is removed afterwards. */
export function temporaryFolder(files: Record<string, string>): { folder: string; remove: () => void } {
    const folder = mkdtempSync(join(tmpdir(), "aksguard-bench-"));
    symlinkSync(modules, join(folder, "node_modules"));
    for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
    }
    return {
        folder,
        remove: () => {
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
