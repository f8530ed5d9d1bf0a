/** A kind of objects in a version of its API group. */
export interface ObjectType {
    /** Empty for the core group. */
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    /** `v1`, `apps/v1`. */
    readonly apiVersion: string;
}

/** One object. */
export interface ObjectReference {
    readonly type: ObjectType;
    /** Undefined for objects of the whole cluster. */
    readonly namespace: string | undefined;
    readonly name: string;
}

/** Takes apart `kubernetes:apps/v1:Deployment`; custom resources have tokens of the same form. */
export function parseObjectType(token: string): ObjectType | undefined {
    const [, group = "", version = "", kind = ""] = /^kubernetes:([\w.-]+)\/(\w+):(\w+)$/.exec(token) ?? [];
    return kind === "" ? undefined : objectType(group === "core" ? "" : group, version, kind);
}

/** The type of that kind in that version of that group. */
export function objectType(group: string, version: string, kind: string): ObjectType {
    return { group, version, kind, apiVersion: group === "" ? version : `${group}/${version}` };
}

/** The folder of the SDK that would declare the type. */
export function moduleOf({ group, version }: ObjectType): string {
    return `${group === "" ? "core" : (group.split(".", 1)[0] ?? "")}/${version}`;
}

/** The word for objects of the kind in URLs, rights and messages: `networkpolicies`. */
export function pluralOf({ kind }: Pick<ObjectType, "kind">): string {
    const word = kind.toLowerCase();
    if (word === "endpoints") return word;
    if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
    return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** The kind as the API server names it in messages: `deployments.apps`. */
export function resourceOf(type: ObjectType): string {
    return type.group === "" ? pluralOf(type) : `${pluralOf(type)}.${type.group}`;
}

/** What pulumi-kubernetes takes as the id of an object. */
export function idOf({ namespace, name }: Pick<ObjectReference, "namespace" | "name">): string {
    return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Kinds of the groups that every API server has, whose objects belong to no namespace. */
const clusterScoped = new Set([
    "APIService",
    "CSIDriver",
    "CSINode",
    "CertificateSigningRequest",
    "ClusterRole",
    "ClusterRoleBinding",
    "ClusterTrustBundle",
    "ComponentStatus",
    "CustomResourceDefinition",
    "DeviceClass",
    "DeviceTaintRule",
    "FlowSchema",
    "IPAddress",
    "IngressClass",
    "MutatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding",
    "MutatingWebhookConfiguration",
    "Namespace",
    "Node",
    "PersistentVolume",
    "PriorityClass",
    "PriorityLevelConfiguration",
    "ResourceSlice",
    "RuntimeClass",
    "SelfSubjectAccessReview",
    "SelfSubjectReview",
    "SelfSubjectRulesReview",
    "ServiceCIDR",
    "StorageClass",
    "StorageVersionMigration",
    "SubjectAccessReview",
    "TokenReview",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
    "VolumeAttachment",
    "VolumeAttributesClass",
]);

/** Whether objects of a kind that every API server has lie in namespaces. */
export function isNamespaced({ kind }: ObjectType): boolean {
    return !clusterScoped.has(kind);
}
