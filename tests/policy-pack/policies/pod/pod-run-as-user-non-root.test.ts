import { podRunAsUserNonRoot } from "../../../../policy-pack/policies/pod/pod-run-as-user-non-root";
import { containerLists, deployment, everyContainer, everyKind, kured, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const setting = "securityContext.runAsUser";
const message = (path: string) =>
    `\`${path}.${setting}\` is \`0\`, which is root; set it to another user, such as \`10001\`.`;
const wrong = { [`containers.0.${setting}`]: 0 };

testPolicy(podRunAsUserNonRoot, {
    compliant: {
        "another user": deployment(everyContainer({ [setting]: 1000 })),
        "the first that is not root": pod({ [setting]: 1 }),
        unset: pod({ [setting]: undefined }),
        null: pod({ [setting]: null }),
        "a container that is left out": { ...pod(wrong), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...pod(wrong), config: { excludedImages: ["shop.azurecr.io/*"] } },
    },
    violating: {
        ...everyKind(podSpec({ [setting]: 0, [`containers.0.${setting}`]: 1 }), message),
        "every container": {
            ...pod(everyContainer({ [setting]: 0 })),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "pod and container": {
            ...pod({ [setting]: 0, ...wrong }),
            message: [message("spec"), message("spec.containers[0]")],
        },
        "a pod with the users of its node": {
            ...pod({ ...wrong, hostUsers: true }),
            message: message("spec.containers[0]"),
        },
        "a number in words": {
            ...pod({ [`containers.0.${setting}`]: "0" }),
            message: `\`spec.containers[0].${setting}\` is a string; set it to a number, without quotes.`,
        },
    },
    undetermined: {
        "unknown in the pod, but says what is wrong with a container": {
            ...pod({ [setting]: UNKNOWN, ...wrong }),
            undetermined: [`\`spec.${setting}\` is not known before the update`],
            violations: [message("spec.containers[0]")],
        },
        "unknown users": {
            ...pod({ ...wrong, hostUsers: UNKNOWN }),
            undetermined: ["`spec.hostUsers` is not known before the update"],
        },
    },
    notApplicable: {
        "a pod with users of its own": {
            ...pod({ ...wrong, hostUsers: false }),
            reason: "the pod has users of its own, and root of it is nobody on the node",
        },
        kured: { ...kured(), reason: "kured signals the node as root" },
    },
});
