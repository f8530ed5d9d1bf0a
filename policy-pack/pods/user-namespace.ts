import type { Pod } from "../resources/pod";

/**
 * Whether root inside of the pod is nobody on its node, which Pod Security Admission asks since v1.35. Older nodes that
 * cannot do it refuse such a pod.
 */
export function hasUserNamespace({ spec }: Pick<Pod, "spec">): boolean {
    return spec.at("hostUsers").boolean() === false;
}
