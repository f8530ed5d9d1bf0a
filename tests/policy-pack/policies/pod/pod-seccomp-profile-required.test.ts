import { podSeccompProfileRequired } from "../../../../policy-pack/policies/pod/pod-seccomp-profile-required";
import { containerLists, deployment, everyContainer, everyKind, object, pod, podSpec } from "../../fixtures";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const profile = "securityContext.seccompProfile";
const own = { type: "RuntimeDefault" };
const message = (path: string) =>
    `\`${path}.${profile}\` is unset, as is that of the pod, and the container may make every call of the kernel; set it to one of type \`RuntimeDefault\`.`;
const { patches, others } = split(
    everyKind(podSpec({ [profile]: undefined }), (path) => message(`${path}.containers[0]`)),
);

testPolicy(podSeccompProfileRequired, {
    compliant: {
        "the pod has one": deployment(everyContainer({})),
        "each container has one": deployment({ [profile]: undefined, ...everyContainer({ [profile]: own }) }),
        "both have one": pod({ [`containers.0.${profile}`]: { type: "Localhost", localhostProfile: "shop.json" } }),
        "one that does not confine, which is another policy's matter": {
            ...pod({ [profile]: { type: "Unconfined" } }),
            also: ["pod-seccomp-profile-limited"],
        },
        "no containers": pod({ [profile]: undefined, containers: [] }),
        "a container that is left out": {
            ...pod({ [profile]: undefined }),
            config: { excludedContainers: ["app"] },
        },
        "an image that is left out": {
            ...pod({ [profile]: undefined }),
            config: { excludedImages: ["shop.azurecr.io/*"] },
        },
        "a patch that leaves it": object("v1", "PodPatch", {
            metadata: { name: "shop", namespace: "shop" },
            spec: { containers: [{ name: "app" }] },
        }),
        ...patches,
    },
    violating: {
        "a pod that runs on nodes of Windows and does not say so": {
            ...deployment({ [profile]: undefined, nodeSelector: { "kubernetes.io/os": "windows" } }),
            message: message("spec.template.spec.containers[0]").replace(
                "set it to one of type `RuntimeDefault`",
                "set `spec.template.spec.os.name` to `windows`, as the node selector says",
            ),
        },
        ...others,
        "nobody has one": {
            ...pod({ [profile]: undefined, ...everyContainer({}) }),
            message: containerLists.map((container) => message(`spec.${container}`)),
        },
        "null is none": {
            ...pod({ [profile]: null, [`containers.0.${profile}`]: null }),
            message: message("spec.containers[0]"),
        },
        "one of two containers has one": {
            ...pod({
                [profile]: undefined,
                ...everyContainer({ [profile]: own }),
                initContainers: everyContainer({}).initContainers,
            }),
            message: message("spec.initContainers[0]"),
        },
        "a pod of Linux": {
            ...pod({ [profile]: undefined, "os.name": "linux" }),
            message: message("spec.containers[0]"),
        },
        "with users of its own": {
            ...pod({ [profile]: undefined, hostUsers: false }),
            message: message("spec.containers[0]"),
        },
        "a profile that is none": {
            ...pod({ [`containers.0.${profile}`]: "RuntimeDefault", [profile]: undefined }),
            message: `\`spec.containers[0].${profile}\` is a string; set it to an object.`,
            also: ["pod-seccomp-profile-limited"],
        },
    },
    undetermined: {
        "unknown in the pod": {
            ...pod({
                [profile]: UNKNOWN,
                ...everyContainer({ [profile]: own }),
                containers: everyContainer({}).containers,
            }),
            undetermined: [`\`spec.${profile}\` is not known before the update`],
        },
        "unknown in a container": {
            ...pod({ [profile]: undefined, [`containers.0.${profile}`]: UNKNOWN }),
            undetermined: [`\`spec.containers[0].${profile}\` is not known before the update`],
        },
        "an unknown operating system": {
            ...pod({ [profile]: undefined, "os.name": UNKNOWN }),
            undetermined: ["`spec.os.name` is not known before the update"],
        },
    },
    notApplicable: {
        "a pod of Windows": {
            ...pod({ [profile]: undefined, "os.name": "windows" }),
            reason: "the pod runs on Windows",
        },
    },
});

/** A patch without a profile leaves what is there. */
function split(cases: ReturnType<typeof everyKind>) {
    const [all, isPatch] = [Object.entries(cases), (title: string) => title.endsWith("as a patch")];
    return {
        patches: Object.fromEntries(all.filter(([title]) => isPatch(title))),
        others: Object.fromEntries(all.filter(([title]) => !isPatch(title))),
    };
}
