/** The engine that is built where no recent CLI is installed; the same version is pinned in go.mod. */
export const builtVersion = "3.259.0";

/** The oldest CLI that can do what the sandbox needs: policy packs as executables. */
export const oldestVersion = "3.255.0";

/** Whether `version` (with or without a leading v, with or without a suffix) is at least `minimum`. */
export function isAtLeast(version: string, minimum: string): boolean {
    const parsed = numbersOf(version);
    if (parsed === undefined) return false;
    const required = numbersOf(minimum) ?? [];
    for (const [index, number] of required.entries()) {
        const found = parsed[index] ?? 0;
        if (found !== number) return found > number;
    }
    return true;
}

function numbersOf(version: string): number[] | undefined {
    const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(version);
    return match?.slice(1).map((part) => Number(part));
}
