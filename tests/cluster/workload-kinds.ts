import { type PropertyMap, textOf } from "../../sandbox/providers/property";
import type { PodParts } from "./corpus/secure-pod";
import { makers, metadata, sent } from "./pods";

/** The kinds that make pods. */
export const workloadKinds = Object.keys(makers).filter((kind) => kind !== "Pod");

/** The pod itself as an object. */
export function podObject(pod: PodParts, namespace: string): PropertyMap {
    return madeBy("Pod", pod, namespace);
}

/** The object of a kind that makes the pod. */
export function madeBy(kind: string, { annotations, spec }: PodParts, namespace: string): PropertyMap {
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { ...metadata, namespace, annotations }, spec };
    const maker = makers[kind];
    if (maker === undefined) throw new Error(`no pods are made by ${kind}`);
    return sent(maker.make(pod));
}

/** Its type in Pulumi. */
export function typeToken(object: PropertyMap): string {
    const [apiVersion, kind] = [textOf(object["apiVersion"]), textOf(object["kind"])];
    return `kubernetes:${apiVersion === "v1" ? "core/v1" : apiVersion}:${kind}`;
}
