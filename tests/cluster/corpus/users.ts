import { type Case, booleans, each, mapped, none, pods, valued } from "./case";
import {
    type Fields,
    type PodParts,
    containerSecuredBy,
    podWith,
    securityOfEphemeral,
    securityOfNewContainers,
    securityOfPod,
    windowsPodWith,
    withOwnUsers,
} from "./secure-pod";

const seccompProfile = { type: "RuntimeDefault" };
const everywhere = { "the pod": securityOfPod, ...securityOfNewContainers };
const users = valued("runAsUser", { 0: 0, 1: 1, ...none });

/** Whom containers run as. */
export const root: readonly Case[] = [
    ...withAndWithoutUsers([
        ...Object.entries(booleans).flatMap(([name, ofPod]) =>
            pods(
                "Running as Non-root",
                mapped(booleans, (own) => withNonRoot(ofPod, own), `runAsNonRoot ${name} of the pod, of a container`),
            ),
        ),
        ...pods("Running as Non-root", {
            "said by containers, not by init containers": podWith({
                securityContext: { seccompProfile },
                containers: [containerSecuredBy({ runAsNonRoot: true })],
                initContainers: podWith({}).spec["containers"],
            }),
            "no security context": podWith({ securityContext: null }),
        }),
        ...each("Running as Non-root user", everywhere, users),
        ...Object.entries(users).flatMap(([name, ofPod]) =>
            each("Running as Non-root user", { [`a pod with ${name}`]: (own) => withUser(ofPod, own) }, users),
        ),
    ]),
    ...each("Running as Non-root user", securityOfEphemeral, users),
    ...pods(
        "Running as Non-root",
        mapped(
            { true: true, ...none },
            (hostUsers) => podWith({ hostUsers, securityContext: { seccompProfile, runAsUser: 0 } }),
            "hostUsers",
        ),
    ),
    ...pods("Running as Non-root", {
        "Windows, said by the pod": windowsPodWith({}),
        "Windows, said by the container": windowsPodWith(
            { securityContext: {} },
            { securityContext: { runAsNonRoot: true } },
        ),
        "Windows, not said": windowsPodWith({ securityContext: {} }),
        "Windows, null": windowsPodWith({ securityContext: null }),
    }),
];

/** Without a word of root, the user decides. */
function withUser(ofPod: Fields, own: Fields): PodParts {
    return podWith({ securityContext: { seccompProfile, ...ofPod }, containers: [containerSecuredBy(own)] });
}

function withNonRoot(ofPod: unknown, own: unknown): PodParts {
    return podWith({
        securityContext: { runAsNonRoot: ofPod, seccompProfile },
        containers: [containerSecuredBy({ runAsNonRoot: own })],
    });
}

function withAndWithoutUsers(cases: readonly Case[]): Case[] {
    return cases.flatMap((one) => [one, { ...one, name: `${one.name}, users of its own`, pod: withOwnUsers(one.pod) }]);
}
