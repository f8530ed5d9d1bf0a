import { parseAllDocuments } from "yaml";

import { type PropertyMap, type PropertyValue, isMap, textOf } from "../providers/property";
import { isNamespaced, objectType } from "./object-type";

/** The objects of a YAML text with any number of documents, those of lists one by one. */
export function decodeManifests(text: string, defaultNamespace: string): PropertyMap[] {
    const documents = parseAllDocuments(text);
    return documents.flatMap((document) => {
        const [error] = document.errors;
        if (error !== undefined) throw new Error(`the manifests cannot be read: ${error.message}`);
        return objectsOf(document.toJS() as PropertyValue).map((object) => withNamespace(object, defaultNamespace));
    });
}

function objectsOf(value: PropertyValue): PropertyMap[] {
    if (!isMap(value)) return [];
    const isList = textOf(value.kind).endsWith("List") && Array.isArray(value.items);
    return isList && Array.isArray(value.items) ? value.items.flatMap(objectsOf) : [value];
}

function withNamespace(object: PropertyMap, namespace: string): PropertyMap {
    const [version = "", group = ""] = textOf(object.apiVersion).split("/").reverse();
    if (namespace === "" || !isNamespaced(objectType(group, version, textOf(object.kind)))) return object;
    const metadata = isMap(object.metadata) ? object.metadata : {};
    return { ...object, metadata: { ...metadata, namespace: metadata.namespace ?? namespace } };
}
