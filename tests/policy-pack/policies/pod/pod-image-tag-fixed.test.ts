import { podImageTagFixed } from "../../../../policy-pack/policies/pod/pod-image-tag-fixed";
import { container, deployment, image, kindsWithPods, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const registry = "shop.azurecr.io";
const runs = (value: unknown) => deployment({ "containers.0.image": value });
const digest = ["pod-image-digest-used"];
const first = "`spec.template.spec.containers[0].image`";
const end = "set it to an image with its version or digest.";
const latest = `which is another image tomorrow; ${end}`;
const untagged = `without a tag, which means \`latest\`; ${end}`;

testPolicy(podImageTagFixed, {
    compliant: {
        "a digest": runs(image),
        "a version": { ...runs(`${registry}/app:1.2.3`), also: digest },
        "a version that begins as latest": { ...runs(`${registry}/app:latest-1`), also: digest },
        "latest with a digest": runs(`${registry}/app:latest@sha256:${"0".repeat(64)}`),
        "no image": runs(undefined),
        "an empty image": runs(""),
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(
                        apiVersion,
                        kind,
                        path,
                        podSpec({ "containers.0.image": `${registry}/app:latest` }),
                    ),
                    message: `\`${[...path, "spec", "containers[0].image"].join(".")}\` is \`${registry}/app:latest\`, ${latest}`,
                    also: digest,
                },
            ]),
        ),
        "no tag": { ...runs(`${registry}/app`), message: `${first} is \`${registry}/app\`, ${untagged}`, also: digest },
        "an empty tag": {
            ...runs(`${registry}/app:`),
            message: `${first} is \`${registry}/app:\`, ${untagged}`,
            also: digest,
        },
        "a port, and no tag": {
            ...runs("registry.example.com:5000/app"),
            message: `${first} is \`registry.example.com:5000/app\`, ${untagged}`,
            also: [...digest, "pod-images-allowed"],
        },
        "a name without a registry": {
            ...runs("nginx"),
            message: `${first} is \`nginx\`, ${untagged}`,
            also: [...digest, "pod-images-allowed"],
        },
        "init and ephemeral containers": {
            ...deployment({
                initContainers: [container({ name: "init", image: `${registry}/init` })],
                ephemeralContainers: [container({ name: "debug", image: `${registry}/debug:latest` })],
            }),
            message: [
                `\`spec.template.spec.initContainers[0].image\` is \`${registry}/init\`, ${untagged}`,
                `\`spec.template.spec.ephemeralContainers[0].image\` is \`${registry}/debug:latest\`, ${latest}`,
            ],
            also: digest,
        },
        "a list": {
            ...runs([image]),
            message: `${first} is a list; set it to a string.`,
            also: [...digest, "pod-images-allowed", "workload-dashboard-absent"],
        },
    },
    undetermined: {
        "an unknown image, and one that is known": {
            ...deployment({
                containers: [container({ image: UNKNOWN }), container({ name: "proxy", image: `${registry}/proxy` })],
            }),
            violations: [`\`spec.template.spec.containers[1].image\` is \`${registry}/proxy\`, ${untagged}`],
            undetermined: [`${first} is not known before the update`],
            also: digest,
        },
    },
});
