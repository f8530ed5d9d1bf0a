/**
 * Network policies, budgets and the people on call find pods by their labels.
 *
 * Checked property:  Pod and every controller of pods: `metadata.labels` of the pod
 * Compliant values:  a label of each name in `labelsList`, with any value
 * When unset:        violation; not applicable until the list is configured, and to patches
 */
import { check, definePolicy, each, notApplicable } from "../../policy";
import { pod } from "../../resources/pod";

interface Config {
    readonly labelsList: readonly string[];
}

export const podLabelsRequired = definePolicy<Config>({
    name: "pod-labels-required",
    description: "Pods must have the labels that are required.",
    remediationSteps: "Add the missing labels to the pod, or to the template that it is made from.",
    severity: "low",
    practice: 9,
    equivalents: ["azure-policy:46592696-4c7b-4bf3-9e45-6c2763bdc0a6"],
    configSchema: {
        properties: {
            labelsList: {
                type: "array",
                items: { type: "string" },
                default: [],
                description: "Names of labels that each pod needs. Nothing is judged while it is empty.",
            },
        },
    },
    checks: [
        check(pod, function* ({ metadata, isPatch }, { labelsList }) {
            if (labelsList.length === 0) return notApplicable("no labelsList is configured");
            if (isPatch) return notApplicable("the patch leaves other labels alone");
            yield* each(labelsList, function* (name) {
                const label = metadata.in("labels", name);
                if (label.isGiven) return;
                yield `\`${label.path}\` is unset, and each pod needs it; set it to its value for this pod.`;
            });
            return undefined;
        }),
    ],
});
