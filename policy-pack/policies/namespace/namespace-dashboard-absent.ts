/**
 * The namespace of the Kubernetes dashboard is made for nothing else: what fills it may come by a road that is not seen.
 *
 * Checked property:  Namespace `metadata.name`
 * Compliant values:  any name but `kubernetes-dashboard`
 * When unset:        compliant (Pulumi chooses a name)
 */
import { dashboardName } from "../../dashboard";
import { check, definePolicy } from "../../policy";
import { namespace } from "../../resources/namespace";

export const namespaceDashboardAbsent = definePolicy({
    name: "namespace-dashboard-absent",
    description: "Clusters should have no namespace for the Kubernetes dashboard.",
    remediationSteps: "Remove the namespace and what was to run in it.",
    severity: "low",
    practice: 5,
    equivalents: [],
    advisory: "an empty namespace does no harm, and other policies judge what runs in it",
    checks: [
        check(namespace, function* ({ name }) {
            if (name.string() !== dashboardName) return;
            yield `\`${name.path}\` is \`${dashboardName}\`, the namespace of the Kubernetes dashboard; set it to another name.`;
        }),
    ],
});
