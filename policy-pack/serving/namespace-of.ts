import { Property } from "../property";
import { namespaceOf as namespaceOfObject } from "../resources/kubernetes-object";

/** Kinds that are in no namespace, whatever their metadata say. */
const clusterScoped =
    /:(?:Cluster\w+|(?:Validating|Mutating)\w+|PersistentVolume|\w+Class|CustomResourceDefinition|PodSecurityPolicy|APIService|CertificateSigningRequest|Node|RuntimeClass)(?:List|Patch)?$/;

/** A resource as the SDK gives it to a policy, as far as its namespace is looked for. */
export interface KubernetesResource {
    readonly type: string;
    readonly props: unknown;
    /** Its provider, which may have a namespace for objects without one. */
    readonly provider?: { readonly props: unknown };
}

/**
 * The namespace of what a resource brings about, as the API server will see it; for a namespace its own name. `undefined`
 * where there is none, where there are several, and where it is not known.
 */
export function namespaceOf({ type, props, provider }: KubernetesResource): string | undefined {
    if (!type.startsWith("kubernetes:") || clusterScoped.test(type)) return undefined;
    try {
        const properties = Property.root(props);
        const ofProvider = Property.root(provider?.props).at("namespace");
        const isRelease = /:helm\.sh\/v3:Release$/.test(type);
        if (isRelease) return properties.at("namespace").string() || ofProvider.string() || "default";
        // Charts, manifests and directories are judged object by object.
        if (/^kubernetes:(?:helm\.sh|yaml|kustomize)/.test(type)) return undefined;
        if (/:Namespace(?:Patch)?$/.test(type)) return properties.in("metadata", "name").string();

        const objects = /List$/.test(type) ? properties.at("items").elements() : [properties];
        const found = objects.map((object) => namespaceOfObject(object, ofProvider).effective);
        return new Set(found).size === 1 ? found[0] : undefined;
    } catch {
        return undefined;
    }
}
