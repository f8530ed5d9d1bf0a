import type { Problem } from "./problem";

/** Problems of a version of Kubernetes that is to be a minor one: what AKS patches by itself must not be pinned. */
export function* minorVersionProblems(argument: string, found: string | undefined): Iterable<Problem> {
    if (found !== undefined && !/^1\.\d{2}$/.test(found)) {
        yield {
            argument,
            found,
            why: /^1\.\d{2}\.\d+$/.test(found)
                ? "and a pinned patch would fight the upgrade channel"
                : "which is no minor version",
            remedy: `Set the minor version only, such as "${/^1\.\d{2}/.exec(found)?.[0] ?? "1.35"}"`,
        };
    }
}
