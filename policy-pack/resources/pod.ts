import type { Property } from "../property";
import type { Setting } from "../setting";
import { core, kubernetesObject, namespaceOf } from "./kubernetes-object";

/** A pod: the object itself, or the pod that its controller will make. */
export interface Pod {
    /** The kind of the object that makes the pod: `Pod`, `Deployment`, … */
    readonly kind: string;
    /** The object that makes the pod; the pod itself for kind `Pod`. */
    readonly object: Property;
    /** The namespace of both. */
    readonly namespace: Setting<string>;
    /** Metadata of the pod. */
    readonly metadata: Property;
    /** Specification of the pod. */
    readonly spec: Property;
    /** Whether the object is a patch: what is unset in it is left as it is in the cluster. */
    readonly isPatch: boolean;
    /** Init, normal and ephemeral containers: three lists, each unread. */
    readonly containers: readonly Property[];
    /** Whether the pod runs on Windows by `spec.os.name`, as Pod Security Admission decides it. */
    readonly isWindows: () => boolean;
}

/** Where a kind has its pod. */
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

/** The kinds that are pods or make pods. */
export const kindsWithPods: readonly string[] = Object.keys(pathToPod);

/** Their API groups, of all times. */
export const groupsWithPods = new RegExp(`(?:${core.source}|apps/\\w+|extensions/v1beta1|batch/\\w+)`);

/** The pod of a document of this kind; `undefined` when the kind makes no pods. */
export function podOf(object: Property, kind: string, form?: string, namespace = namespaceOf(object)): Pod | undefined {
    const path = Object.hasOwn(pathToPod, kind) ? pathToPod[kind] : undefined;
    if (path === undefined) return undefined;
    const pod = object.in(...path);
    const spec = pod.at("spec");
    return {
        kind,
        object,
        namespace,
        metadata: pod.at("metadata"),
        spec,
        isPatch: form === "Patch",
        containers: ["initContainers", "containers", "ephemeralContainers"].map((list) => spec.at(list)),
        isWindows: () => spec.in("os", "name").string() === "windows",
    };
}

/** Pods, and every controller by the pod that it will make, in all of their API groups. */
export const pod = kubernetesObject("Pod", groupsWithPods, kindsWithPods, (object, { kind, form, namespace }) =>
    podOf(object, kind, form, namespace),
);
