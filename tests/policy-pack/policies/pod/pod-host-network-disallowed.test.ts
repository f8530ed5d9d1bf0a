import { podHostNetworkDisallowed } from "../../../../policy-pack/policies/pod/pod-host-network-disallowed";
import { deployment, everyKind, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = (path: string) =>
    `\`${path}.hostNetwork\` is \`true\`, and the pod has the network of its node; set it to \`false\`.`;

testPolicy(podHostNetworkDisallowed, {
    compliant: {
        unset: deployment(),
        false: deployment({ hostNetwork: false }),
        null: pod({ hostNetwork: null }),
        "no specification": object("apps/v1", "DeploymentPatch", { metadata: { namespace: "shop" } }),
    },
    violating: {
        ...everyKind(podSpec({ hostNetwork: true }), message),
        "a pod of Windows": { ...pod({ hostNetwork: true, "os.name": "windows" }), message: message("spec") },
        "a word": {
            ...pod({ hostNetwork: "true" }),
            message: "`spec.hostNetwork` is a string; set it to `true` or `false`, without quotes.",
        },
        "a number": {
            ...pod({ hostNetwork: 1 }),
            message: "`spec.hostNetwork` is a number; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        unknown: {
            ...pod({ hostNetwork: UNKNOWN }),
            undetermined: ["`spec.hostNetwork` is not known before the update"],
        },
    },
});
