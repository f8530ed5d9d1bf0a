import { some, type Judgement } from "../policy";
import type { Pod } from "../resources/pod";
import { unless } from "./excuse";

/** What `body` finds, unless the pod runs on Windows: it says so itself, or only nodes with Windows may run it. */
export function unlessWindows(pod: Pick<Pod, "isWindows" | "spec">, reason: string, body: () => Judgement): Judgement {
    const hasSelector = () => pod.spec.in("nodeSelector", "kubernetes.io/os").string() === "windows";
    return unless(() => some(pod.isWindows, hasSelector), reason, body);
}

/** What to do about a container: for a pod that its node selector alone sends to Windows, to say so itself. */
export function unlessOnWindows({ spec }: Pick<Pod, "spec">, advice: string): string {
    const system = spec.in("nodeSelector", "kubernetes.io/os");
    if (!system.isKnown || system.value !== "windows") return advice;
    return `set \`${spec.in("os", "name").path}\` to \`windows\`, as the node selector says`;
}
