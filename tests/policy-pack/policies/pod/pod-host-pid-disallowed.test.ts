import { podHostPidDisallowed } from "../../../../policy-pack/policies/pod/pod-host-pid-disallowed";
import { deployment, everyKind, kured, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = (path: string) =>
    `\`${path}.hostPID\` is \`true\`, and the pod sees the processes of its node; set it to \`false\`.`;

testPolicy(podHostPidDisallowed, {
    compliant: {
        unset: deployment(),
        false: deployment({ hostPID: false }),
        null: pod({ hostPID: null }),
        "kured that does not": kured({ hostPID: false }),
    },
    violating: {
        ...everyKind(podSpec({ hostPID: true }), message),
        "a pod of Windows": { ...pod({ hostPID: true, "os.name": "windows" }), message: message("spec") },
        "a word": {
            ...pod({ hostPID: "true" }),
            message: "`spec.hostPID` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        unknown: { ...pod({ hostPID: UNKNOWN }), undetermined: ["`spec.hostPID` is not known before the update"] },
    },
    notApplicable: {
        kured: { ...kured(), reason: "kured restarts the node by its first process" },
        "kured, before it is known": {
            ...kured({ hostPID: UNKNOWN }),
            reason: "kured restarts the node by its first process",
        },
    },
});
