import type { Property } from "../property";
import { kubernetesObject } from "./kubernetes-object";

/** Something that makes pods: the pod itself or a controller, judged by the pod that it will make. */
export interface Workload {
    /** The labels of the object and of its pods. */
    readonly labels: readonly Property[];
    /** Init, normal and ephemeral containers: three lists, each unread. */
    readonly containers: readonly Property[];
}

const pathToPod: Readonly<Record<string, readonly string[]>> = {
    Pod: [],
    PodTemplate: ["template"],
    Deployment: ["spec", "template"],
    StatefulSet: ["spec", "template"],
    DaemonSet: ["spec", "template"],
    ReplicaSet: ["spec", "template"],
    ReplicationController: ["spec", "template"],
    Job: ["spec", "template"],
    CronJob: ["spec", "jobTemplate", "spec", "template"],
};

/** The workload that a document of this kind describes; `undefined` when the kind makes no pods. */
export function workloadOf(object: Property, kind: string): Workload | undefined {
    const path = Object.hasOwn(pathToPod, kind) ? pathToPod[kind] : undefined;
    return path === undefined ? undefined : viewOf(object, path);
}

function viewOf(object: Property, path: readonly string[]): Workload {
    const pod = object.in(...path);
    const spec = pod.at("spec");
    return {
        labels: [object, pod].map((owner) => owner.in("metadata", "labels")),
        containers: ["initContainers", "containers", "ephemeralContainers"].map((list) => spec.at(list)),
    };
}

/** Pod and every controller of pods, in all of their API groups. */
export const workload = kubernetesObject(
    "Workload",
    /(?:core\/v1|apps\/\w+|extensions\/v1beta1|batch\/\w+)/,
    Object.keys(pathToPod),
    (object, kind) => viewOf(object, pathToPod[kind] ?? []),
);
