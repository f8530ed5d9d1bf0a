import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

/** A new folder outside of the checkout, removed when the tests of its file are done. */
export function temporaryFolder(): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "aksguard-tests-")));
    folders.push(folder);
    return folder;
}

/** Mocha calls it after each file, wherever the file runs: files run side by side, in processes that outlive them. */
export const mochaHooks = {
    afterAll(): void {
        for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
};
