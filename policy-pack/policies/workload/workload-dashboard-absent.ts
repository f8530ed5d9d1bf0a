/**
 * The Kubernetes dashboard was archived in January 2026: its flaws stay, and it is a well-known way into clusters.
 *
 * Checked property:  Pod and every controller of pods: images of all containers, labels
 * Compliant values:  no image of the dashboard from any registry, no label of the dashboard
 * When unset:        compliant
 */
import { dashboardLabels, dashboardName, isDashboardImage } from "../../dashboard";
import { quote } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { workload } from "../../resources/workload";

export const workloadDashboardAbsent = definePolicy({
    name: "workload-dashboard-absent",
    description: "Workloads must not run the Kubernetes dashboard.",
    remediationSteps: "Remove the workload; use the resource view of the Azure portal or Headlamp.",
    severity: "high",
    practice: 5,
    equivalents: ["checkov:CKV_K8S_33"],
    checks: [
        check(workload, function* ({ containers, labels }) {
            yield* each(containers, (list) =>
                each(list.elements(), function* (container) {
                    const image = container.at("image");
                    const value = image.string() ?? "";
                    if (!isDashboardImage(value)) return;
                    yield `\`${image.path}\` is ${quote(value)}, an image of the Kubernetes dashboard; set it to another image.`;
                }),
            );
            const all = labels.flatMap((owner) => dashboardLabels.map((name) => owner.at(name)));
            yield* each(all, function* (label) {
                if (label.string() !== dashboardName) return;
                yield `\`${label.path}\` is ${quote(dashboardName)}, the label of the Kubernetes dashboard; set it to another name.`;
            });
        }),
    ],
});
