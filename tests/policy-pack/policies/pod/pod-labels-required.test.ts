import { podLabelsRequired } from "../../../../policy-pack/policies/pod/pod-labels-required";
import { change, deployment, kindsWithPods, object, pod, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const name = "app.kubernetes.io/name";
const config = { labelsList: [name] };

function labelled(labels: unknown) {
    const { type, props } = deployment();
    return { type, props: change(props, { "spec.template.metadata.labels": labels }) };
}

function refusal(path: string, label = name) {
    return `\`${path}["${label}"]\` is unset, and each pod needs it; set it to its value for this pod.`;
}

const labels = "spec.template.metadata.labels";

testPolicy(podLabelsRequired, {
    compliant: {
        "the label": { ...labelled({ [name]: "shop" }), config },
        "the label beside others": { ...labelled({ a: "b", [name]: "shop" }), config },
        "an empty label": { ...labelled({ [name]: "" }), config },
        "a label whose value is not known": { ...labelled({ [name]: UNKNOWN }), config },
        "a pod by itself": { ...pod(), config },
    },
    violating: {
        "another label": { ...labelled({ app: "shop" }), config, message: refusal(labels) },
        "no labels": { ...labelled(undefined), config, message: refusal(labels) },
        null: { ...labelled({ [name]: null }), config, message: refusal(labels) },
        "no metadata": {
            ...object("v1", "Pod", { spec: podSpec() }),
            config,
            also: ["pod-controller-used", "pod-default-namespace-unused"],
            message: refusal("metadata.labels"),
        },
        "two of three": {
            ...labelled({ [name]: "shop" }),
            config: { labelsList: ["team", name, "tier"] },
            message: [
                "`spec.template.metadata.labels.team` is unset, and each pod needs it; set it to its value for this pod.",
                "`spec.template.metadata.labels.tier` is unset, and each pod needs it; set it to its value for this pod.",
            ],
        },
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec()),
                    config: { labelsList: ["owner/name"] },
                    message: refusal([...path, "metadata", "labels"].join("."), "owner/name"),
                },
            ]),
        ),
        "one of a list": {
            ...object("v1", "PodList", {
                items: [pod().props, change(pod().props, { "metadata.labels": undefined })],
            }),
            config,
            message: refusal("items[1].metadata.labels"),
        },
        "labels that are a list": {
            ...labelled([name]),
            config,
            also: ["workload-dashboard-absent"],
            message: "`spec.template.metadata.labels` is a list; set it to an object.",
        },
    },
    undetermined: {
        "labels that are not known": {
            ...labelled(UNKNOWN),
            config,
            undetermined: ["`spec.template.metadata.labels` is not known before the update"],
        },
    },
    notApplicable: {
        "pods while no list is configured": { ...labelled({}), reason: "no labelsList is configured" },
        "a patch": {
            ...object("apps/v1", "DeploymentPatch", { spec: { replicas: 2 } }),
            config,
            reason: "the patch leaves other labels alone",
        },
    },
});
