import { podSeccompProfileLimited } from "../../../../policy-pack/policies/pod/pod-seccomp-profile-limited";
import { containerLists, deployment, everyContainer, everyKind, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const profile = "securityContext.seccompProfile";
const types = "set it to `RuntimeDefault` or `Localhost`.";
const unconfined = (path: string) =>
    `\`${path}.${profile}.type\` is \`Unconfined\`, and no profile confines the process; ${types}`;
const noProfile = (path: string) => `\`${path}.${profile}.type\` is unset, which is no profile; ${types}`;

testPolicy(podSeccompProfileLimited, {
    compliant: {
        "the profile of the runtime": deployment(),
        unset: { ...deployment({ [profile]: undefined }), also: ["pod-seccomp-profile-required"] },
        null: { ...deployment({ [profile]: null }), also: ["pod-seccomp-profile-required"] },
        "a profile of the node": pod({ [profile]: { type: "Localhost", localhostProfile: "shop.json" } }),
        "the old annotation, which is read no more": object("apps/v1", "Deployment", {
            metadata: { name: "shop", namespace: "shop" },
            spec: {
                template: {
                    metadata: { annotations: { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" } },
                    spec: podSpec(),
                },
            },
        }),
        "a patch of another field of the profile": object("v1", "PodPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { securityContext: { seccompProfile: { localhostProfile: "shop.json" } } },
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
        "the pod, where its containers have one": {
            ...pod({ [profile]: { type: "Unconfined" }, ...everyContainer({ [profile]: { type: "RuntimeDefault" } }) }),
            message: unconfined("spec"),
        },
        "no type": { ...pod({ [profile]: {} }), message: noProfile("spec") },
        "an empty type": {
            ...pod({ [`containers.0.${profile}`]: { type: "" } }),
            message: noProfile("spec.containers[0]"),
        },
        "a type of another time": {
            ...pod({ [profile]: { type: "docker/default" } }),
            message: `\`spec.${profile}.type\` is \`docker/default\`, which is no profile; ${types}`,
        },
        "a pod of Windows": {
            ...pod({ [profile]: { type: "Unconfined" }, "os.name": "windows" }),
            message: unconfined("spec"),
        },
        "with users of its own": {
            ...pod({ [profile]: { type: "Unconfined" }, hostUsers: false }),
            message: unconfined("spec"),
        },
        "a profile that is none": {
            ...pod({ [profile]: "RuntimeDefault" }),
            message: `\`spec.${profile}\` is a string; set it to an object.`,
            also: ["pod-seccomp-profile-required"],
        },
    },
    undetermined: {
        "an unknown type, but says what is wrong with a container": {
            ...pod({ [profile]: { type: UNKNOWN }, [`containers.0.${profile}`]: { type: "Unconfined" } }),
            undetermined: [`\`spec.${profile}.type\` is not known before the update`],
            violations: [unconfined("spec.containers[0]")],
        },
    },
});
