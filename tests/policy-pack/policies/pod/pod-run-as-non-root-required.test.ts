import { podRunAsNonRootRequired } from "../../../../policy-pack/policies/pod/pod-run-as-non-root-required";
import { containerLists, deployment, everyContainer, everyKind, kured, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const setting = "securityContext.runAsNonRoot";
const ofPod = (path: string) =>
    `\`${path}.${setting}\` is \`false\`, and containers may run as root; set it to \`true\`.`;
const ofContainer = (path: string) =>
    `\`${path}.${setting}\` is \`false\`, and the container may run as root; set it to \`true\`.`;
const nowhere = (path: string) =>
    `\`${path}.${setting}\` is unset, as is that of the pod, and the container may run as root; set it to \`true\`.`;
const wrong = { [setting]: undefined };

testPolicy(podRunAsNonRootRequired, {
    compliant: {
        "the pod says it": deployment(everyContainer({})),
        "each container says it": deployment({ ...wrong, ...everyContainer({ [setting]: true }) }),
        "both say it": pod({ [`containers.0.${setting}`]: true }),
        "no containers": pod({ ...wrong, containers: [] }),
        "a container that is left out": { ...pod(wrong), config: { excludedContainers: ["app"] } },
        "an image that is left out": { ...pod(wrong), config: { excludedImages: ["shop.azurecr.io/*"] } },
        "a patch that leaves it": object("v1", "PodPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { containers: [{ name: "app", securityContext: { readOnlyRootFilesystem: true } }] },
        }),
    },
    violating: {
        ...everyKind(podSpec({ [setting]: false }), ofPod),
        "nobody says it": {
            ...pod({ ...wrong, ...everyContainer({}) }),
            message: containerLists.map((container) => nowhere(`spec.${container}`)),
        },
        "null says nothing": {
            ...pod({ [setting]: null, [`containers.0.${setting}`]: null }),
            message: nowhere("spec.containers[0]"),
        },
        "one of two containers says it": {
            ...pod({
                ...wrong,
                ...everyContainer({ [setting]: true }),
                initContainers: everyContainer({}).initContainers,
            }),
            message: nowhere("spec.initContainers[0]"),
        },
        "the pod says the opposite, and its container does not": {
            ...pod({ [setting]: false, [`containers.0.${setting}`]: true }),
            message: ofPod("spec"),
        },
        "every container says the opposite": {
            ...pod(everyContainer({ [setting]: false })),
            message: containerLists.map((container) => ofContainer(`spec.${container}`)),
        },
        "a pod of Windows": { ...pod({ ...wrong, "os.name": "windows" }), message: nowhere("spec.containers[0]") },
        "a pod with the users of its node": {
            ...pod({ ...wrong, hostUsers: true }),
            message: nowhere("spec.containers[0]"),
        },
        "a daemon that is not kured": {
            ...kured({ hostPID: false, "containers.0.image": "shop.azurecr.io/agent@sha256:" + "5".repeat(64) }),
            message: nowhere("spec.template.spec.containers[0]"),
            also: [
                "pod-app-armor-profile-limited",
                "pod-capabilities-dropped",
                "pod-host-paths-limited",
                "pod-run-as-user-non-root",
                "pod-volume-types-limited",
            ],
        },
        "a word": {
            ...pod({ [setting]: "true", [`containers.0.${setting}`]: true }),
            message: `\`spec.${setting}\` is a string; set it to \`true\` or \`false\`, without quotes.`,
        },
    },
    undetermined: {
        "unknown in the pod, but says what is wrong with a container": {
            ...pod({
                [setting]: UNKNOWN,
                ...everyContainer({ [setting]: true }),
                initContainers: everyContainer({ [setting]: false }).initContainers,
            }),
            undetermined: [`\`spec.${setting}\` is not known before the update`],
            violations: [ofContainer("spec.initContainers[0]")],
        },
        "unknown in a container": {
            ...pod({ [`containers.0.${setting}`]: UNKNOWN }),
            undetermined: [`\`spec.containers[0].${setting}\` is not known before the update`],
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
        "a pod with users of its own that says the opposite": {
            ...pod({ [setting]: false, [`containers.0.${setting}`]: false, hostUsers: false }),
            reason: "the pod has users of its own, and root of it is nobody on the node",
        },
        kured: { ...kured(), reason: "kured signals the node as root" },
    },
});
