import type { Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";
import { groupsWithPods, kindsWithPods, podOf } from "./pod";

/** Something that makes pods: the pod itself or a controller. */
export interface Workload {
    /** The labels of the object and of its pods. */
    readonly labels: readonly Property[];
    /** Init, normal and ephemeral containers: three lists, each unread. */
    readonly containers: readonly Property[];
}

/** The workload that a document of this kind describes; `undefined` when the kind makes no pods. */
export function workloadOf(object: Property, kind: string): Workload | undefined {
    const pod = podOf(object, kind);
    if (pod === undefined) return undefined;
    return {
        labels: [object.at("metadata"), pod.metadata].map((metadata) => metadata.at("labels")),
        containers: pod.containers,
    };
}

/** Pod and every controller of pods, in all of their API groups. */
export const workload = kubernetesObject("Workload", groupsWithPods, kindsWithPods, (object, { kind }) =>
    workloadOf(object, kind),
);
