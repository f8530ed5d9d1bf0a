import { podHostPidDisallowed } from "../../../../policy-pack/policies/pod/pod-host-pid-disallowed";
import { deployment, everyKind, kured, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const message = (path: string) =>
    `\`${path}.hostPID\` is \`true\`, and the pod sees the processes of its node; set it to \`false\`.`;

/** What kured may do beside. */
const asAnother = [
    "pod-app-armor-profile-limited",
    "pod-capabilities-dropped",
    "pod-host-paths-limited",
    "pod-run-as-non-root-required",
    "pod-run-as-user-non-root",
    "pod-volume-types-limited",
];

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
        "a shell in the image of kured": {
            ...kured({ "containers.0.command": ["/bin/sh", "-c", "kured"] }),
            message: message("spec.template.spec"),
            also: asAnother,
        },
        "a copy of kured": {
            ...kured({ "containers.0.image": `attacker.azurecr.io/kured@sha256:${"5".repeat(64)}` }),
            message: message("spec.template.spec"),
            also: asAnother,
        },
        "a daemon whose image is not known": {
            ...kured({ "containers.0.image": UNKNOWN, "containers.0.name": "agent" }),
            message: message("spec.template.spec"),
            also: asAnother,
        },
        "a daemon whose containers are not known": {
            ...kured({ containers: UNKNOWN, volumes: [] }),
            message: message("spec.template.spec"),
        },
        "a word": {
            ...pod({ hostPID: "true" }),
            message: "`spec.hostPID` is a string; set it to `true` or `false`, without quotes.",
        },
    },
    undetermined: {
        "kured whose image is not known": {
            ...kured({ "containers.0.image": UNKNOWN }),
            undetermined: ["`spec.template.spec.containers[0].image` is not known before the update"],
        },
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
