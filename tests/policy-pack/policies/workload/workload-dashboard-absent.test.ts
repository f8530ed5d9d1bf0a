import { workloadDashboardAbsent } from "../../../../policy-pack/policies/workload/workload-dashboard-absent";
import { container, object, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const images = [
    "kubernetesui/dashboard:v2.7.0",
    "docker.io/kubernetesui/metrics-scraper",
    "k8s.gcr.io/kubernetes-dashboard-amd64:v1.10.1",
    "registry.k8s.io/kubernetes-dashboard",
    "mirror.example.com:5000/docker/kubernetesui/dashboard-web:1.4.0",
    "contoso.azurecr.io/library/kubernetes-dashboard@sha256:0123",
    "mcr.microsoft.com/oss/kubernetes/dashboard:v2.0.1",
    "KubernetesUI/Dashboard",
    "kubernetes-dashboard-2.7",
];
const bad = { containers: [container({ name: "ui", image: "kubernetesui/dashboard" })] };
const template = ["spec", "template"];
const controllers = [
    { apiVersion: "v1", kind: "PodTemplate", path: ["template"] },
    { apiVersion: "v1", kind: "ReplicationController", path: template },
    { apiVersion: "apps/v1", kind: "Deployment", path: template },
    { apiVersion: "extensions/v1beta1", kind: "Deployment", path: template },
    { apiVersion: "apps/v1beta2", kind: "StatefulSet", path: template },
    { apiVersion: "apps/v1", kind: "DaemonSet", path: template },
    { apiVersion: "apps/v1", kind: "ReplicaSet", path: template },
    { apiVersion: "batch/v1", kind: "Job", path: template },
    { apiVersion: "batch/v1beta1", kind: "CronJob", path: ["spec", "jobTemplate", "spec", "template"] },
];

function pod(image: string | undefined) {
    return object("v1", "Pod", {
        spec: podSpec({ "containers.0.image": image }),
    });
}

function nest(path: readonly string[], value: object): object {
    return path.reduceRight<object>((inner, name) => ({ [name]: inner }), value);
}

testPolicy(workloadDashboardAbsent, {
    compliant: {
        "another image": pod("registry.example.com/app:1.0"),
        "an image called dashboard": pod("grafana/dashboard:1"),
        "a registry of that name": pod("kubernetes-dashboard.example.com/app:1"),
        "no image": pod(undefined),
        "no containers": object("v1", "Pod", { spec: { containers: null } }),
        "no spec": object("apps/v1", "Deployment", {}),
        "another label": object("v1", "Pod", { metadata: { labels: { app: "dashboard" } }, spec: podSpec() }),
    },
    violating: {
        ...Object.fromEntries(
            images.map((image) => [
                `image ${image}`,
                {
                    ...pod(image),
                    message: `\`spec.containers[0].image\` is \`${image}\`, an image of the Kubernetes dashboard; set it to another image.`,
                },
            ]),
        ),
        ...Object.fromEntries(
            controllers.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...object(apiVersion, kind, nest(path, { spec: podSpec(bad) })),
                    message: `\`${[...path, "spec"].join(".")}.containers[0].image\` is \`kubernetesui/dashboard\`, an image of the Kubernetes dashboard; set it to another image.`,
                },
            ]),
        ),
        "a list": {
            ...object("apps/v1", "DeploymentList", {
                items: [{ spec: { template: { spec: podSpec() } } }, { spec: { template: { spec: podSpec(bad) } } }],
            }),
            message:
                "`items[1].spec.template.spec.containers[0].image` is `kubernetesui/dashboard`, an image of the Kubernetes dashboard; set it to another image.",
        },
        "a patch": {
            ...object("apps/v1", "DaemonSetPatch", { spec: { template: { spec: podSpec(bad) } } }),
            message:
                "`spec.template.spec.containers[0].image` is `kubernetesui/dashboard`, an image of the Kubernetes dashboard; set it to another image.",
        },
        "an init container and an ephemeral one": {
            ...object("v1", "Pod", {
                spec: podSpec({ initContainers: bad.containers, ephemeralContainers: bad.containers }),
            }),
            message: [
                "`spec.initContainers[0].image` is `kubernetesui/dashboard`, an image of the Kubernetes dashboard; set it to another image.",
                "`spec.ephemeralContainers[0].image` is `kubernetesui/dashboard`, an image of the Kubernetes dashboard; set it to another image.",
            ],
        },
        "labels of the object and of its pods": {
            ...object("apps/v1", "Deployment", {
                metadata: { labels: { "k8s-app": "kubernetes-dashboard" } },
                spec: {
                    template: {
                        metadata: {
                            labels: {
                                app: "kubernetes-dashboard",
                                "app.kubernetes.io/part-of": "kubernetes-dashboard",
                            },
                        },
                        spec: podSpec(),
                    },
                },
            }),
            message: [
                "`metadata.labels.k8s-app` is `kubernetes-dashboard`, the label of the Kubernetes dashboard; set it to another name.",
                "`spec.template.metadata.labels.app` is `kubernetes-dashboard`, the label of the Kubernetes dashboard; set it to another name.",
                '`spec.template.metadata.labels["app.kubernetes.io/part-of"]` is `kubernetes-dashboard`, the label of the Kubernetes dashboard; set it to another name.',
            ],
        },
        "a malformed container": {
            ...object("v1", "Pod", { spec: { containers: ["kubernetesui/dashboard"] } }),
            message: "`spec.containers[0]` is a string; set it to an object.",
        },
        "malformed containers": {
            ...object("v1", "Pod", { spec: { containers: "kubernetesui/dashboard" } }),
            message: "`spec.containers` is a string; set it to a list.",
        },
    },
    undetermined: {
        "unknown images and labels, but says what is wrong with the others": {
            ...object("v1", "Pod", {
                metadata: { labels: { app: UNKNOWN } },
                spec: {
                    ...podSpec(),
                    initContainers: UNKNOWN,
                    containers: [container({ image: UNKNOWN }), ...bad.containers],
                },
            }),
            violations: [
                "`spec.containers[1].image` is `kubernetesui/dashboard`, an image of the Kubernetes dashboard; set it to another image.",
            ],
            undetermined: [
                "`spec.initContainers` is not known before the update",
                "`spec.containers[0].image` is not known before the update",
                "`metadata.labels.app` is not known before the update",
            ],
        },
    },
    notApplicable: {
        "a kind of that name in another API group": {
            ...object("batch.example.com/v1", "Job", { spec: podSpec(bad) }),
            reason: "judges only Workload",
        },
    },
});
