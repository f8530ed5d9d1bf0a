import { podHostIpcDisallowed } from "../../../../policy-pack/policies/pod/pod-host-ipc-disallowed";
import { deployment, everyKind, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = (path: string) =>
    `\`${path}.hostIPC\` is \`true\`, and the pod shares memory with its node; set it to \`false\`.`;

testPolicy(podHostIpcDisallowed, {
    compliant: {
        unset: deployment(),
        false: deployment({ hostIPC: false }),
        null: pod({ hostIPC: null }),
        "no specification": object("apps/v1", "DeploymentPatch", { metadata: { namespace: "shop" } }),
    },
    violating: {
        ...everyKind(podSpec({ hostIPC: true }), message),
        "a pod of Windows": { ...pod({ hostIPC: true, "os.name": "windows" }), message: message("spec") },
        "a word": {
            ...pod({ hostIPC: "true" }),
            message: "`spec.hostIPC` is a string; set it to `true` or `false`, without quotes.",
        },
        "a number": {
            ...pod({ hostIPC: 1 }),
            message: "`spec.hostIPC` is a number; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        unknown: { ...pod({ hostIPC: UNKNOWN }), undetermined: ["`spec.hostIPC` is not known before the update"] },
    },
});
