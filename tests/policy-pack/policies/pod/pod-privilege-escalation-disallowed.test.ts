import { podPrivilegeEscalationDisallowed } from "../../../../policy-pack/policies/pod/pod-privilege-escalation-disallowed";
import { containerLists, deployment, everyContainer, everyKind, kured, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const setting = "securityContext.allowPrivilegeEscalation";
const message = (path: string, found = "`true`") =>
    `\`${path}.${setting}\` is ${found}, and processes may become root; set it to \`false\`.`;
const wrong = { [`containers.0.${setting}`]: true };

testPolicy(podPrivilegeEscalationDisallowed, {
    compliant: {
        false: deployment(everyContainer({})),
        "a container that is left out": { ...pod(wrong), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...pod(wrong), config: { excludedImages: ["shop.azurecr.io/*"] } },
        "a patch that leaves it": object("v1", "PodPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { containers: [{ name: "app", securityContext: { readOnlyRootFilesystem: true } }] },
        }),
        "a pod of Windows that sets it": deployment({ "os.name": "windows" }),
        "kured that restarts its node by a signal": kured(),
    },
    violating: {
        ...everyKind(podSpec(wrong), (path) => message(`${path}.containers[0]`)),
        "every container": {
            ...pod(everyContainer({ [setting]: true })),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        unset: {
            ...pod(everyContainer({ [setting]: undefined })),
            message: containerLists.map((container) => message(`spec.${container}`, "unset")),
        },
        null: { ...pod({ [`containers.0.${setting}`]: null }), message: message("spec.containers[0]", "unset") },
        "a pod of Linux": { ...pod({ ...wrong, "os.name": "linux" }), message: message("spec.containers[0]") },
        "a pod that runs on nodes of Windows and does not say so": {
            ...pod({ ...wrong, nodeSelector: { "kubernetes.io/os": "windows" } }),
            message: message("spec.containers[0]").replace(
                "set it to `false`",
                "set `spec.os.name` to `windows`, as the node selector says",
            ),
        },
        "a pod on nodes that are not known": {
            ...pod({ ...wrong, nodeSelector: UNKNOWN }),
            message: message("spec.containers[0]"),
        },
        "a pod on nodes of Linux": {
            ...pod({ ...wrong, nodeSelector: { "kubernetes.io/os": "linux" } }),
            message: message("spec.containers[0]"),
        },
        "with users of its own": { ...pod({ ...wrong, hostUsers: false }), message: message("spec.containers[0]") },
        "kured that restarts its node by a signal, and escalates": {
            ...kured(wrong),
            message: message("spec.template.spec.containers[0]"),
        },
        "a word": {
            ...pod({ [`containers.0.${setting}`]: "false" }),
            message: `\`spec.containers[0].${setting}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
    },
    undetermined: {
        "unknown in one container, but says what is wrong with another": {
            ...pod({
                ...everyContainer({ [setting]: UNKNOWN }),
                containers: everyContainer({ [setting]: true }).containers,
            }),
            undetermined: [
                `\`spec.initContainers[0].${setting}\` is not known before the update`,
                `\`spec.ephemeralContainers[0].${setting}\` is not known before the update`,
            ],
            violations: [message("spec.containers[0]")],
        },
        "an unknown operating system": {
            ...pod({ ...wrong, "os.name": UNKNOWN }),
            undetermined: ["`spec.os.name` is not known before the update"],
        },
    },
    notApplicable: {
        "a pod of Windows": { ...pod({ ...wrong, "os.name": "windows" }), reason: "the pod runs on Windows" },
        "kured that restarts its node by a command": {
            ...kured({
                "containers.0.args": null,
                "containers.0.securityContext": {
                    privileged: true,
                    readOnlyRootFilesystem: true,
                    capabilities: { drop: ["ALL"] },
                    seccompProfile: { type: "RuntimeDefault" },
                },
            }),
            reason: "kured restarts the node by a command, for which it is privileged",
        },
    },
});
