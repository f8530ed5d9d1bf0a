/**
 * Containers that request nothing are placed on nodes without room for them, and are the first to be evicted.
 *
 * Checked property:  `resources.requests` of each container, or of the pod
 * Compliant values:  `cpu` and `memory`
 * When unset:        violation, unless the same limit is set (Kubernetes takes it as the request)
 * Ruling:            ephemeral containers cannot have any
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { check, definePolicy, each, some } from "../../policy";
import type { Property } from "../../property";
import { pod } from "../../resources/pod";

const examples = { cpu: "100m", memory: "128Mi" } as const;
const resources = ["cpu", "memory"] as const;

export const podResourceRequestsSet = definePolicy<Exclusions>({
    name: "pod-resource-requests-set",
    description: "Containers should request CPU and memory.",
    remediationSteps: "Request what the container needs as a rule.",
    severity: "low",
    practice: 9,
    equivalents: [
        "azure-policy:03a4ecdb-0684-4039-be91-2762979e1bc8",
        "checkov:CKV_K8S_10",
        "checkov:CKV_K8S_12",
        "trivy:KSV-0015",
        "trivy:KSV-0016",
    ],
    advisory:
        "it protects the neighbours on a node, but does not keep anyone out; limits are judged by a policy of their own",
    configSchema: { properties: { excludedImages } },
    checks: [
        check(pod, function* ({ spec, isPatch }, config) {
            const containers = ["initContainers", "containers"].map((list) => spec.at(list));
            yield* eachIncludedContainer({ containers }, config, (container) =>
                each(resources, function* (resource) {
                    const owners = [container, spec];
                    if (isPatch || some(...owners.map((owner) => () => isRequested(owner, resource)))) return;
                    const { path } = container.in("resources", "requests", resource);
                    yield `\`${path}\` is unset, and no room is then kept for the container; set it to what it needs, such as \`${examples[resource]}\`.`;
                }),
            );
        }),
    ],
});

function isRequested(owner: Property, resource: string): boolean {
    return some(
        () => owner.in("resources", "requests", resource).isGiven,
        () => owner.in("resources", "limits", resource).isGiven,
    );
}
