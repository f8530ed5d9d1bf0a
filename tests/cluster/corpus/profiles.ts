import { each, invalid, mapped, none, pods, texts, valued } from "./case";
import { containers, podWith, securityOfContainers, securityOfPod } from "./secure-pod";

const profiles = {
    RuntimeDefault: { type: "RuntimeDefault" },
    Localhost: { type: "Localhost", localhostProfile: "own" },
    Unconfined: { type: "Unconfined" },
    ...none,
};
const everywhere = { "the pod": securityOfPod, ...securityOfContainers };
const types = ["container_t", "container_init_t", "container_kvm_t", "container_engine_t", "spc_t", ""];
const annotated = ["runtime/default", "localhost/own", "localhost/", "unconfined", ""];
const ofAppArmor = "container.apparmor.security.beta.kubernetes.io/";
const ofSeccomp = { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" };
const initContainers = containers["an init container"]({}).spec["initContainers"];

/** What the kernel keeps from containers. */
export const confinement = [
    ...each("AppArmor", everywhere, valued("appArmorProfile", profiles)),
    ...["app", "first"].flatMap((name) =>
        pods(
            "AppArmor",
            mapped(
                texts(...annotated),
                (profile) => podWith({ initContainers }, { [`${ofAppArmor}${name}`]: profile }),
                `annotation of ${name}`,
            ),
        ),
    ),
    ...each("SELinux", everywhere, {
        ...valued("type", { ...texts(...types), ...none }, (type) => ({ seLinuxOptions: { type } })),
        ...valued("user", { ...texts("", "system_u"), ...none }, (user) => ({ seLinuxOptions: { user } })),
        ...valued("role", { ...texts("", "system_r"), ...none }, (role) => ({ seLinuxOptions: { role } })),
        ...valued("level", { ...texts("s0:c1,c2") }, (level) => ({ seLinuxOptions: { level } })),
        ...valued("seLinuxOptions", { empty: {}, ...none }),
    }),
    ...each("Seccomp", everywhere, valued("seccompProfile", profiles)),
    ...Object.entries(profiles).flatMap(([name, ofPod]) =>
        pods(
            "Seccomp",
            mapped(
                profiles,
                (seccompProfile) =>
                    podWith({
                        securityContext: { runAsNonRoot: true, seccompProfile: ofPod },
                        containers: securityOfContainers["a container"]({ seccompProfile }).spec["containers"],
                    }),
                `the pod's ${name}, a container's`,
            ),
        ),
    ),
    ...pods("Seccomp", {
        "both containers of their own": podWith({
            securityContext: { runAsNonRoot: true },
            containers: securityOfContainers["an init container"]({ seccompProfile: profiles.Localhost }).spec[
                "initContainers"
            ],
        }),
        "an annotation, as it once was": podWith({ securityContext: { runAsNonRoot: true } }, ofSeccomp),
    }),
    ...invalid("must match", pods("Seccomp", { "an annotation that contradicts": podWith({}, ofSeccomp) })),
];
