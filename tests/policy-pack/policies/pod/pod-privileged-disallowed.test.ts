import { podPrivilegedDisallowed } from "../../../../policy-pack/policies/pod/pod-privileged-disallowed";
import {
    containerLists,
    deployment,
    everyContainer,
    everyKind,
    kured,
    pod,
    podSpec,
    workloadWith,
} from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const privileged = "securityContext.privileged";
const message = (path: string) =>
    `\`${path}.${privileged}\` is \`true\`, and the container can do everything on its node; set it to \`false\`.`;
const wrong = { [`containers.0.${privileged}`]: true };

testPolicy(podPrivilegedDisallowed, {
    compliant: {
        unset: deployment(),
        false: deployment(everyContainer({ [privileged]: false })),
        null: pod(everyContainer({ [privileged]: null })),
        "no security context": {
            ...pod({ "containers.0.securityContext": null }),
            also: ["pod-capabilities-dropped", "pod-privilege-escalation-disallowed", "pod-root-file-system-read-only"],
        },
        "a container that is left out": { ...pod(wrong), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...pod(wrong), config: { excludedImages: ["shop.azurecr.io/*"] } },
    },
    violating: {
        ...everyKind(podSpec(wrong), (path) => message(`${path}.containers[0]`)),
        "every container": {
            ...pod(everyContainer({ [privileged]: true })),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "with users of its own": { ...pod({ ...wrong, hostUsers: false }), message: message("spec.containers[0]") },
        "a container, where others are left out": {
            ...pod(wrong),
            config: { excludedContainers: ["other"], excludedImages: ["shop.azurecr.io/"] },
            message: message("spec.containers[0]"),
        },
        "kured that restarts its node by a signal": {
            ...kured(wrong),
            message: message("spec.template.spec.containers[0]"),
        },
        "a daemon whose image is not known": {
            ...workloadWith(
                "apps/v1",
                "DaemonSet",
                ["spec", "template"],
                podSpec({ ...wrong, "containers.0.image": UNKNOWN }),
            ),
            message: message("spec.template.spec.containers[0]"),
        },
        "a word": {
            ...pod({ [`containers.0.${privileged}`]: "no" }),
            message: `\`spec.containers[0].${privileged}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
    },
    undetermined: {
        "unknown in one container, but says what is wrong with another": {
            ...pod({ ...everyContainer({ [privileged]: UNKNOWN }), ...podWith({ [privileged]: true }) }),
            undetermined: [
                `\`spec.initContainers[0].${privileged}\` is not known before the update`,
                `\`spec.ephemeralContainers[0].${privileged}\` is not known before the update`,
            ],
            violations: [message("spec.containers[0]")],
        },
    },
    notApplicable: {
        "kured that restarts its node by a command": {
            ...kured({
                "containers.0.args": ["--reboot-method=command"],
                [`containers.0.${privileged}`]: true,
                "containers.0.securityContext.allowPrivilegeEscalation": undefined,
                "containers.0.securityContext.appArmorProfile": undefined,
                "containers.0.securityContext.capabilities": { drop: ["ALL"] },
            }),
            reason: "kured restarts the node by a command of the node",
        },
    },
});

function podWith(changes: Record<string, unknown>) {
    return { containers: everyContainer(changes).containers };
}
