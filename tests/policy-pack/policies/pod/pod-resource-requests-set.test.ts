import { podResourceRequestsSet } from "../../../../policy-pack/policies/pod/pod-resource-requests-set";
import { container, deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const cpu = (path: string) =>
    `\`${path}.resources.requests.cpu\` is unset, and no room is then kept for the container; set it to what it needs, such as \`100m\`.`;
const memory = (path: string) =>
    `\`${path}.resources.requests.memory\` is unset, and no room is then kept for the container; set it to what it needs, such as \`128Mi\`.`;
const first = "spec.template.spec.containers[0]";
const limits = ["pod-resource-limits-set"];
const bare = { containers: [container({ resources: undefined })] };

testPolicy(podResourceRequestsSet, {
    compliant: {
        "both requests": deployment(),
        "limits, which are then the requests": deployment({ "containers.0.resources.requests": undefined }),
        "requests of the pod": {
            ...deployment({ ...bare, resources: { requests: { cpu: 1, memory: "1Gi" } } }),
            also: limits,
        },
        "limits of the pod": deployment({ ...bare, resources: { limits: { cpu: "1", memory: "1Gi" } } }),
        "a number": deployment({ "containers.0.resources.requests.cpu": 1 }),
        "a request that is not known yet": deployment({ "containers.0.resources.requests.cpu": UNKNOWN }),
        "an ephemeral container, which may have none": deployment({
            ephemeralContainers: [container({ name: "debug", resources: undefined })],
        }),
        "a container that is left out": {
            ...deployment(bare),
            config: { excludedImages: ["shop.azurecr.io/*"] },
        },
        "a patch that says nothing of resources": object("apps/v1", "DeploymentPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { template: { spec: { containers: [{ name: "app" }] } } },
        }),
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => {
                const container = [...path, "spec", "containers[0]"].join(".");
                const object = workloadWith(apiVersion, kind, path, podSpec(bare));
                return [
                    `${kind} of ${apiVersion}`,
                    { ...object, message: [cpu(container), memory(container)], also: limits },
                ];
            }),
        ),
        "one of them, in an init container": {
            ...deployment({
                initContainers: [container({ name: "init", resources: { limits: { memory: "1Gi" } } })],
            }),
            message: cpu("spec.template.spec.initContainers[0]"),
            also: limits,
        },
        null: {
            ...deployment({
                "containers.0.resources.requests.memory": null,
                "containers.0.resources.limits.memory": null,
            }),
            message: memory(first),
            also: limits,
        },
        "a text for the resources": {
            ...deployment({ "containers.0.resources": "100m" }),
            message: `\`${first}.resources\` is a string; set it to an object.`,
            also: limits,
        },
    },
    undetermined: {
        "resources that are not known yet": {
            ...deployment({ "containers.0.resources": UNKNOWN }),
            undetermined: [`\`${first}.resources\` is not known before the update`],
        },
    },
});
