import { type PropertyMap, textOf } from "../../sandbox/providers/property";
import type { PodParts } from "./corpus/secure-pod";

const labels = { app: "corpus" };
const selector = { matchLabels: labels };

/** The kinds that make pods: the object that makes a given one, but for its metadata. */
const makers: Readonly<Record<string, (template: PropertyMap) => PropertyMap>> = {
    "v1 PodTemplate": (template) => ({ template }),
    "v1 ReplicationController": (template) => ({ spec: { selector: labels, template } }),
    "apps/v1 Deployment": (template) => ({ spec: { selector, template } }),
    "apps/v1 ReplicaSet": (template) => ({ spec: { selector, template } }),
    "apps/v1 StatefulSet": (template) => ({ spec: { selector, serviceName: "corpus", template } }),
    "apps/v1 DaemonSet": (template) => ({ spec: { selector, template } }),
    "batch/v1 Job": (template) => ({ spec: { template: endingBy(template) } }),
    "batch/v1 CronJob": (template) => ({
        spec: { schedule: "0 0 * * *", jobTemplate: { spec: { template: endingBy(template) } } },
    }),
};

/** The names of these kinds. */
export const workloadKinds = Object.keys(makers);

/** The pod itself as an object. */
export function podObject({ annotations, spec }: PodParts, namespace: string): PropertyMap {
    return { apiVersion: "v1", kind: "Pod", metadata: { name: "corpus", namespace, labels, annotations }, spec };
}

/** The object of a kind that makes the pod. */
export function workloadObject(kindName: string, { annotations, spec }: PodParts, namespace: string): PropertyMap {
    const [apiVersion = "", kind = ""] = kindName.split(" ");
    const made = makers[kindName]?.({ metadata: { labels, annotations }, spec });
    return { apiVersion, kind, metadata: { name: "corpus", namespace }, ...made };
}

/** Its type in Pulumi. */
export function typeToken(object: PropertyMap): string {
    const [apiVersion, kind] = [textOf(object["apiVersion"]), textOf(object["kind"])];
    return `kubernetes:${apiVersion === "v1" ? "core/v1" : apiVersion}:${kind}`;
}

function endingBy(template: PropertyMap): PropertyMap {
    return { ...template, spec: { ...(template["spec"] as PropertyMap), restartPolicy: "Never" } };
}
