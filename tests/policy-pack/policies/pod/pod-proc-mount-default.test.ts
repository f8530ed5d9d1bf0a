import { podProcMountDefault } from "../../../../policy-pack/policies/pod/pod-proc-mount-default";
import { containerLists, deployment, everyContainer, everyKind, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const procMount = "securityContext.procMount";
const message = (path: string, found = "Unmasked") =>
    `\`${path}.${procMount}\` is \`${found}\`, and \`/proc\` shows what is hidden by default; set it to \`Default\`.`;
const unmasked = { [`containers.0.${procMount}`]: "Unmasked" };

testPolicy(podProcMountDefault, {
    compliant: {
        unset: deployment(),
        null: deployment(everyContainer({ [procMount]: null })),
        Default: deployment(everyContainer({ [procMount]: "Default" })),
        "Default, with users of its own": pod({ ...everyContainer({ [procMount]: "Default" }), hostUsers: false }),
        "a container that is left out": { ...pod(unmasked), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...pod(unmasked), config: { excludedImages: ["shop.azurecr.io/*"] } },
    },
    violating: {
        ...everyKind(podSpec(unmasked), (path) => message(`${path}.containers[0]`)),
        "every container": {
            ...pod(everyContainer({ [procMount]: "Unmasked" })),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "with the users of its node": {
            ...pod({ ...unmasked, hostUsers: true }),
            message: message("spec.containers[0]"),
        },
        "with the users of its node by default": {
            ...pod({ ...unmasked, hostUsers: null }),
            message: message("spec.containers[0]"),
        },
        "in other letters": {
            ...pod({ [`containers.0.${procMount}`]: "default" }),
            message: message("spec.containers[0]", "default"),
        },
        empty: {
            ...pod({ [`containers.0.${procMount}`]: "" }),
            message: `\`spec.containers[0].${procMount}\` is empty, which Kubernetes refuses; set it to \`Default\`.`,
        },
        "a pod of Windows": { ...pod({ ...unmasked, "os.name": "windows" }), message: message("spec.containers[0]") },
        "no word": {
            ...pod({ [`containers.0.${procMount}`]: true }),
            message: `\`spec.containers[0].${procMount}\` is a boolean; set it to a string.`,
        },
    },
    undetermined: {
        "unknown, but says what is wrong with another": {
            ...pod({
                ...everyContainer({ [procMount]: UNKNOWN }),
                ephemeralContainers: null,
                containers: everyContainer({ [procMount]: "Unmasked" }).containers,
            }),
            undetermined: [`\`spec.initContainers[0].${procMount}\` is not known before the update`],
            violations: [message("spec.containers[0]")],
        },
        "unknown users": {
            ...pod({ ...unmasked, hostUsers: UNKNOWN }),
            undetermined: ["`spec.hostUsers` is not known before the update"],
        },
    },
    notApplicable: {
        "a pod with users of its own": {
            ...pod({ ...unmasked, hostUsers: false }),
            reason: "the pod has users of its own; pod-proc-mount-default-with-own-users judges that",
            also: ["pod-proc-mount-default-with-own-users"],
        },
    },
});
