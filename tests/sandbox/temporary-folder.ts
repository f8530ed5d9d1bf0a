import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { after } from "mocha";

/** A new folder outside of the checkout, removed when the tests of the process are done. */
export function temporaryFolder(): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "aksguard-sandbox-")));
    folders.push(folder);
    return folder;
}

const folders: string[] = [];

after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
