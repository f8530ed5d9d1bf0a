import { eachContainer } from "./each-container";
import { unlessExcluded, type Exclusions } from "./excluded-containers";
import type { Finding, Judgement } from "../policy";
import type { Property } from "../property";
import type { Pod } from "../resources/pod";

/** Runs `body` for each container of a pod that is not left out, each on its own. */
export function eachIncludedContainer(
    pod: Pick<Pod, "containers">,
    exclusions: Exclusions,
    body: (container: Property) => Judgement,
): Generator<Finding> {
    return eachContainer(pod, (container) => unlessExcluded(container, exclusions, () => body(container)));
}
