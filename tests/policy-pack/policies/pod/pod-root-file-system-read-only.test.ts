import { podRootFileSystemReadOnly } from "../../../../policy-pack/policies/pod/pod-root-file-system-read-only";
import { container, deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const readOnly = "securityContext.readOnlyRootFilesystem";
const writable = { containers: [container({ [readOnly]: false })] };
const message = (path: string) => `\`${path}.${readOnly}\` is \`false\`; set it to \`true\`.`;
const unset = (path: string) =>
    `\`${path}.${readOnly}\` is unset, and an intruder can then change the programs in it; set it to \`true\`.`;
const spec = "spec.template.spec";
const patch = (securityContext: object) =>
    object("apps/v1", "DeploymentPatch", {
        metadata: { name: "shop", namespace: "shop" },
        spec: { template: { spec: { containers: [{ name: "app", securityContext }] } } },
    });

testPolicy(podRootFileSystemReadOnly, {
    compliant: {
        "`true`": deployment(),
        "no containers": deployment({ containers: null }),
        "a patch that says nothing of it": patch({ capabilities: { drop: ["ALL"] } }),
        "a container that is left out by its name": {
            ...deployment(writable),
            config: { excludedContainers: ["app"] },
        },
        "a container that is left out by its image": {
            ...deployment(writable),
            config: { excludedImages: ["shop.azurecr.io/*"] },
        },
    },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, path, podSpec(writable)),
                    message: message([...path, "spec", "containers[0]"].join(".")),
                },
            ]),
        ),
        "init and ephemeral containers": {
            ...deployment({
                initContainers: [container({ name: "init", [readOnly]: false })],
                ephemeralContainers: [container({ name: "debug", [readOnly]: undefined })],
            }),
            message: [message(`${spec}.initContainers[0]`), unset(`${spec}.ephemeralContainers[0]`)],
        },
        null: {
            ...deployment({ containers: [container({ [readOnly]: null })] }),
            message: unset(`${spec}.containers[0]`),
        },
        "a text": {
            ...deployment({ containers: [container({ [readOnly]: "true" })] }),
            message: `\`${spec}.containers[0].${readOnly}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
        "a patch that makes it writable": {
            ...patch({ readOnlyRootFilesystem: false }),
            message: message(`${spec}.containers[0]`),
        },
        "a deployment in a list": {
            ...object("apps/v1", "DeploymentList", { items: [deployment(writable).props] }),
            message: message(`items[0].${spec}.containers[0]`),
        },
    },
    undetermined: {
        "an unknown value, and one that is known": {
            ...deployment({
                containers: [container({ [readOnly]: UNKNOWN }), container({ name: "proxy", [readOnly]: false })],
            }),
            violations: [message(`${spec}.containers[1]`)],
            undetermined: [`\`${spec}.containers[0].${readOnly}\` is not known before the update`],
        },
    },
    notApplicable: {
        "a pod for Windows": {
            ...deployment({ ...writable, os: { name: "windows" } }),
            reason: "Windows writes to the root file system itself",
        },
        "a pod for nodes with Windows": {
            ...deployment({ ...writable, nodeSelector: { "kubernetes.io/os": "windows" } }),
            reason: "Windows writes to the root file system itself",
        },
    },
});
