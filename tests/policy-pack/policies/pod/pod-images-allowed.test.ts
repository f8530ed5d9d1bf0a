import { podImagesAllowed } from "../../../../policy-pack/policies/pod/pod-images-allowed";
import {
    change,
    container,
    deployment,
    image,
    kindsWithPods,
    object,
    pod,
    podSpec,
    workloadWith,
} from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const digest = `sha256:${"0".repeat(64)}`;

const nginx = `nginx@${digest}`;

const allowed = [
    image,
    `shop.azurecr.io/app:1.0@${digest}`,
    `shop-a1b2c3.azurecr.io/team/app@${digest}`,
    `shop.azurecr.us/app:1.0@${digest}`,
    `shop.azurecr.cn/app:1.0@${digest}`,
    `mcr.microsoft.com/oss/kubernetes/pause:3.10@${digest}`,
    `ghcr.io/kubereboot/kured:1.23.0@${digest}`,
    `ghcr.io/kubereboot/kured@${digest}`,
];

const refused = [
    `nginx@${digest}`,
    `docker.io/library/nginx:1.29@${digest}`,
    `ghcr.io/kubereboot/kured-evil:1.0@${digest}`,
    `ghcr.io/kubereboot/charts/kured:1.0@${digest}`,
    `azurecr.io/app:1.0@${digest}`,
    `shop.azurecr.io.attacker.example/app@${digest}`,
    `attacker.example/shop.azurecr.io/app@${digest}`,
    `attacker.example/mcr.microsoft.com/app@${digest}`,
    `mcr.microsoft.com.attacker.example/app@${digest}`,
    `mcrxmicrosoft.com/app@${digest}`,
    `shop.azurecr.dev/app@${digest}`,
    `-shop.azurecr.io/app@${digest}`,
    `localhost:5000/mcr.microsoft.com/app@${digest}`,
];

/** What an ephemeral container cannot have. */
const noResources = { resources: undefined, readinessProbe: undefined, livenessProbe: undefined };

function refusal(path: string, value: string) {
    return `\`${path}\` is \`${value}\`, which \`allowedContainerImagesRegex\` does not allow; set it to an image of an allowed registry.`;
}

const first = "spec.template.spec.containers[0].image";
const own = { allowedContainerImagesRegex: "^docker\\.io/library/.+$" };

testPolicy(podImagesAllowed, {
    compliant: {
        ...Object.fromEntries(allowed.map((value) => [value, deployment({ "containers.0.image": value })])),
        "no image": deployment({ "containers.0.image": undefined }),
        "an empty image": deployment({ "containers.0.image": "" }),
        "no containers": deployment({ containers: null }),
        "a patch without containers": object("apps/v1", "DeploymentPatch", { spec: { replicas: 2 } }),
        "an image of the registry that is allowed": {
            ...deployment({ "containers.0.image": `docker.io/library/nginx@${digest}` }),
            config: own,
        },
        "a part of the image, without anchors": {
            ...deployment({ "containers.0.image": `attacker.example/library/nginx@${digest}` }),
            config: { allowedContainerImagesRegex: "library/" },
        },
        "a container that is left out": {
            ...deployment({ "containers.0.image": nginx }),
            config: { excludedContainers: ["other", "app"] },
        },
    },
    violating: {
        ...Object.fromEntries(
            refused.map((value) => [
                value,
                { ...deployment({ "containers.0.image": value }), message: refusal(first, value) },
            ]),
        ),
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec({ "containers.0.image": nginx })),
                    message: refusal([...path, "spec", "containers[0]", "image"].join("."), nginx),
                },
            ]),
        ),
        "init, normal and ephemeral containers": {
            ...pod({
                initContainers: [container({ image: `one@${digest}` })],
                containers: [container({ image: `two@${digest}` }), container({ name: "b", image: `three@${digest}` })],
                ephemeralContainers: [change(container({ name: "debug", image: `four@${digest}` }), noResources)],
            }),
            message: [
                refusal("spec.initContainers[0].image", `one@${digest}`),
                refusal("spec.containers[0].image", `two@${digest}`),
                refusal("spec.containers[1].image", `three@${digest}`),
                refusal("spec.ephemeralContainers[0].image", `four@${digest}`),
            ],
            config: {},
        },
        "one of a list": {
            ...object("v1", "PodList", {
                items: [pod().props, pod({ "containers.0.image": nginx }).props],
            }),
            message: refusal("items[1].spec.containers[0].image", nginx),
        },
        "a patch with an image": {
            ...object("apps/v1", "DaemonSetPatch", {
                metadata: { name: "shop", namespace: "shop" },
                spec: { template: { spec: podSpec({ "containers.0.image": nginx }) } },
            }),
            message: refusal(first, nginx),
        },
        "an image of the default where another registry is allowed": {
            ...deployment(),
            config: own,
            message: refusal(first, image),
        },
        "another container than the one that is left out": {
            ...deployment({ "containers.0.image": nginx }),
            config: { excludedContainers: ["ap", "application"] },
            message: refusal(first, nginx),
        },
        "a container without a name": {
            ...deployment({ "containers.0.image": nginx, "containers.0.name": undefined }),
            config: { excludedContainers: ["app"] },
            message: refusal(first, nginx),
        },
        "a registry without an image": {
            ...deployment({ "containers.0.image": "shop.azurecr.io/" }),
            also: ["pod-image-digest-used", "pod-image-tag-fixed"],
            message: refusal(first, "shop.azurecr.io/"),
        },
        "a container whose name is not known, where none is left out": {
            ...deployment({ "containers.0.image": nginx, "containers.0.name": UNKNOWN }),
            message: refusal(first, nginx),
        },
        "a list in place of an image": {
            ...deployment({ "containers.0.image": ["nginx"] }),
            also: ["pod-image-digest-used", "pod-image-tag-fixed", "workload-dashboard-absent"],
            message: `\`${first}\` is a list; set it to a string.`,
        },
        "an expression that is none": {
            ...deployment(),
            config: { allowedContainerImagesRegex: "(" },
            message:
                "`allowedContainerImagesRegex` is `(`, which is no expression of RE2, so that no image can be judged; set it to an expression such as `^mcr\\.microsoft\\.com/.+$`.",
        },
        "an expression that RE2 does not know": {
            ...deployment(),
            config: { allowedContainerImagesRegex: "^(?!docker)" },
            message:
                "`allowedContainerImagesRegex` is `^(?!docker)`, which is no expression of RE2, so that no image can be judged; set it to an expression such as `^mcr\\.microsoft\\.com/.+$`.",
        },
        "an empty expression": {
            ...deployment(),
            config: { allowedContainerImagesRegex: "" },
            message:
                "`allowedContainerImagesRegex` is ``, which is no expression of RE2, so that no image can be judged; set it to an expression such as `^mcr\\.microsoft\\.com/.+$`.",
        },
    },
    undetermined: {
        "an image that is not known, and refuses the other": {
            ...pod({ containers: [container({ image: UNKNOWN }), container({ name: "b", image: nginx })] }),
            undetermined: ["`spec.containers[0].image` is not known before the update"],
            violations: [refusal("spec.containers[1].image", nginx)],
        },
        "a container whose name is not known": {
            ...deployment({ "containers.0.image": nginx, "containers.0.name": UNKNOWN }),
            config: { excludedContainers: ["app"] },
            undetermined: ["`spec.template.spec.containers[0].name` is not known before the update"],
        },
    },
});
