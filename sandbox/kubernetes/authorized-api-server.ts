import type { Cloud, CloudResource } from "../providers/cloud";
import type { PropertyMap } from "../providers/property";
import { type Verb, requireRight } from "./access";
import type { ApiServer } from "./api-server";
import type { ObjectReference, ObjectType } from "./object-type";

/** An API server that asks Azure about every request. */
export class AuthorizedApiServer implements ApiServer {
    constructor(
        private readonly server: ApiServer,
        private readonly cloud: Cloud,
        private readonly cluster: CloudResource,
    ) {}

    async isNamespaced(type: ObjectType): Promise<boolean | undefined> {
        return await this.server.isNamespaced(type);
    }

    async get(reference: ObjectReference): Promise<PropertyMap | undefined> {
        this.require("get", reference);
        return await this.server.get(reference);
    }

    async create(reference: ObjectReference, object: PropertyMap): Promise<PropertyMap> {
        this.require("create", reference);
        return await this.server.create(reference, object);
    }

    async apply(reference: ObjectReference, object: PropertyMap): Promise<PropertyMap> {
        this.require("patch", reference);
        return await this.server.apply(reference, object);
    }

    async delete(reference: ObjectReference): Promise<void> {
        this.require("delete", reference);
        await this.server.delete(reference);
    }

    private require(verb: Verb, reference: ObjectReference): void {
        requireRight(this.cloud, this.cluster, verb, reference);
    }
}
