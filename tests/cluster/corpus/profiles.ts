import { each, invalid, mapped, none, pods, texts, valued } from "./case";
import { containerSecuredBy, podWith, securityOfContainers, securityOfPod } from "./secure-pod";

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
const initContainers = podWith({}).spec["containers"] ?? [];

/** What the kernel keeps from containers. */
export const confinement = [
    ...each("AppArmor", everywhere, valued("appArmorProfile", profiles)),
    ...["sole", "app"].flatMap((name) =>
        pods(
            "AppArmor",
            mapped(
                texts(...annotated),
                (profile) =>
                    podWith(
                        { containers: [containerSecuredBy({})], initContainers },
                        { [`${ofAppArmor}${name}`]: profile },
                    ),
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
                        containers: [containerSecuredBy({ seccompProfile })],
                    }),
                `the pod's ${name}, a container's`,
            ),
        ),
    ),
    ...pods("Seccomp", {
        "of one of two containers": podWith({
            securityContext: { runAsNonRoot: true },
            containers: [containerSecuredBy({ seccompProfile: profiles.Localhost })],
            initContainers,
        }),
        "an annotation, as it once was": podWith({ securityContext: { runAsNonRoot: true } }, ofSeccomp),
    }),
    ...invalid("must match", pods("Seccomp", { "an annotation that contradicts": podWith({}, ofSeccomp) })),
];
