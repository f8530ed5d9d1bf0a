import type { PropertyMap } from "../../../sandbox/providers/property";

/** Fields to set; `undefined` removes one that is there. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a pod and a template for pods have. */
export interface PodParts {
    readonly annotations: Record<string, string>;
    readonly spec: PropertyMap;
}

const ofPod: Fields = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };
const ofContainer: Fields = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };

/** A pod that the standard restricted allows, with other fields. */
export function podWith(fields: Fields, annotations: Record<string, string> = {}): PodParts {
    const spec = { securityContext: ofPod, containers: [container("app", ofContainer)], ...fields };
    // As it is sent: what is undefined is not there.
    return { annotations, spec: JSON.parse(JSON.stringify(spec)) as PropertyMap };
}

/** The same of Windows, where most of what Linux has is invalid. */
export function windowsPodWith(fields: Fields, ofItsContainer: Fields = {}): PodParts {
    return podWith({
        os: { name: "windows" },
        securityContext: { runAsNonRoot: true },
        containers: [{ ...container("app"), ...ofItsContainer }],
        ...fields,
    });
}

/** The pod with users of its own, which are nobody on the node. */
export function withOwnUsers(pod: PodParts): PodParts {
    return { ...pod, spec: { ...pod.spec, hostUsers: false } };
}

/** Makes a pod with these fields somewhere in it. */
export type Place = (fields: Fields) => PodParts;

/** The security context of the pod. */
export const securityOfPod: Place = (fields) => podWith({ securityContext: { ...ofPod, ...fields } });

const secured = (name: string, fields: Fields) => container(name, { ...ofContainer, ...fields });
const named = (name: string, fields: Fields) => ({ ...container(name, ofContainer), ...fields });

/** The security contexts of containers that a pod starts with. */
export const securityOfNewContainers = inNewContainers(secured);

/** The security context of a container that joins a pod later. */
export const securityOfEphemeral = inEphemeralContainer(secured);

/** The security contexts of all containers. */
export const securityOfContainers = { ...securityOfNewContainers, ...securityOfEphemeral };

/** Containers that a pod starts with. */
export const newContainers = inNewContainers(named);

/** All containers. */
export const containers = { ...newContainers, ...inEphemeralContainer(named) };

/** A container of a pod that has no other, or no other of its kind. */
export function containerWith(fields: Fields): Fields {
    return named("sole", fields);
}

/** The same, with these fields in its security context. */
export function containerSecuredBy(fields: Fields): Fields {
    return secured("sole", fields);
}

/** A container that starts before the others, and goes on. */
export const sidecar: Place = (fields) =>
    podWith({ initContainers: [{ ...container("sidecar", ofContainer), ...fields, restartPolicy: "Always" }] });

type Make = (name: string, fields: Fields) => Fields;

function inNewContainers(make: Make) {
    return {
        "a container": (fields: Fields) => podWith({ containers: [make("app", {}), make("second", fields)] }),
        "an init container": (fields: Fields) => podWith({ initContainers: [make("first", fields)] }),
    };
}

function inEphemeralContainer(make: Make) {
    return {
        "an ephemeral container": (fields: Fields) => podWith({ ephemeralContainers: [make("debugger", fields)] }),
    };
}

function container(name: string, securityContext?: Fields): Fields {
    return { name, image: "registry.example/image:1", securityContext };
}
