import type { PropertyMap } from "../providers/property";
import type { ObjectReference, ObjectType } from "./object-type";

/** What the provider asks of a cluster. Whatever is thrown is the API server's refusal. */
export interface ApiServer {
    /** Whether objects of the type lie in namespaces; undefined if the API server does not know the type. */
    isNamespaced(type: ObjectType): Promise<boolean | undefined>;
    /** The object as it is now; undefined if there is none. */
    get(reference: ObjectReference): Promise<PropertyMap | undefined>;
    /** Makes an object that is not there yet, and answers it as it is then. */
    create(reference: ObjectReference, object: PropertyMap): Promise<PropertyMap>;
    /** Changes an object to what is sent, but for what others have set. */
    apply(reference: ObjectReference, object: PropertyMap): Promise<PropertyMap>;
    /** Removes the object, a namespace with all that is in it. Nothing happens if it is not there. */
    delete(reference: ObjectReference): Promise<void>;
}

/** The API server does not know a type: its custom resource definition is not there. */
export class NoMatchError extends Error {
    constructor({ kind, apiVersion }: ObjectType) {
        super(`no matches for kind "${kind}" in version "${apiVersion}"`);
    }
}
