import { chartDashboardAbsent } from "../../../../policy-pack/policies/chart/chart-dashboard-absent";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const charts = [
    "kubernetes-dashboard",
    "k8s-dashboard/kubernetes-dashboard",
    "stable/kubernetes-dashboard",
    "./charts/kubernetes-dashboard/",
    "./charts/kubernetes-dashboard//",
    "https://charts.example.com/kubernetes-dashboard-7.10.0.tgz",
    "oci://contoso.azurecr.io/helm/kubernetes-dashboard",
    "oci://contoso.azurecr.io/helm/kubernetes-dashboard:7.10.0",
    "Kubernetes-Dashboard",
];

function release(props: object) {
    return { type: "kubernetes:helm.sh/v3:Release", props };
}

testPolicy(chartDashboardAbsent, {
    compliant: {
        "another chart": release({ chart: "kured", repositoryOpts: { repo: "https://kubereboot.github.io/charts" } }),
        "its successor": release({
            chart: "headlamp",
            repositoryOpts: { repo: "https://kubernetes-sigs.github.io/headlamp/" },
        }),
        "a chart with a longer name": release({ chart: "kubernetes-dashboard-theme" }),
        "a chart with a name before it": release({ chart: "my-kubernetes-dashboard" }),
        "a subchart that is off": release({
            chart: "platform",
            values: { "kubernetes-dashboard": { enabled: false } },
        }),
        nothing: release({}),
    },
    violating: {
        ...Object.fromEntries(
            charts.map((chart) => [
                `chart ${chart}`,
                {
                    ...release({ chart }),
                    message: `\`chart\` is \`${chart}\`, the chart of the Kubernetes dashboard; set it to another chart.`,
                },
            ]),
        ),
        "the URL of a chart with a query": {
            ...release({ chart: "https://charts.example.com/kubernetes-dashboard?token=7" }),
            message:
                "`chart` is `https://charts.example.com/kubernetes-dashboard`, the chart of the Kubernetes dashboard; set it to another chart.",
        },
        "version 3 of Chart": {
            type: "kubernetes:helm.sh/v3:Chart",
            props: { chart: "kubernetes-dashboard", fetchOpts: { repo: "https://kubernetes.github.io/dashboard/" } },
            message: [
                "`chart` is `kubernetes-dashboard`, the chart of the Kubernetes dashboard; set it to another chart.",
                "`fetchOpts.repo` is `https://kubernetes.github.io/dashboard/`, the repository of the Kubernetes dashboard; set it to another repository.",
            ],
        },
        "a local chart of version 3": {
            type: "kubernetes:helm.sh/v3:Chart",
            props: { path: "charts/kubernetes-dashboard" },
            message:
                "`path` is `charts/kubernetes-dashboard`, the chart of the Kubernetes dashboard; set it to another chart.",
        },
        "version 4 of Chart": {
            type: "kubernetes:helm.sh/v4:Chart",
            props: { chart: "ui", repositoryOpts: { repo: "https://kubernetes-retired.github.io/dashboard" } },
            message:
                "`repositoryOpts.repo` is `https://kubernetes-retired.github.io/dashboard`, the repository of the Kubernetes dashboard; set it to another repository.",
        },
        "a subchart": {
            ...release({ chart: "platform", values: { "kubernetes-dashboard": { enabled: true } } }),
            message:
                "`values.kubernetes-dashboard.enabled` is `true`, which installs the Kubernetes dashboard; set it to `false`.",
        },
        "a malformed chart": { ...release({ chart: ["ui"] }), message: "`chart` is a list; set it to a string." },
    },
    undetermined: {
        "an unknown chart and repository: both are named": {
            ...release({ chart: UNKNOWN, repositoryOpts: { repo: UNKNOWN } }),
            undetermined: [
                "`chart` is not known before the update",
                "`repositoryOpts.repo` is not known before the update",
            ],
        },
    },
});
