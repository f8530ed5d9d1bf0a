import type { PropertyMap } from "../../sandbox/providers/property";

export type Fields = Record<string, unknown>;

/** An object as tests write it: what is undefined is left out. */
export interface Written {
    apiVersion: string;
    kind: string;
    metadata: Fields;
    [field: string]: unknown;
}

const labels = { app: "app", team: "a" };
export const metadata = { name: "app", namespace: "shop", labels };

const containerSecurity = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
const podSecurity = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };

export const image = "prod.azurecr.io/app:1.0";

/** A container that no policy and no standard refuses. */
export const secureContainer = {
    name: "app",
    image,
    ports: [{ containerPort: 8080 }],
    resources: { limits: { cpu: "500m", memory: "256Mi" } },
    securityContext: containerSecurity,
};

/** The same, to look into a running pod. */
export const secureDebugger = { name: "debug", image, securityContext: { ...containerSecurity, ...podSecurity } };

/** A pod that no policy and no standard refuses, but for what is changed. */
export function pod(changes: Fields = {}): Written {
    const volumes = [{ name: "data", emptyDir: {} }];
    const spec = { securityContext: podSecurity, containers: [secureContainer], volumes, ...changes };
    return { apiVersion: "v1", kind: "Pod", metadata, spec };
}

export function withContainer(changes: Fields): Written {
    return pod({ containers: [{ ...secureContainer, ...changes }] });
}

export function withSecurity(changes: Fields, ofPod: Fields = {}): Written {
    return pod({
        ...ofPod,
        containers: [{ ...secureContainer, securityContext: { ...containerSecurity, ...changes } }],
    });
}

export function withPodSecurity(changes: Fields, ofPod: Fields = {}): Written {
    return pod({ ...ofPod, securityContext: { ...podSecurity, ...changes } });
}

export function mounting(path: string, mount: Fields): Written {
    return pod({
        containers: [{ ...secureContainer, volumeMounts: [{ name: "host", mountPath: "/host", ...mount }] }],
        volumes: [{ name: "host", hostPath: { path } }],
    });
}

/** A pod with a container before the others. */
export function withSetup(setup: Fields, changes: Fields = {}): Written {
    const { image, resources, securityContext } = secureContainer;
    return pod({ initContainers: [{ name: "setup", image, resources, securityContext, ...setup }], ...changes });
}

export function annotated(annotations: Fields): Written {
    return { ...pod(), metadata: { ...metadata, annotations } };
}

/** A kind that has a template for pods. */
interface Maker {
    /** Where it says what its pods are. */
    place: string;
    /** The object that makes a given pod. */
    make: (pod: Written) => Written;
}

/** What makes pods, by its kind. */
export const makers: Record<string, Maker> = {
    Pod: { place: "spec", make: (made) => made },
    PodTemplate: {
        place: "template.spec",
        make: (made) => ({ apiVersion: "v1", kind: "PodTemplate", metadata: owned(made), template: template(made) }),
    },
    ReplicationController: controller("v1", "ReplicationController", { selector: { app: "app" } }),
    Deployment: controller("apps/v1", "Deployment"),
    ReplicaSet: controller("apps/v1", "ReplicaSet"),
    StatefulSet: controller("apps/v1", "StatefulSet", {
        selector: { matchLabels: { app: "app" } },
        serviceName: "app",
    }),
    DaemonSet: controller("apps/v1", "DaemonSet"),
    // While it does not run, what it would run can change.
    Job: controller("batch/v1", "Job", { suspend: true }, { restartPolicy: "Never" }),
    CronJob: {
        place: "spec.jobTemplate.spec.template.spec",
        make: (made) => ({
            apiVersion: "batch/v1",
            kind: "CronJob",
            metadata: owned(made),
            spec: {
                schedule: "0 0 * * *",
                jobTemplate: { spec: { template: template(made, { restartPolicy: "Never" }) } },
            },
        }),
    },
};

function controller(
    apiVersion: string,
    kind: string,
    fields: Fields = { selector: { matchLabels: { app: "app" } } },
    ofPod: Fields = {},
): Maker {
    return {
        place: "spec.template.spec",
        make: (made) => ({
            apiVersion,
            kind,
            metadata: owned(made),
            spec: { ...fields, template: template(made, ofPod) },
        }),
    };
}

/** An object beside its pods has no labels and annotations of theirs. */
function owned({ metadata: { name, namespace } }: Written): Fields {
    return { name, namespace };
}

function template({ metadata: { labels, annotations }, spec }: Written, ofPod: Fields = {}): Fields {
    return { metadata: { labels, annotations }, spec: { ...(spec as Fields), ...ofPod } };
}

/** As it is sent. */
export function sent(object: Written): PropertyMap {
    return JSON.parse(JSON.stringify(object)) as PropertyMap;
}
