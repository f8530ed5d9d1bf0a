import { workloadDashboardAbsent } from "../../../../policy-pack/policies/workload/workload-dashboard-absent";
import { change, container, deployment, kindsWithPods, object, podSpec, pod, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

/** Images, each with the other policies that object to it. */
const tagged = ["pod-image-digest-used"];
const stranger = [...tagged, "pod-images-allowed"];
const untagged = [...stranger, "pod-image-tag-fixed"];
const images = {
    "kubernetesui/dashboard:v2.7.0": stranger,
    "docker.io/kubernetesui/metrics-scraper": untagged,
    "k8s.gcr.io/kubernetes-dashboard-amd64:v1.10.1": stranger,
    "registry.k8s.io/kubernetes-dashboard": untagged,
    "mirror.example.com:5000/docker/kubernetesui/dashboard-web:1.4.0": stranger,
    "contoso.azurecr.io/library/kubernetes-dashboard@sha256:0123": [],
    "mcr.microsoft.com/oss/kubernetes/dashboard:v2.0.1": tagged,
    "contoso.azurecr.io/kubernetes/dashboard@sha256:0123": [],
    "mirror.example.com:5000/kubernetes/dashboard:v2": stranger,
    "mirror.example.com/kubernetesui-copy/web:1": stranger,
    "KubernetesUI/Dashboard": untagged,
    "kubernetes-dashboard-2.7": untagged,
};
const bad = { containers: [container({ name: "ui", image: "kubernetesui/dashboard" })] };
const message = (path: string, image = "kubernetesui/dashboard") =>
    `\`${path}.image\` is \`${image}\`, an image of the Kubernetes dashboard; set it to another image.`;

function runs(image: unknown) {
    return pod({ "containers.0.image": image });
}

/** A pod, with changes to the object itself. */
function labelled(labels: unknown, spec: object = podSpec()) {
    const { type, props } = pod();
    return { type, props: change(props, { "metadata.labels": labels, spec }) };
}

testPolicy(workloadDashboardAbsent, {
    compliant: {
        "another image": { ...runs("registry.example.com/app:1.0"), also: stranger },
        "an image called dashboard": { ...runs("grafana/dashboard:1"), also: stranger },
        "another image of the organization": { ...runs("mirror.example.com/kubernetes/pause:3"), also: stranger },
        "a registry of that name": { ...runs("kubernetes-dashboard.example.com/app:1"), also: stranger },
        "no image": runs(undefined),
        "no containers": pod({ containers: null }),
        "no spec": object("apps/v1", "DeploymentPatch", { metadata: { namespace: "shop" } }),
        "another label": labelled({ app: "dashboard" }),
    },
    violating: {
        ...Object.fromEntries(
            Object.entries(images).map(([image, also]) => [
                `image ${image}`,
                { ...runs(image), message: message("spec.containers[0]", image), also },
            ]),
        ),
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec(bad)),
                    message: message([...path, "spec", "containers[0]"].join(".")),
                    also: untagged,
                },
            ]),
        ),
        "a list": {
            ...object("apps/v1", "DeploymentList", { items: [deployment().props, deployment(bad).props] }),
            message: message("items[1].spec.template.spec.containers[0]"),
            also: untagged,
        },
        "a patch": {
            ...object("apps/v1", "DaemonSetPatch", { spec: { template: { spec: podSpec(bad) } } }),
            message: message("spec.template.spec.containers[0]"),
            also: untagged,
        },
        "an init container and an ephemeral one": {
            ...pod({ initContainers: bad.containers, ephemeralContainers: bad.containers }),
            message: [message("spec.initContainers[0]"), message("spec.ephemeralContainers[0]")],
            also: untagged,
        },
        "labels of the object and of its pods": {
            ...object("apps/v1", "Deployment", {
                metadata: { namespace: "shop", labels: { "k8s-app": "kubernetes-dashboard" } },
                spec: {
                    template: {
                        metadata: {
                            labels: {
                                app: "kubernetes-dashboard",
                                "app.kubernetes.io/part-of": "kubernetes-dashboard",
                                "app.kubernetes.io/name": "shop",
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
        "a malformed image": {
            ...runs(["kubernetesui/dashboard"]),
            message: "`spec.containers[0].image` is a list; set it to a string.",
            also: untagged,
        },
    },
    undetermined: {
        "unknown images and labels, but says what is wrong with the others": {
            ...labelled(
                { app: UNKNOWN },
                {
                    ...podSpec(),
                    initContainers: UNKNOWN,
                    containers: [container({ image: UNKNOWN }), ...bad.containers],
                },
            ),
            violations: [message("spec.containers[1]")],
            undetermined: [
                "`spec.initContainers` is not known before the update",
                "`spec.containers[0].image` is not known before the update",
                "`metadata.labels.app` is not known before the update",
            ],
            also: untagged,
        },
    },
    notApplicable: {
        "a kind of that name in another API group": {
            ...object("batch.example.com/v1", "Job", { spec: podSpec(bad) }),
            reason: "judges only Workload",
        },
    },
});
