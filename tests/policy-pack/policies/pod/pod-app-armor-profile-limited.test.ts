import { podAppArmorProfileLimited } from "../../../../policy-pack/policies/pod/pod-app-armor-profile-limited";
import { containerLists, deployment, everyContainer, everyKind, kured, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const profile = "securityContext.appArmorProfile";
const types = "set it to `RuntimeDefault` or `Localhost`.";
const unconfined = (path: string) =>
    `\`${path}.${profile}.type\` is \`Unconfined\`, and no profile confines the process; ${types}`;
const noProfile = `\`spec.${profile}.type\` is unset, which is no profile; ${types}`;

const annotation = "container.apparmor.security.beta.kubernetes.io/app";
const annotated = (value: unknown, name = annotation) =>
    object("apps/v1", "Deployment", {
        metadata: { name: "shop", namespace: "shop" },
        spec: { template: { metadata: { annotations: { [name]: value } }, spec: podSpec() } },
    });
const refused = (value: string, name = annotation) => ({
    ...annotated(value, name),
    message: `\`spec.template.metadata.annotations["${name}"]\` is \`${value}\`, and no known profile confines the container; set it to \`runtime/default\`.`,
});

testPolicy(podAppArmorProfileLimited, {
    compliant: {
        unset: deployment(),
        null: deployment({ [profile]: null }),
        "the profile of the runtime": deployment({
            [profile]: { type: "RuntimeDefault" },
            ...everyContainer({ [profile]: { type: "RuntimeDefault" } }),
        }),
        "a profile of the node": pod({ [profile]: { type: "Localhost", localhostProfile: "shop" } }),
        "annotation runtime/default": annotated("runtime/default"),
        "annotation localhost/shop": annotated("localhost/shop"),
        "an empty annotation": annotated(""),
        "kured that restarts its node by a signal": kured(),
        "another annotation": annotated("unconfined", "example.com/profile"),
        "an annotation of the deployment, which is not that of its pods": object("apps/v1", "Deployment", {
            metadata: { name: "shop", namespace: "shop", annotations: { [annotation]: "unconfined" } },
            spec: { template: { spec: podSpec() } },
        }),
        "a patch of another field of the profile": object("v1", "PodPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { securityContext: { appArmorProfile: { localhostProfile: "shop" } } },
        }),
        "a container that is left out": {
            ...pod({ [`containers.0.${profile}`]: { type: "Unconfined" } }),
            config: { excludedContainers: ["app"] },
        },
        "an image that is left out": {
            ...pod({ [`containers.0.${profile}`]: { type: "Unconfined" } }),
            config: { excludedImages: ["shop.azurecr.io/*"] },
        },
    },
    violating: {
        ...everyKind(podSpec({ [profile]: { type: "Unconfined" } }), unconfined),
        "every container": {
            ...pod(everyContainer({ [profile]: { type: "Unconfined" } })),
            message: containerLists.map((container) => unconfined(`spec.${container}`)),
        },
        "no type": { ...pod({ [profile]: {} }), message: noProfile },
        "an empty type": { ...pod({ [profile]: { type: "" } }), message: noProfile },
        "an empty type in a patch": {
            ...pod({ [profile]: { type: "" } }),
            type: "kubernetes:core/v1:PodPatch",
            message: noProfile,
        },
        "a type in other letters": {
            ...pod({ [profile]: { type: "runtime/default" } }),
            message: `\`spec.${profile}.type\` is \`runtime/default\`, which is no profile; ${types}`,
        },
        "a pod of Windows": {
            ...pod({ [profile]: { type: "Unconfined" }, "os.name": "windows" }),
            message: unconfined("spec"),
        },
        "the pod, where its container is left out": {
            ...pod({ [profile]: { type: "Unconfined" } }),
            config: { excludedContainers: ["app"] },
            message: unconfined("spec"),
        },
        "kured that restarts its node by a command": {
            ...kured({ "containers.0.args": null }),
            message: unconfined("spec.template.spec.containers[0]"),
            also: ["pod-capabilities-dropped"],
        },
        "annotation unconfined": refused("unconfined"),
        "annotation localhost without a profile": refused("localhost"),
        "annotation in other letters": refused("RuntimeDefault"),
        "annotation of no container": refused("unconfined", "container.apparmor.security.beta.kubernetes.io/"),
        "an annotation that is no word": {
            ...annotated(false),
            message: `\`spec.template.metadata.annotations["${annotation}"]\` is a boolean; set it to a string.`,
        },
        "a profile that is none": {
            ...pod({ [profile]: "RuntimeDefault" }),
            message: `\`spec.${profile}\` is a string; set it to an object.`,
        },
    },
    undetermined: {
        "an unknown type, but says what is wrong with a container": {
            ...pod({ [profile]: { type: UNKNOWN }, [`containers.0.${profile}`]: { type: "Unconfined" } }),
            undetermined: [`\`spec.${profile}.type\` is not known before the update`],
            violations: [unconfined("spec.containers[0]")],
        },
        "an unknown annotation": {
            ...annotated(UNKNOWN),
            undetermined: [`\`spec.template.metadata.annotations["${annotation}"]\` is not known before the update`],
        },
    },
    notApplicable: {},
});
