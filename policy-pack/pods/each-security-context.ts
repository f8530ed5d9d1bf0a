import { eachIncludedContainer } from "./each-included-container";
import type { Exclusions } from "./excluded-containers";
import { each, type Finding, type Judgement } from "../policy";
import type { Property } from "../property";
import type { Pod } from "../resources/pod";

/** Runs `body` for the security context of the pod, and then for that of each container that is not left out. */
export function* eachSecurityContext(
    pod: Pick<Pod, "spec" | "containers">,
    exclusions: Exclusions,
    body: (securityContext: Property) => Judgement,
): Generator<Finding> {
    yield* each([pod.spec.at("securityContext")], body);
    yield* eachIncludedContainer(pod, exclusions, (container) => body(container.at("securityContext")));
}
