import { randomUUID } from "node:crypto";

import type { Cloud, CloudResource } from "../providers/cloud";
import { guidOf } from "../providers/guid";
import { type PropertyMap, isMap, knownString, sameValue, textOf, valueAt } from "../providers/property";
import { type ApiServer, NoMatchError } from "./api-server";
import { isNamespacedCustomKind } from "./custom-kinds";
import { isDeclared } from "./declared-types";
import { releasedChart } from "./helm-release";
import { refuseObject } from "./object-refusals";
import { type ObjectReference, type ObjectType, isNamespaced, moduleOf, objectType, resourceOf } from "./object-type";
import { withServerFields } from "./server-fields";

const namespaceType = objectType("", "v1", "Namespace");

/** Objects of a cluster, kept in the cloud below the cluster, so that they are gone when it is. */
export class PretendApiServer implements ApiServer {
    constructor(
        private readonly cloud: Cloud,
        private readonly cluster: CloudResource,
    ) {}

    isNamespaced(type: ObjectType): Promise<boolean | undefined> {
        return Promise.resolve(this.placeOf(type));
    }

    get(reference: ObjectReference): Promise<PropertyMap | undefined> {
        if (this.placeOf(reference.type) === undefined) return Promise.resolve(undefined);
        return Promise.resolve(this.find(reference)?.outputs);
    }

    create(reference: ObjectReference, object: PropertyMap): Promise<PropertyMap> {
        this.requireType(reference.type);
        this.requireNamespace(reference.namespace);
        if (this.find(reference) !== undefined) {
            throw new Error(`${resourceOf(reference.type)} "${reference.name}" already exists`);
        }
        return Promise.resolve(this.write(reference, object, undefined));
    }

    apply(reference: ObjectReference, object: PropertyMap): Promise<PropertyMap> {
        this.requireType(reference.type);
        const existing = this.find(reference);
        if (existing === undefined) throw new Error(`${resourceOf(reference.type)} "${reference.name}" not found`);
        return Promise.resolve(this.write(reference, object, existing));
    }

    delete(reference: ObjectReference): Promise<void> {
        if (this.placeOf(reference.type) === undefined) return Promise.resolve();
        const { type, name } = reference;
        if (isNamespace(type) && undeletable.has(name)) {
            throw new Error(`namespaces "${name}" is forbidden: this namespace may not be deleted`);
        }
        this.cloud.remove(this.id(reference));
        return Promise.resolve();
    }

    private requireType(type: ObjectType): void {
        if (this.placeOf(type) === undefined) throw new NoMatchError(type);
    }

    /** Whether objects of the type lie in namespaces; undefined if there is no such type. */
    private placeOf(type: ObjectType): boolean | undefined {
        // Versions that are not final are not served unless somebody turns them on, which AKS does not offer.
        if (isDeclared(type)) return /^v\d+$/.test(type.version) ? isNamespaced(type) : undefined;
        const objects = this.objects();
        const definitions = objects.filter(({ token }) => token.endsWith(":CustomResourceDefinition"));
        const charts = objects.flatMap(({ outputs }) => releasedChart(outputs) ?? []);
        return isNamespacedCustomKind(type, this.cluster, charts, definitions);
    }

    private requireNamespace(name: string | undefined): void {
        if (name === undefined) return;
        if (this.find({ type: namespaceType, namespace: undefined, name }) === undefined) {
            throw new Error(`namespaces "${name}" not found`);
        }
    }

    private find(reference: ObjectReference): CloudResource | undefined {
        const id = this.id(reference);
        const found = this.cloud.get(id);
        if (found !== undefined || !isNamespace(reference.type) || !this.hasFromTheStart(reference.name)) return found;
        const metadata = { uid: guidOf(id), creationTimestamp: "2026-01-01T00:00:00Z" };
        const outputs = this.answered(reference, { metadata }, undefined);
        return { id, token: tokenOf(reference.type), inputs: {}, outputs };
    }

    private hasFromTheStart(namespace: string): boolean {
        if (namespace !== "gatekeeper-system") return systemNamespaces.has(namespace);
        return this.placeOf(objectType("constraints.gatekeeper.sh", "v1beta1", "Constraint")) !== undefined;
    }

