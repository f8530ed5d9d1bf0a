import { podServiceAccountTokenUnmounted } from "../../../../policy-pack/policies/pod/pod-service-account-token-unmounted";
import { deployment, kindsWithPods, object, podSpec, workloadWith } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const mount = (automountServiceAccountToken: unknown) => ({ automountServiceAccountToken });
const path = "`spec.template.spec.automountServiceAccountToken`";
const unset = `${path} is unset, and every container then holds a token for the API server; set it to \`false\`.`;
const patch = (spec: object) =>
    object("apps/v1", "DeploymentPatch", {
        metadata: { name: "shop", namespace: "shop" },
        spec: { template: { spec } },
    });

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
});
