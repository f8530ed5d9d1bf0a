import { podProcMountDefaultWithOwnUsers } from "../../../../policy-pack/policies/pod/pod-proc-mount-default-with-own-users";
import { containerLists, deployment, everyContainer, everyKind, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const procMount = "securityContext.procMount";
const message = (path: string) =>
    `\`${path}.${procMount}\` is \`Unmasked\`, and \`/proc\` shows what is hidden by default; set it to \`Default\`.`;
const unmasked = { [`containers.0.${procMount}`]: "Unmasked", hostUsers: false };

testPolicy(podProcMountDefaultWithOwnUsers, {
    compliant: {
        unset: deployment({ hostUsers: false }),
        null: deployment({ ...everyContainer({ [procMount]: null }), hostUsers: false }),
        Default: deployment({ ...everyContainer({ [procMount]: "Default" }), hostUsers: false }),
        "with the users of its node": deployment(),
        "a container that is left out": { ...pod(unmasked), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...pod(unmasked), config: { excludedImages: ["shop.azurecr.io/*"] } },
    },
    violating: {
        ...everyKind(podSpec(unmasked), (path) => message(`${path}.containers[0]`)),
        "every container": {
            ...pod({ ...everyContainer({ [procMount]: "Unmasked" }), hostUsers: false }),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "no word": {
            ...pod({ [`containers.0.${procMount}`]: true, hostUsers: false }),
            message: `\`spec.containers[0].${procMount}\` is a boolean; set it to a string.`,
        },
    },
    undetermined: {
        unknown: {
            ...pod({ [`containers.0.${procMount}`]: UNKNOWN, hostUsers: false }),
            undetermined: [`\`spec.containers[0].${procMount}\` is not known before the update`],
        },
        "unknown users": {
            ...pod({ ...unmasked, hostUsers: UNKNOWN }),
            undetermined: ["`spec.hostUsers` is not known before the update"],
        },
    },
    notApplicable: {
        "a pod with the users of its node": {
            ...pod({ ...unmasked, hostUsers: true }),
            reason: "the pod has the users of its node; pod-proc-mount-default judges that",
            also: ["pod-proc-mount-default"],
        },
    },
});
