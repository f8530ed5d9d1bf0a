import { podResourceLimitsSet } from "../../../../policy-pack/policies/pod/pod-resource-limits-set";
import { container, deployment, image, kindsWithPods, object, pod, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const first = "spec.template.spec.containers[0].resources.limits";

function limits(cpu: unknown, memory: unknown = "128Mi") {
    return { "containers.0.resources.limits": { cpu, memory } };
}

function refusal(path: string, found: string, most: string) {
    return `\`${path}\` is ${found}; set it to a limit of at most \`${most}\`.`;
}

const noCpu = "unset, and the container then takes all CPU of its node";
const noMemory = "unset, and the container then takes all memory of its node";
const small = { cpuLimit: "1", memoryLimit: "1Gi" };
const oneCpu = ["1", 1, "1000m", "0.5", "1e0", "1E0", "1000000u", "1000000000n", "0.001k", ".9", "1.", "999.9m", "+1"];
const overCpu = ["1.1", 2, "1001m", "2", "1e1", "1E1", "1000001u", "1000000001n", "1k", "1M", "1Ki", "1000.1m", "1E"];
const oneGi = ["1Gi", "1024Mi", "1048576Ki", "1073741824", 1073741824, "1G", "1.07e9", "1073741824000m", "0.0009Ti"];
const overGi = ["2Gi", "1025Mi", "1048577Ki", "1073741825", "1.1G", "1.08e9", "1073741825000m", "1T", "1Pi", "1Ei"];

testPolicy(podResourceLimitsSet, {
    compliant: {
        "both limits": deployment(),
        "the default maximum": deployment(limits("32", "64Gi")),
        ...Object.fromEntries(
            oneCpu.map((cpu) => [`CPU ${JSON.stringify(cpu)} of 1`, { ...deployment(limits(cpu)), config: small }]),
        ),
        ...Object.fromEntries(
            oneGi.map((memory) => [
                `memory ${JSON.stringify(memory)} of 1Gi`,
                { ...deployment(limits("100m", memory)), config: small },
            ]),
        ),
        "limits of the pod": deployment({
            "containers.0.resources.limits": undefined,
            "resources.limits": { cpu: "1", memory: "1Gi" },
        }),
        "one limit of the pod, one of the container": deployment({
            "containers.0.resources.limits": { cpu: "1" },
            "resources.limits": { memory: "1Gi" },
        }),
        "limits of the container below a high one of the pod": {
            ...deployment({ "resources.limits": { cpu: "4", memory: "8Gi" } }),
            config: small,
        },
        "no containers": deployment({ containers: null }),
        "an ephemeral container, which can have none": pod({
            ephemeralContainers: [
                { name: "debug", image, securityContext: (container() as { securityContext: object }).securityContext },
            ],
        }),
        "a container that is left out": {
            ...deployment(limits(null, null)),
            config: { excludedContainers: ["app"] },
        },
        "an image that is left out": {
            ...deployment(limits(null, null)),
            config: { excludedImages: ["other", image] },
        },
        "images that are left out by their beginning": {
            ...deployment(limits("100")),
            config: { excludedImages: ["shop.azurecr.io/*"] },
        },
        "an image that is not known, and need not be": {
            ...deployment({ "containers.0.image": UNKNOWN }),
            config: { excludedImages: ["shop.azurecr.io/*"] },
        },
        "a patch with one limit": object("apps/v1", "DeploymentPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { template: { spec: podSpec({ "containers.0.resources.limits": { cpu: "1" } }) } },
        }),
    },
    violating: {
        "no limits": {
            ...deployment({ "containers.0.resources": undefined }),
            message: [refusal(`${first}.cpu`, noCpu, "32"), refusal(`${first}.memory`, noMemory, "64Gi")],
            also: ["pod-resource-requests-set"],
        },
        "requests only": {
            ...deployment({ "containers.0.resources.limits": undefined }),
            message: [refusal(`${first}.cpu`, noCpu, "32"), refusal(`${first}.memory`, noMemory, "64Gi")],
        },
        "no CPU": { ...deployment(limits(null)), message: refusal(`${first}.cpu`, noCpu, "32") },
        "memory that is null": {
            ...deployment(limits("1", null)),
            message: refusal(`${first}.memory`, noMemory, "64Gi"),
        },
        ...Object.fromEntries(
            overCpu.map((cpu) => [
                `CPU ${JSON.stringify(cpu)} of 1`,
                {
                    ...deployment(limits(cpu)),
                    config: small,
                    message: refusal(`${first}.cpu`, `\`${cpu}\`, which is above the maximum`, "1"),
                },
            ]),
        ),
        ...Object.fromEntries(
            overGi.map((memory) => [
                `memory ${JSON.stringify(memory)} of 1Gi`,
                {
                    ...deployment(limits("100m", memory)),
                    config: small,
                    message: refusal(`${first}.memory`, `\`${memory}\`, which is above the maximum`, "1Gi"),
                },
            ]),
        ),
        "more than the default maximum": {
            ...deployment(limits("32001m", "65Gi")),
            message: [
                refusal(`${first}.cpu`, "`32001m`, which is above the maximum", "32"),
                refusal(`${first}.memory`, "`65Gi`, which is above the maximum", "64Gi"),
            ],
        },
        "limits of zero, which are none": {
            ...deployment(limits("0", 0)),
            message: [
                refusal(`${first}.cpu`, "`0`, which limits nothing", "32"),
                refusal(`${first}.memory`, "`0`, which limits nothing", "64Gi"),
            ],
        },
        "a limit below zero": {
            ...deployment(limits("-1")),
            message: refusal(`${first}.cpu`, "`-1`, which limits nothing", "32"),
        },
        "what is no quantity": {
            ...deployment(limits("one", "1GB")),
            message: [
                refusal(`${first}.cpu`, "`one`, which is no quantity", "32"),
                refusal(`${first}.memory`, "`1GB`, which is no quantity", "64Gi"),
            ],
        },
        "an empty limit": {
            ...deployment(limits("")),
            message: refusal(`${first}.cpu`, "``, which is no quantity", "32"),
        },
        "a list": {
            ...deployment(limits(["1"])),
            message: `\`${first}.cpu\` is a list; set it to a quantity of cpu such as \`500m\`.`,
        },
        "limits that are a text": {
            ...deployment({ "containers.0.resources.limits": "1" }),
            message: `\`${first}\` is a string; set it to an object.`,
        },
        "a limit of the pod above the maximum": {
            ...deployment({
                "containers.0.resources.limits": { memory: "1Gi" },
                "resources.limits": { cpu: "2" },
            }),
            config: small,
            message: refusal("spec.template.spec.resources.limits.cpu", "`2`, which is above the maximum", "1"),
        },
        "init and normal containers": {
            ...pod({
                initContainers: [container({ "resources.limits": { memory: "1Gi" } })],
                containers: [container(), container({ name: "b", "resources.limits": { cpu: "1" } })],
            }),
            message: [
                refusal("spec.initContainers[0].resources.limits.cpu", noCpu, "32"),
                refusal("spec.containers[1].resources.limits.memory", noMemory, "64Gi"),
            ],
        },
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec(limits("64"))),
                    message: refusal(
                        [...path, "spec", "containers[0]", "resources", "limits", "cpu"].join("."),
                        "`64`, which is above the maximum",
                        "32",
                    ),
                },
            ]),
        ),
        "one of a list": {
            ...object("v1", "PodList", { items: [pod().props, pod(limits("64")).props] }),
            message: refusal(
                "items[1].spec.containers[0].resources.limits.cpu",
                "`64`, which is above the maximum",
                "32",
            ),
        },
        "a patch with a limit above the maximum": {
            ...object("apps/v1", "DeploymentPatch", {
                metadata: { name: "shop", namespace: "shop" },
                spec: { template: { spec: podSpec({ "containers.0.resources.limits": { cpu: "64" } }) } },
            }),
            message: refusal(`${first}.cpu`, "`64`, which is above the maximum", "32"),
        },
        "other containers and images than those that are left out": {
            ...deployment(limits(null)),
            config: { excludedContainers: ["application"], excludedImages: ["shop.azurecr.io/app", "other/*"] },
            message: refusal(`${first}.cpu`, noCpu, "32"),
        },
        "a container whose image is not known, where none is left out": {
            ...deployment({ ...limits("64"), "containers.0.image": UNKNOWN }),
            message: refusal(`${first}.cpu`, "`64`, which is above the maximum", "32"),
        },
        "a maximum that is no quantity": {
            ...deployment(),
            config: { cpuLimit: "lots" },
            message:
                "`cpuLimit` is `lots`, which is no quantity, so that no limit can be judged; set it to a quantity such as `500m`.",
        },
    },
    undetermined: {
        "a limit that is not known, and refuses the other": {
            ...deployment(limits(UNKNOWN, null)),
            undetermined: [`\`${first}.cpu\` is not known before the update`],
            violations: [refusal(`${first}.memory`, noMemory, "64Gi")],
        },
        "limits of the pod that are not known": {
            ...deployment({ "containers.0.resources.limits": { memory: "1Gi" }, "resources.limits": UNKNOWN }),
            undetermined: ["`spec.template.spec.resources.limits` is not known before the update"],
        },
        "an image that may be left out": {
            ...deployment({ ...limits("64"), "containers.0.image": UNKNOWN }),
            config: { excludedImages: ["shop.azurecr.io/*"] },
            undetermined: ["`spec.template.spec.containers[0].image` is not known before the update"],
        },
    },
    notApplicable: {
        "a patch without containers": {
            ...object("apps/v1", "DeploymentPatch", { spec: { replicas: 2 } }),
            reason: "the patch leaves the containers alone",
        },
    },
});
