import { podServiceAccountTokenUnmounted } from "../../../../policy-pack/policies/pod/pod-service-account-token-unmounted";
import { container, deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const mount = (automountServiceAccountToken: unknown) => ({ automountServiceAccountToken });
const path = "`spec.template.spec.automountServiceAccountToken`";
const unset = `${path} is unset, and every container then holds a token for the API server; set it to \`false\`.`;
const patch = (spec: object) =>
    object("apps/v1", "DeploymentPatch", {
        metadata: { name: "shop", namespace: "shop" },
        spec: { template: { spec } },
    });

const kured = container({ image: "ghcr.io/kubereboot/kured:1.23.0" });
const daemonSet = (...containers: object[]) =>
    workloadWith("apps/v1", "DaemonSet", ["spec", "template"], podSpec({ containers, ...mount(true) }));

testPolicy(podServiceAccountTokenUnmounted, {
    compliant: { "`false`": deployment(), "a patch that says nothing of it": patch({ priority: 1 }) },
    violating: {
        ...Object.fromEntries(
            kindsWithPods.map(({ apiVersion, kind, path: steps }) => [
                `${kind} of ${apiVersion}`,
                {
                    ...workloadWith(apiVersion, kind, steps, podSpec(mount(true))),
                    message: `\`${[...steps, "spec"].join(".")}.automountServiceAccountToken\` is \`true\`, by which every container holds a token for the API server; set it to \`false\`.`,
                },
            ]),
        ),
        unset: { ...deployment(mount(undefined)), message: unset },
        null: { ...deployment(mount(null)), message: unset },
        "kured in the company of another": {
            ...daemonSet(kured, container({ name: "other" })),
            message: `${path} is \`true\`, by which every container holds a token for the API server; set it to \`false\`.`,
            also: ["pod-image-digest-used"],
        },
        "a text": {
            ...deployment(mount("false")),
            message: `${path} is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
        "a patch that mounts it": {
            ...patch(mount(true)),
            message: `${path} is \`true\`, by which every container holds a token for the API server; set it to \`false\`.`,
        },
    },
    undetermined: {
        "an unknown value": {
            ...deployment(mount(UNKNOWN)),
            undetermined: [`${path} is not known before the update`],
        },
    },
    notApplicable: {
        "kured, which drains its node by the API server": {
            ...daemonSet(kured),
            reason: "kured drains its node by the API server",
            also: ["pod-image-digest-used"],
        },
    },
});
