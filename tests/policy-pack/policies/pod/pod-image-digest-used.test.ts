import { podImageDigestUsed } from "../../../../policy-pack/policies/pod/pod-image-digest-used";
import { container, deployment, image, kindsWithPods, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const tagged = "shop.azurecr.io/app:1.0";
const runs = (value: unknown) => deployment({ "containers.0.image": value });
const message = (path: string, found = tagged) =>
    `\`${path}.image\` is \`${found}\`, whose tag can be moved to another image; set it to an image with its digest.`;
const spec = "spec.template.spec";

testPolicy(podImageDigestUsed, {
    compliant: {
        "a digest": runs(image),
        "a tag and a digest": runs(image.replace("@", ":1.0@")),
        "no image": runs(null),
        "an empty image": runs(""),
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec({ "containers.0.image": tagged })),
                    message: message([...path, "spec", "containers[0]"].join(".")),
                },
            ]),
        ),
        "init and ephemeral containers": {
            ...deployment({
                initContainers: [container({ name: "init", image: tagged })],
                ephemeralContainers: [container({ name: "debug", image: tagged })],
            }),
            message: [message(`${spec}.initContainers[0]`), message(`${spec}.ephemeralContainers[0]`)],
        },
        "neither tag nor digest": {
            ...runs("shop.azurecr.io/app"),
            message: message(`${spec}.containers[0]`, "shop.azurecr.io/app"),
            also: ["pod-image-tag-fixed"],
        },
        "a list": {
            ...runs([image]),
            message: `\`${spec}.containers[0].image\` is a list; set it to a string.`,
            also: ["pod-image-tag-fixed", "pod-images-allowed", "workload-dashboard-absent"],
        },
    },
    undetermined: {
        "an unknown image": {
            ...runs(UNKNOWN),
            undetermined: [`\`${spec}.containers[0].image\` is not known before the update`],
        },
    },
});
