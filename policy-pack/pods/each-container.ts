import { each, type Finding, type Judgement } from "../policy";
import type { Property } from "../property";
import type { Pod } from "../resources/pod";

/** Runs `body` for each container of a pod, init and ephemeral ones too, each on its own. */
export function eachContainer(
    { containers }: Pick<Pod, "containers">,
    body: (container: Property) => Judgement,
): Generator<Finding> {
    return each(containers, (list) => each(list.elements(), body));
}
