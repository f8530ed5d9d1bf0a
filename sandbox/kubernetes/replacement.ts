import { type PropertyMap, valueAt } from "../providers/property";
import type { ObjectType } from "./object-type";

/** Which settings of a provider instance let objects change that are replaced otherwise. */
export interface Mutability {
    readonly configMaps: boolean;
    readonly secrets: boolean;
}

/** Inputs whose change makes pulumi-kubernetes replace the object. */
export function replacedBy(type: ObjectType, inputs: PropertyMap, mutable: Mutability): string[] {
    return ["metadata.name", "metadata.namespace", ...replacingFields(type, inputs, mutable)];
}

function replacingFields({ group, kind }: ObjectType, inputs: PropertyMap, mutable: Mutability): readonly string[] {
    const immutable = valueAt(inputs, "immutable") === true;
    switch (`${group}/${kind}`) {
        case "/ConfigMap":
            return mutable.configMaps && !immutable ? [] : ["data", "binaryData"];
        case "/Secret":
            return mutable.secrets && !immutable ? ["type"] : ["type", "data", "stringData"];
        case "/PersistentVolume":
            return volumeSources.map((source) => `spec.${source}`);
        case "/Pod":
            return podFields;
        default:
            return fields[`${group}/${kind}`] ?? [];
    }
}

const fields: Readonly<Record<string, readonly string[]>> = {
    "apps/DaemonSet": ["spec.selector"],
    "apps/Deployment": ["spec.selector"],
    "apps/StatefulSet": [
        "spec.podManagementPolicy",
        "spec.revisionHistoryLimit",
        "spec.selector",
        "spec.serviceName",
        "spec.volumeClaimTemplates",
    ],
    "batch/Job": ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"],
    "rbac.authorization.k8s.io/ClusterRoleBinding": ["roleRef"],
    "rbac.authorization.k8s.io/RoleBinding": ["roleRef"],
    "storage.k8s.io/StorageClass": ["parameters", "provisioner"],
    "/PersistentVolumeClaim": ["accessModes", "selector", "storageClassName", "volumeName"].map(
        (name) => `spec.${name}`,
    ),
    "/ResourceQuota": ["spec.scopes"],
    "/Service": ["spec.clusterIP"],
};

const volumeSources = [
    "awsElasticBlockStore",
    "azureDisk",
    "azureFile",
    "cephfs",
    "cinder",
    "csi",
    "fc",
    "flexVolume",
    "flocker",
    "gcePersistentDisk",
    "glusterfs",
    "hostPath",
    "iscsi",
    "local",
    "nfs",
    "photonPersistentDisk",
    "portworxVolume",
    "quobyte",
    "rbd",
    "scaleIO",
    "storageos",
    "vsphereVolume",
];

const podFields = [
    ...[
        "affinity",
        "automountServiceAccountToken",
        "dnsConfig",
        "dnsPolicy",
        "enableServiceLinks",
        "hostAliases",
        "hostIPC",
        "hostNetwork",
        "hostPID",
        "hostname",
        "imagePullSecrets",
        "nodeName",
        "nodeSelector",
        "overhead",
        "preemptionPolicy",
        "priority",
        "priorityClassName",
        "readinessGates",
        "restartPolicy",
        "runtimeClassName",
        "schedulerName",
        "securityContext",
        "serviceAccount",
        "serviceAccountName",
        "shareProcessNamespace",
        "subdomain",
        "terminationGracePeriodSeconds",
        "volumes",
    ].map((name) => `spec.${name}`),
    ...["containers", "initContainers"].flatMap((list) =>
        [
            "args",
            "command",
            "env",
            "image",
            "imagePullPolicy",
            "lifecycle",
            "livenessProbe",
            "ports",
            "readinessProbe",
            "resources",
            "securityContext",
            "stdin",
            "stdinOnce",
            "terminationMessagePath",
            "terminationMessagePolicy",
            "tty",
            "volumeDevices",
            "volumeMounts",
            "workingDir",
        ].map((name) => `spec.${list}[].${name}`),
    ),
];