    private write(reference: ObjectReference, object: PropertyMap, existing: CloudResource | undefined): PropertyMap {
        refuseObject(reference, object);
        const outputs = this.answered(reference, object, existing);
        this.cloud.put({ id: this.id(reference), token: tokenOf(reference.type), inputs: object, outputs });
        return outputs;
    }

    /** The object after the request: what it says, what others have set, and what the API server adds. */
    private answered(
        { type, namespace, name }: ObjectReference,
        object: PropertyMap,
        existing: CloudResource | undefined,
    ): PropertyMap {
        const before = withoutWriteOnly(type, existing?.inputs ?? {});
        const applied = applyChanges(existing?.outputs ?? {}, before, withoutWriteOnly(type, object));
        if (existing !== undefined && sameValue(applied, existing.outputs)) return applied;
        const metadata = without(asMap(applied.metadata), "namespace");
        const uid = knownString(metadata.uid) ?? randomUUID();
        return {
            ...withServerFields(type, applied, uid),
            apiVersion: type.apiVersion,
            kind: type.kind,
            metadata: {
                ...metadata,
                ...(isNamespace(type) ? { labels: { ...asMap(metadata.labels), ...nameLabel(name) } } : {}),
                name,
                ...(namespace === undefined ? {} : { namespace }),
                creationTimestamp: metadata.creationTimestamp ?? new Date().toISOString().replace(/\.\d+Z$/, "Z"),
                resourceVersion: String(Number(textOf(metadata.resourceVersion)) + 1),
                uid,
            },
        };
    }

    private id({ type, namespace, name }: ObjectReference): string {
        const place = namespace === undefined ? "" : `/namespaces/${namespace}`;
        return `${this.prefix}${place}/${resourceOf(type)}/${name}`;
    }

    private objects(): CloudResource[] {
        const prefix = `${this.prefix}/`.toLowerCase();
        return this.cloud.filter(({ id }) => id.toLowerCase().startsWith(prefix));
    }

    private get prefix(): string {
        return `${this.cluster.id}/kubernetes`;
    }
}

const systemNamespaces = new Set(["default", "kube-system", "kube-public", "kube-node-lease"]);
const undeletable = new Set(["default", "kube-system", "kube-public"]);

function isNamespace({ group, kind }: ObjectType): boolean {
    return group === "" && kind === "Namespace";
}

function tokenOf(type: ObjectType): string {
    return `kubernetes:${type.group === "" ? moduleOf(type) : type.apiVersion}:${type.kind}`;
}

function nameLabel(name: string): PropertyMap {
    return { "kubernetes.io/metadata.name": name };
}

function asMap(value: PropertyMap[string] | undefined): PropertyMap {
    return isMap(value) ? value : {};
}

function without(values: PropertyMap, ...names: string[]): PropertyMap {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** A Secret answers all of its data encoded, also what was sent as text. */
function withoutWriteOnly({ group, kind }: ObjectType, object: PropertyMap): PropertyMap {
    const { stringData, ...rest } = object;
    if (group !== "" || kind !== "Secret" || !isMap(stringData)) return object;
    const encoded = Object.entries(stringData).map(([key, value]) => [
        key,
        Buffer.from(textOf(value)).toString("base64"),
    ]);
    return { ...rest, data: { ...asMap(rest.data), ...(Object.fromEntries(encoded) as PropertyMap) } };
}

/** The values with what is sent, without what was sent before and is no more; what others have set stays. */
function applyChanges(values: PropertyMap, before: PropertyMap, sent: PropertyMap): PropertyMap {
    const result: PropertyMap = { ...values };
    for (const name of Object.keys(before)) if (!(name in sent)) Reflect.deleteProperty(result, name);
    for (const [name, value] of Object.entries(sent)) {
        const [old, was] = [values[name], valueAt(before, name)];
        result[name] = isMap(value) && isMap(old) ? applyChanges(old, asMap(was), value) : value;
    }
    return result;
}
