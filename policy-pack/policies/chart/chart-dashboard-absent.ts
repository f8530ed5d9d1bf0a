/**
 * By chart the Kubernetes dashboard comes without any add-on that Azure could see; a Release hides even its workload.
 *
 * Checked property:  Chart and Release `chart`, `path`, `repo`, `repositoryOpts.repo`, `values`
 * Compliant values:  no chart, repository or subchart of the dashboard
 * When unset:        compliant
 */
import { dashboardName, isDashboardChart, isDashboardSource } from "../../dashboard";
import { quoteUrl } from "../../message";
import { check, definePolicy, each } from "../../policy";
import { chart } from "../../resources/chart";

export const chartDashboardAbsent = definePolicy({
    name: "chart-dashboard-absent",
    description: "Helm charts must not install the Kubernetes dashboard.",
    remediationSteps: "Remove the chart; use the resource view of the Azure portal or Headlamp.",
    severity: "high",
    practice: 5,
    equivalents: [],
    checks: [
        check(chart, function* ({ names, repositories, values }) {
            yield* each(names, function* (name) {
                const value = name.string() ?? "";
                if (!isDashboardChart(value)) return;
                yield `\`${name.path}\` is ${quoteUrl(value)}, the chart of the Kubernetes dashboard; set it to another chart.`;
            });
            yield* each(repositories, function* (repository) {
                const value = repository.string() ?? "";
                if (!isDashboardSource(value)) return;
                yield `\`${repository.path}\` is ${quoteUrl(value)}, the repository of the Kubernetes dashboard; set it to another repository.`;
            });
            // Umbrella charts enable it as a subchart.
            yield* each([values.in(dashboardName, "enabled")], function* (enabled) {
                if (enabled.value !== true) return;
                yield `\`${enabled.path}\` is \`true\`, which installs the Kubernetes dashboard; set it to \`false\`.`;
            });
        }),
    ],
});
