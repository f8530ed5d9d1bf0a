import { mkdir, rm, stat, utimes } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** A holder that was killed stops beating; then the lock may be taken over. */
const beatEvery = 5_000;
const staleAfter = 30_000;

/** Runs `action`, which builds `what`, while holding the lock folder; waits while another process holds it. */
export async function withLock(
    folder: string,
    what: string,
    log: (line: string) => void,
    action: () => Promise<void>,
): Promise<void> {
    let told = false;
    while (!(await take(folder))) {
        if (!told) log(`another process is building ${what}; waiting for it ...`);
        told = true;
        if (await isStale(folder)) await rm(folder, { recursive: true, force: true });
        else await sleep(500);
    }
    const beat = setInterval(() => {
        const now = new Date();
        utimes(folder, now, now).catch(() => undefined);
    }, beatEvery);
    try {
        await action();
    } finally {
        clearInterval(beat);
        await rm(folder, { recursive: true, force: true });
    }
}

async function take(folder: string): Promise<boolean> {
    try {
        await mkdir(folder);
        return true;
    } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
        throw error;
    }
}

async function isStale(folder: string): Promise<boolean> {
    try {
        return Date.now() - (await stat(folder)).mtimeMs > staleAfter;
    } catch {
        return false;
    }
}
