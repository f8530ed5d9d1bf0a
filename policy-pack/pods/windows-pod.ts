import { some } from "../policy";
import type { Pod } from "../resources/pod";

/** Whether a pod runs on Windows: it says so itself, or only nodes with Windows may run it. */
export function runsOnWindows({ isWindows, spec }: Pick<Pod, "isWindows" | "spec">): boolean {
    return some(isWindows, () => spec.in("nodeSelector", "kubernetes.io/os").string() === "windows");
}

/** What to do about a container: for a pod that its node selector alone sends to Windows, to say so itself. */
export function unlessOnWindows({ spec }: Pick<Pod, "spec">, advice: string): string {
    const system = spec.in("nodeSelector", "kubernetes.io/os");
    if (!system.isKnown || system.value !== "windows") return advice;
    return `set \`${spec.in("os", "name").path}\` to \`windows\`, as the node selector says`;
}
