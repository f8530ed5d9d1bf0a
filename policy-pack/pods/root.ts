import type { Judgement } from "../policy";
import type { Pod } from "../resources/pod";
import { unless } from "./excuse";
import { isKured } from "./kured";
import { hasUserNamespace } from "./user-namespace";

/** What `body` finds, unless root of the pod is nobody on its node, or the pod is kured, which cannot do without. */
export function unlessRootIsExcused(pod: Pod, body: () => Judgement): Judgement {
    return unless(
        () => hasUserNamespace(pod),
        "the pod has users of its own, and root of it is nobody on the node",
        () => unlessKured(pod, body),
    );
}

/** What `body` finds, unless the pod is kured. */
export function unlessKured(pod: Pod, body: () => Judgement): Judgement {
    return unless(() => isKured(pod), "kured signals the node as root", body);
}
