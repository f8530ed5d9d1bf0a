import { type PropertyMap, type PropertyValue, isMap, textOf, valueAt } from "../providers/property";
import { type ApiClient, isNotFound } from "./api-client";
import type { ObjectReference, ObjectType } from "./object-type";

/** A type as the API server serves it. */
export interface ApiResource {
    /** The word for its objects in URLs: `networkpolicies`. */
    readonly plural: string;
    readonly namespaced: boolean;
}

/** Which types an API server has, and where. */
export class ApiResources {
    private readonly known = new Map<string, ApiResource>();

    constructor(private readonly client: ApiClient) {}

    /** Undefined if the API server does not serve the type, now. */
    async find(type: ObjectType): Promise<ApiResource | undefined> {
        const key = `${type.apiVersion}/${type.kind}`;
        if (!this.known.has(key)) await this.load(type.apiVersion);
        return this.known.get(key);
    }

    /** Where all objects of the type are; undefined if it is not served. */
    async collectionOf(type: ObjectType): Promise<string | undefined> {
        const resource = await this.find(type);
        return resource === undefined ? undefined : `${rootOf(type.apiVersion)}/${resource.plural}`;
    }

    private async load(apiVersion: string): Promise<void> {
        let list: PropertyMap;
        try {
            list = await this.client.send({ path: rootOf(apiVersion) });
        } catch (error) {
            if (isNotFound(error)) return;
            throw error;
        }
        for (const resource of mapsIn(list.resources)) {
            const { kind, name, namespaced } = resource;
            // Parts of objects, such as `pods/status`, are no types.
            if (textOf(name).includes("/")) continue;
            this.known.set(`${apiVersion}/${textOf(kind)}`, { plural: textOf(name), namespaced: namespaced === true });
        }
    }
}

/** Where an object of a type is. */
export function pathOf(resource: ApiResource, { type, namespace, name }: ObjectReference): string {
    const place = resource.namespaced && namespace !== undefined ? `/namespaces/${namespace}` : "";
    return `${rootOf(type.apiVersion)}${place}/${resource.plural}/${encodeURIComponent(name)}`;
}

/** The paths of all collections that a namespace has and that can be emptied. */
export async function collectionsIn(client: ApiClient, namespace: string): Promise<string[]> {
    const accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    const lists = await Promise.all(["/api", "/apis"].map((path) => client.send({ path, accept })));
    return lists.flatMap((list) =>
        mapsIn(list.items).flatMap((group) =>
            // Every version of a group shows the same objects.
            mapsIn(group.versions).flatMap(({ version, resources }, index) => {
                const name = textOf(valueAt(group, "metadata", "name"));
                const apiVersion = name === "" ? textOf(version) : `${name}/${textOf(version)}`;
                return mapsIn(resources)
                    .filter(({ scope }) => index === 0 && scope === "Namespaced")
                    .filter(({ verbs }) => Array.isArray(verbs) && verbs.includes("deletecollection"))
                    .map(({ resource }) => `${rootOf(apiVersion)}/namespaces/${namespace}/${textOf(resource)}`);
            }),
        ),
    );
}

function rootOf(apiVersion: string): string {
    return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function mapsIn(value: PropertyValue | undefined): PropertyMap[] {
    return Array.isArray(value) ? value.filter(isMap) : [];
}
