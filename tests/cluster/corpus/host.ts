import { booleans, each, invalid, none, pods, valued } from "./case";
import { type Fields, type PodParts, newContainers, podWith, sidecar, windowsPodWith } from "./secure-pod";

const namespaces = ["hostNetwork", "hostPID", "hostIPC"];

/** What a pod shares with its node: namespaces and ports. */
export const host = [
    ...namespaces.flatMap((name) => each("Host Namespaces", { "a pod": podWith }, valued(name, booleans))),
    ...pods("Host Namespaces", {
        none: podWith({}),
        all: podWith({ hostNetwork: true, hostPID: true, hostIPC: true }),
    }),
    ...invalid(
        "Forbidden: when `hostUsers` is false",
        each(
            "Host Namespaces",
            { "a pod with users of its own": (fields) => podWith({ hostUsers: false, ...fields }) },
            {
                hostNetwork: { hostNetwork: true },
                hostPID: { hostPID: true },
                hostIPC: { hostIPC: true },
            },
        ),
    ),
    ...each(
        "Host Ports",
        { ...newContainers, "a sidecar": sidecar },
        {
            "no ports": { ports: [] },
            "ports null": { ports: null },
            ...valued("hostPort", { 0: 0, 1: 1, 8080: 8080, 65535: 65535, ...none }, (hostPort) => ({
                ports: [{ containerPort: 8080 }, { containerPort: 9090, hostPort }],
            })),
        },
    ),
    ...pods("Host Ports", {
        "a port in the network of the node": inHostNetwork({}),
        "the same port of the node": inHostNetwork({ hostPort: 8080 }),
        "of Windows": windowsPodWith({}, { ports: [{ containerPort: 8080, hostPort: 80 }] }),
    }),
    ...invalid(
        "must match `containerPort` when `hostNetwork` is true",
        pods("Host Ports", { "another port of the node": inHostNetwork({ hostPort: 80 }) }),
    ),
];

function inHostNetwork(port: Fields): PodParts {
    const made = newContainers["a container"]({ ports: [{ containerPort: 8080, ...port }] });
    return { ...made, spec: { ...made.spec, hostNetwork: true } };
}
