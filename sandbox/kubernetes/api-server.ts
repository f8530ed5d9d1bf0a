import { type PropertyMap, isMap, knownString, textOf, valueAt } from "../providers/property";
import { type ApiClient, isNotFound } from "./api-client";
import { ApiResources, pathOf } from "./api-resources";
import type { Controllers } from "./controllers";
import type { ObjectReference, ObjectType } from "./object-type";

/** How an object is applied. */
export interface ApplyOptions {
    /** Who owns the fields that are sent. */
    readonly fieldManager: string;
    /** Takes fields from others who own them. */
    readonly force: boolean;
    /** Only says what would be. */
    readonly dryRun: boolean;
    /** A part that is changed by itself, such as ephemeralcontainers. */
    readonly part?: string | undefined;
    /** Takes what the API server warns of. */
    readonly warn?: (warning: string) => void;
}

/** The API server does not know a type: its custom resource definition is not there. */
export class NoMatchError extends Error {
    constructor({ kind, apiVersion }: ObjectType) {
        super(`no matches for kind "${kind}" in version "${apiVersion}"`);
    }
}

/** A cluster's API server, as one user of it sees it. Whatever is thrown is the API server's refusal. */
export class ApiServer {
    private readonly resources: ApiResources;

    constructor(
        private readonly client: ApiClient,
        private readonly controllers: Controllers,
    ) {
        this.resources = new ApiResources(client);
    }

    /** Whether objects of the type lie in namespaces; undefined if the API server does not know the type. */
    async isNamespaced(type: ObjectType): Promise<boolean | undefined> {
        return (await this.resourceOf(type))?.namespaced;
    }

    /** The object as it is now; undefined if there is none. */
    async get(reference: ObjectReference): Promise<PropertyMap | undefined> {
        const path = await this.pathOf(reference);
        if (path === undefined) return undefined;
        try {
            return withoutManagedFields(await this.client.send({ path }));
        } catch (error) {
            if (isNotFound(error)) return undefined;
            throw error;
        }
    }

    /** The objects of a type in all namespaces. */
    async list(type: ObjectType): Promise<ObjectReference[]> {
        const path = await this.resources.collectionOf(type);
        if (path === undefined) throw new NoMatchError(type);
        const { items } = await this.client.send({ path });
        return (Array.isArray(items) ? items : []).map((item) => ({
            type,
            namespace: knownString(valueAt(item, "metadata", "namespace")),
            name: textOf(valueAt(item, "metadata", "name")),
        }));
    }

    /** Makes the object, or changes it to what is sent, but for what others have set. */
    async apply(reference: ObjectReference, object: PropertyMap, options: ApplyOptions): Promise<PropertyMap> {
        const path = await this.pathOf(reference);
        if (path === undefined) throw new NoMatchError(reference.type);
        const applied = await this.client.send({
            method: "PATCH",
            path: options.part === undefined ? path : `${path}/${options.part}`,
            query: {
                fieldManager: options.fieldManager,
                force: String(options.force),
                fieldValidation: "Strict",
                ...(options.dryRun ? { dryRun: "All" } : {}),
            },
            body: object,
            contentType: "application/apply-patch+yaml",
            warn: options.warn,
        });
        if (options.dryRun) return withoutManagedFields(applied);
        await this.controllers.reconcile(reference, path, applied);
        return withoutManagedFields(await this.client.send({ path }).catch(() => applied));
    }

    /** Removes the object, a namespace with all that is in it. Nothing happens if it is not there. */
    async delete(reference: ObjectReference): Promise<void> {
        const path = await this.pathOf(reference);
        if (path === undefined) return;
        try {
            const query = { propagationPolicy: "Background", gracePeriodSeconds: "0" };
            await this.client.send({ method: "DELETE", path, query });
        } catch (error) {
            if (isNotFound(error)) return;
            throw error;
        }
        await this.controllers.finalize(reference, path);
    }

    /** Gives up the fields that the manager has set: what nobody else has set too is gone. */
    async relinquish(reference: ObjectReference, fieldManager: string): Promise<void> {
        if ((await this.get(reference)) === undefined) return;
        const { type, namespace, name } = reference;
        const { apiVersion, kind } = type;
        const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
        await this.apply(reference, { apiVersion, kind, metadata }, { fieldManager, force: false, dryRun: false });
    }

    private async pathOf(reference: ObjectReference): Promise<string | undefined> {
        const resource = await this.resourceOf(reference.type);
        return resource && pathOf(resource, reference);
    }

    /** Types that an add-on brings are there as soon as somebody asks for them. */
    private async resourceOf(type: ObjectType) {
        const found = await this.resources.find(type);
        if (found !== undefined || !(await this.controllers.install(type))) return found;
        return await this.resources.find(type);
    }
}

/** Who owns which field is long, and nothing that a program reads. */
function withoutManagedFields(object: PropertyMap): PropertyMap {
    if (!isMap(object.metadata)) return object;
    const metadata = { ...object.metadata };
    delete metadata.managedFields;
    return { ...object, metadata };
}
