import { some } from "../policy";
import type { Pod } from "../resources/pod";

/** Whether a pod runs on Windows: it says so itself, or only nodes with Windows may run it. */
export function runsOnWindows({ isWindows, spec }: Pick<Pod, "isWindows" | "spec">): boolean {
    return some(isWindows, () => spec.in("nodeSelector", "kubernetes.io/os").string() === "windows");
}
