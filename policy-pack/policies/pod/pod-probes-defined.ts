/**
 * Without probes Kubernetes sends requests to containers that cannot answer yet, and keeps ones that hang.
 *
 * Checked property:  `readinessProbe` and `livenessProbe` of each container, or the configured probes
 * Compliant values:  any probe
 * When unset:        violation
 * Ruling:            init and ephemeral containers need none; not applicable to Job, CronJob and pods that end
 */
import { eachIncludedContainer } from "../../pods/each-included-container";
import { excludedContainers, excludedImages, type Exclusions } from "../../pods/excluded-containers";
import { check, definePolicy, each, notApplicable } from "../../policy";
import { pod, type Pod } from "../../resources/pod";

type Probe = "readinessProbe" | "livenessProbe" | "startupProbe";

interface Config extends Exclusions {
    readonly requiredProbes: readonly Probe[];
}

const consequences: Readonly<Record<Probe, string>> = {
    readinessProbe: "and requests then come before the application can answer",
    livenessProbe: "and the container then goes on when the application hangs",
    startupProbe: "and a slow start then counts as a failure",
};

export const podProbesDefined = definePolicy<Config>({
    name: "pod-probes-defined",
    description: "Containers should have readiness and liveness probes.",
    remediationSteps: "Define a probe that asks the application itself.",
    severity: "low",
    practice: 9,
    equivalents: ["azure-policy:b1a9997f-2883-4f12-bdff-2280f99b5915", "checkov:CKV_K8S_8", "checkov:CKV_K8S_9"],
    advisory: "probes are for availability, and a careless liveness probe costs more of it than none",
    configSchema: {
        properties: {
            requiredProbes: {
                type: "array",
                items: { type: "string", enum: Object.keys(consequences) },
                default: ["readinessProbe", "livenessProbe"],
                description: "The probes that each container must have.",
            },
            excludedContainers,
            excludedImages,
        },
    },
    checks: [
        check(pod, function* (subject, config) {
            if (endsByItself(subject)) return notApplicable("the pod ends by itself");
            const containers = [subject.spec.at("containers")];
            yield* eachIncludedContainer({ containers }, config, (container) =>
                each(config.requiredProbes, function* (name) {
                    const probe = container.at(name);
                    if (probe.isGiven || subject.isPatch) return;
                    yield `\`${probe.path}\` is unset, ${consequences[name]}; set it to a probe of the application.`;
                }),
            );
        }),
    ],
});

function endsByItself({ kind, spec }: Pod): boolean {
    if (kind === "Job" || kind === "CronJob") return true;
    const policy = spec.at("restartPolicy").string();
    return policy === "Never" || policy === "OnFailure";
}
