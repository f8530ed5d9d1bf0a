import type { ResourceKind } from "../policy";
import type { Property } from "../property";

/** Kubernetes documents that a program takes from somewhere. */
export interface Manifest {
    /** Files, URLs and folders. */
    readonly sources: Iterable<Property>;
    /** Documents as text. */
    readonly texts: Iterable<Property>;
    /** Documents as objects. */
    readonly objects: Iterable<Property>;
}

/** ConfigFile and ConfigGroup of both versions, and kustomize directories. */
export const manifest: ResourceKind<Manifest> = {
    name: "Manifest",
    matches: (type) => /^kubernetes:(?:yaml(?:\/v2)?:Config(?:File|Group)|kustomize(?:\/v2)?:Directory)$/.test(type),
    *views({ properties }) {
        yield {
            sources: listed(properties, ["file", "files", "directory"]),
            texts: listed(properties, ["yaml"]),
            objects: listed(properties, ["objs"]),
        };
    },
};

/** One value or a list of them: these properties take both. */
function* listed(properties: Property, names: readonly string[]): Generator<Property> {
    for (const name of names) {
        const property = properties.at(name);
        if (property.isKnown && Array.isArray(property.value)) yield* property.elements();
        else if (property.isGiven) yield property;
    }
}
