import { createHash } from "node:crypto";

import { applyDrift } from "../providers/drift";
import { diffInputs } from "../providers/diff";
import type { FaultPlan } from "../providers/fault";
import {
    type PropertyMap,
    containsUnknown,
    isMap,
    isUnknown,
    knownString,
    sameValue,
    textOf,
    unknown,
    valueAt,
} from "../providers/property";
import {
    type CheckCall,
    type CheckFailure,
    type CreateCall,
    type DiffCall,
    type Difference,
    type InvokeCall,
    PartialFailure,
    type Provider,
    type ReadCall,
    type ResourceCall,
    type UpdateCall,
} from "../providers/provider";
import { messageOf } from "../user-error";
import { StatusError, isNotFound } from "./api-client";
import { type ApiServer, type ApplyOptions, NoMatchError } from "./api-server";
import type { Clusters } from "./clusters";
import { checkObject, checkRelease, isDeclared, sdkVersion } from "./declared-types";
import { throwFault } from "./faults";
import { installRelease, readRelease, releaseToken, uninstallRelease } from "./helm-release";
import { connectionOf, sameCluster } from "./kubeconfig";
import { decodeManifests } from "./manifests";
import { automaticName, isAutonamed, withName } from "./naming";
import {
    type ObjectReference,
    type ObjectType,
    idOf,
    isNamespaced,
    objectType,
    parseObjectType,
    resourceOf,
} from "./object-type";
import { type Mutability, replacedBy } from "./replacement";

/** One provider instance of the program. */
interface Session {
    readonly kubeconfig: string | undefined;
    readonly context: string | undefined;
    readonly cluster: string | undefined;
    readonly namespace: string | undefined;
    readonly deleteUnreachable: boolean;
    readonly upsert: boolean;
    readonly mutable: Mutability;
}

const releaseType = objectType("helm.sh", "v3", "Release");

/** Stands in for kubernetes: its checks, names, previews and diffs, in front of the API servers of clusters. */
export class KubernetesProvider implements Provider {
    readonly name = "kubernetes";
    private readonly sessions = new Map<string, Session>();

    constructor(
        private readonly clusters: Pick<Clusters, "connect" | "isUsed">,
        private readonly faults: FaultPlan,
    ) {}

    get version(): string {
        return sdkVersion();
    }

    schema(): string {
        return JSON.stringify({ name: this.name, version: this.version, resources: {} });
    }

    configure(peer: string, variables: Readonly<Record<string, string>>): void {
        const setting = (name: string) => knownString(variables[`kubernetes:config:${name}`]);
        const isOn = (name: string) => /^"?true"?$/.test(setting(name) ?? "");
        this.sessions.set(peer, {
            kubeconfig: setting("kubeconfig"),
            context: setting("context"),
            cluster: setting("cluster"),
            namespace: setting("namespace"),
            deleteUnreachable: isOn("deleteUnreachable") || process.env.PULUMI_K8S_DELETE_UNREACHABLE === "true",
            upsert: isOn("upsertExistingObjects"),
            mutable: { configMaps: isOn("enableConfigMapMutable"), secrets: isOn("enableSecretMutable") },
        });
    }

    /**
     * Another cluster is another provider, with all that it has made; an unknown one is taken for another. Where both say
     * which cluster it is, only that decides.
     */
    diffConfig(olds: PropertyMap, news: PropertyMap): Difference {
        const properties: Record<string, { kind: "update"; replace: boolean }> = {};
        const selection = ({ context, cluster }: PropertyMap) => ({
            context: knownString(context),
            cluster: knownString(cluster),
        });
        const identified = olds.clusterIdentifier !== undefined && news.clusterIdentifier !== undefined;
        const same = identified && sameValue(olds.clusterIdentifier, news.clusterIdentifier);
        for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
            if (sameValue(olds[name], news[name])) continue;
            const selects = !same && ["kubeconfig", "context", "cluster"].includes(name);
            const means = () =>
                isUnknown(news[name]) ||
                !sameCluster(textOf(olds.kubeconfig), textOf(news.kubeconfig), selection(olds), selection(news));
            const replace = (identified && name === "clusterIdentifier") || (selects && means());
            properties[name] = { kind: "update", replace };
        }
        return { properties, deleteBeforeReplace: false };
    }

    check(call: CheckCall): Promise<{ inputs: PropertyMap; failures: readonly CheckFailure[] }> {
        if (call.type === releaseToken) return Promise.resolve(this.checkRelease(call));
        const type = typeOf(call);
        const inputs: PropertyMap = { apiVersion: type.apiVersion, kind: type.kind, ...call.news };
        if (inputs.metadata === undefined || isMap(inputs.metadata)) {
            const metadata = withName(call, inputs.metadata ?? {});
            const namespace = metadata.namespace ?? (isNamespaced(type) ? this.defaultNamespace(call) : undefined);
            inputs.metadata = namespace === undefined ? metadata : { ...metadata, namespace };
        }
        const failures = checkObject(type, inputs);
        if (valueAt(inputs, "metadata", "generateName") !== undefined) {
            failures.push({ reason: "'metadata.generateName' is not supported in Server-Side Apply mode" });
        } else if (isMap(inputs.metadata) && inputs.metadata.name === undefined) {
            failures.push({ reason: "missing required property 'metadata.name': automatic names are turned off" });
        }
        return Promise.resolve({ inputs, failures });
    }

    diff(call: DiffCall): Promise<Difference> {
        const isRelease = call.type === releaseToken;
        const { mutable } = this.session(call);
        const replacing = isRelease ? ["name", "namespace"] : replacedBy(typeOf(call), call.news, mutable);
        const { properties } = diffInputs(call.oldInputs, call.news, replacing);
        const replaced = Object.values(properties).some(({ replace }) => replace);
        const same = (name: string) =>
            sameValue(valueAt(call.oldInputs, "metadata", name), valueAt(call.news, "metadata", name));
        // What bears the name that the program gave it cannot exist beside its successor.
        const deleteBeforeReplace =
            !isRelease && replaced && !isAutonamed(call.news) && same("name") && same("namespace");
        return Promise.resolve({ properties, deleteBeforeReplace });
    }

    async create(call: CreateCall): Promise<{ id: string; outputs: PropertyMap }> {
        if (call.preview) return { id: "", outputs: await this.preview(call, undefined) };
        const server = await this.reach(call, "create");
        if (call.type === releaseToken) return await this.createRelease(server, call);
        const reference = await this.referenceTo(server, call, call.inputs);
        const failure = throwFault(this.faults, "create", call, reference);
        const create = async () => {
            if (!isPatch(call) && !this.session(call).upsert) await refuseExisting(server, reference);
            return await server.apply(reference, call.inputs, this.applyOptions(call));
        };
        const outputs = await create().catch((error: unknown) => {
            throw refusal("create", call, reference, error);
        });
        const id = idOf(reference);
        if (failure !== undefined) throw new PartialFailure(failure.message, id, call.inputs, outputs);
        return { id, outputs };
    }

    async read(call: ReadCall): Promise<{ id: string; inputs: PropertyMap; outputs: PropertyMap } | undefined> {
        let server: ApiServer;
        try {
            server = await this.reach(call, "read");
        } catch (error) {
            if (this.session(call).deleteUnreachable) return undefined;
            throw new Error(
                "failed to read resource state due to unreachable cluster. If the cluster was deleted, you can remove this " +
                    "resource from Pulumi state by rerunning the operation with the PULUMI_K8S_DELETE_UNREACHABLE " +
                    `environment variable set to "true" (${messageOf(error)})`,
            );
        }
        const reference = referenceById(call);
        throwFault(this.faults, "read", call, reference);
        if (call.type === releaseToken) {
            const release = await readRelease(server, reference.namespace ?? "", reference.name);
            if (release === undefined) return undefined;
            return { id: call.id, ...release };
        }
        const outputs = await server.get(reference);
        if (outputs === undefined) return undefined;
        const inputs =
            call.oldInputs === undefined
                ? withoutServerFields(outputs)
                : drifted(call.oldInputs, call.olds, withoutServerFields(outputs));
        return { id: call.id, inputs, outputs };
    }

    async update(call: UpdateCall): Promise<PropertyMap> {
        if (call.preview) return await this.preview(call, call.olds);
        const server = await this.reach(call, "update");
        const reference = referenceById(call);
        const failure = throwFault(this.faults, "update", call, reference);
        const apply = () =>
            call.type === releaseToken
                ? installRelease(server, call.inputs, true)
                : server.apply(reference, call.inputs, this.applyOptions(call));
        const outputs = await apply().catch((error: unknown) => {
            throw refusal("update", call, reference, error);
        });
        if (failure !== undefined) throw new PartialFailure(failure.message, call.id, call.inputs, outputs);
        return outputs;
    }

    async delete(call: ResourceCall & { readonly id: string }): Promise<void> {
        let server: ApiServer;
        try {
            server = await this.reach(call, "delete");
        } catch (error) {
            // The provider does not forget releases, whatever it is told.
            if (call.type !== releaseToken && this.session(call).deleteUnreachable) return;
            throw error;
        }
        const reference = referenceById(call);
        throwFault(this.faults, "delete", call, reference);
        if (call.type === releaseToken) await uninstallRelease(server, reference.namespace ?? "", reference.name);
        else if (isPatch(call)) await server.relinquish(reference, fieldManagerOf(call));
        else await server.delete(reference);
    }

    invoke({ token, args }: InvokeCall): Promise<PropertyMap> {
        if (token === "kubernetes:yaml:decode") {
            return Promise.resolve({ result: decodeManifests(textOf(args.text), textOf(args.defaultNamespace)) });
        }
        return Promise.reject(
            new Error(`the sandbox cannot answer ${token}: it renders no charts and no kustomizations`),
        );
    }

    close(): void {
        this.sessions.clear();
    }

    private session(call: ResourceCall): Session {
        const session = this.sessions.get(call.peer);
        return session ?? { ...unset, mutable: { configMaps: false, secrets: false } };
    }

    /** The API server of the provider instance. Throws pulumi-kubernetes' own words where there is none. */
    private async reach(call: ResourceCall, verb: "create" | "read" | "update" | "delete"): Promise<ApiServer> {
        const session = this.session(call);
        try {
            return await this.clusters.connect(session.kubeconfig, session);
        } catch (error) {
            const what =
                call.type === releaseToken
                    ? `can't ${verb} Helm Release with unreachable cluster`
                    : "configured Kubernetes cluster is unreachable";
            throw new Error(`${what}: ${messageOf(error)}`);
        }
    }

    /**
     * What would be there after the update. Where something is in the cluster already, its API server is asked; what depends
     * on values, namespaces or definitions that are not there yet is taken as it is sent.
     */
    private async preview(call: CreateCall | UpdateCall, olds: PropertyMap | undefined): Promise<PropertyMap> {
        const sent = preview(call, olds);
        const session = this.session(call);
        const canAsk = call.type !== releaseToken && !containsUnknown(call.inputs);
        if (!canAsk || !this.clusters.isUsed(session.kubeconfig, session)) return sent;
        const server = await this.reach(call, olds === undefined ? "create" : "update");
        const reference = await this.referenceTo(server, call, call.inputs);
        try {
            const answered = await server.apply(reference, call.inputs, { ...this.applyOptions(call), dryRun: true });
            return preview({ ...call, inputs: answered }, olds);
        } catch (error) {
            if (error instanceof NoMatchError || isNotFound(error)) return sent;
            throw refusal(olds === undefined ? "create" : "update", call, reference, error);
        }
    }

    private applyOptions(call: CreateCall | UpdateCall): ApplyOptions {
        const force = valueAt(call.inputs, "metadata", "annotations", "pulumi.com/patchForce") === "true";
        return { fieldManager: fieldManagerOf(call), force, dryRun: false };
    }

    private defaultNamespace(call: ResourceCall): string {
        const session = this.session(call);
        if (session.namespace !== undefined) return session.namespace;
        try {
            return connectionOf(session.kubeconfig, session).namespace ?? "default";
        } catch {
            return "default";
        }
    }

    /** Whether a custom resource lies in a namespace is known only when its definition is there. */
    private async referenceTo(server: ApiServer, call: ResourceCall, inputs: PropertyMap): Promise<ObjectReference> {
        const type = typeOf(call);
        const name = textOf(valueAt(inputs, "metadata", "name"));
        const namespaced = (await server.isNamespaced(type)) ?? true;
        const namespace = knownString(valueAt(inputs, "metadata", "namespace")) ?? this.defaultNamespace(call);
        return { type, name, namespace: namespaced ? namespace : undefined };
    }

    private checkRelease(call: CheckCall): { inputs: PropertyMap; failures: CheckFailure[] } {
        const inputs = { ...call.news };
        const name = inputs.name ?? call.olds.name ?? automaticName(call);
        if (name !== undefined) inputs.name = name;
        inputs.namespace ??= this.defaultNamespace(call);
        if (inputs.skipAwait !== true) inputs.timeout ??= 300;
        const failures = checkRelease(inputs);
        if (textOf(inputs.name).length > 53) {
            failures.push({
                property: "name",
                reason: "invalid release name: it must not be longer than 53 characters",
            });
        }
        return { inputs, failures };
    }

    private async createRelease(server: ApiServer, call: CreateCall): Promise<{ id: string; outputs: PropertyMap }> {
        const reference = {
            type: releaseType,
            namespace: textOf(call.inputs.namespace),
            name: textOf(call.inputs.name),
        };
        const failure = throwFault(this.faults, "create", call, reference);
        const outputs = await installRelease(server, call.inputs, false);
        const id = idOf(reference);
        if (failure !== undefined) throw new PartialFailure(failure.message, id, call.inputs, outputs);
        return { id, outputs };
    }
}

const unset = {
    kubeconfig: undefined,
    context: undefined,
    cluster: undefined,
    namespace: undefined,
    deleteUnreachable: false,
    upsert: false,
};

/** Fields of the metadata that only the API server writes. */
const serverMetadata = ["creationTimestamp", "generation", "managedFields", "resourceVersion", "uid"];

/** The type of a resource. Throws why the sandbox has no such objects. */
function typeOf(call: ResourceCall): ObjectType {
    const type = parseObjectType(call.type);
    if (type === undefined || ["helm.sh", "yaml", "kustomize"].includes(type.group)) {
        throw new Error(`the sandbox does not know ${call.type}: it renders no charts and no kustomizations`);
    }
    if (isDeclared(type)) {
        if (type.kind.endsWith("List")) {
            throw new Error(
                "list resources exist for compatibility with YAML manifests and Helm charts, and cannot be created " +
                    "directly. Use the underlying resource type instead",
            );
        }
    }
    return isPatch(call) ? { ...type, kind: type.kind.slice(0, -"Patch".length) } : type;
}

/** Whether the resource changes some fields of an object that somebody else has made. */
function isPatch(call: ResourceCall): boolean {
    const type = parseObjectType(call.type);
    return type !== undefined && type.kind.endsWith("Patch") && isDeclared(type);
}

/** Each resource owns its fields, so that two that want different things of one object are told. */
function fieldManagerOf({ urn }: ResourceCall): string {
    return `pulumi-kubernetes-${createHash("sha256").update(urn).digest("hex").slice(0, 8)}`;
}

async function refuseExisting(server: ApiServer, reference: ObjectReference): Promise<void> {
    const found = await server.get(reference).catch((error: unknown) => {
        // Who may not look may not make it either, and is told when it is tried.
        if (error instanceof StatusError && error.code === 403) return undefined;
        throw error;
    });
    if (found === undefined) return;
    throw new Error(`${resourceOf(reference.type)} "${reference.name}" already exists`);
}

function referenceById(call: ResourceCall & { readonly id: string }): ObjectReference {
    const type = call.type === releaseToken ? releaseType : typeOf(call);
    const [first = "", second] = call.id.split("/");
    return second === undefined
        ? { type, namespace: undefined, name: first }
        : { type, namespace: first, name: second };
}

/** What was sent is known; what the API server adds is not, unless it has added it already. */
function preview({ inputs, type }: CreateCall | UpdateCall, olds: PropertyMap | undefined): PropertyMap {
    if (type === releaseToken) return { ...inputs, status: unknown };
    if (isUnknown(inputs.metadata)) return inputs;
    const added: PropertyMap = {};
    for (const name of ["uid", "creationTimestamp"]) added[name] = valueAt(olds, "metadata", name) ?? unknown;
    return {
        ...(olds?.status === undefined ? {} : { status: olds.status }),
        ...inputs,
        metadata: { ...(isMap(inputs.metadata) ? inputs.metadata : {}), ...added, resourceVersion: unknown },
    };
}

/** The API server's refusal, in the words that pulumi-kubernetes puts around it. */
function refusal(operation: "create" | "update", call: ResourceCall, { type }: ObjectReference, error: unknown): Error {
    const [what, failed] =
        operation === "create"
            ? [
                  `creation of resource "${call.urn}"`,
                  `resource "${call.urn}" was not successfully created by the Kubernetes API server`,
              ]
            : [`update of resource "${call.urn}"`, `update of resource "${call.urn}" failed`];
    if (error instanceof NoMatchError) {
        return new Error(
            `${what} with kind ${type.apiVersion}/${type.kind} failed because the Kubernetes API server reported that the ` +
                "apiVersion for this resource does not exist. Verify that any required CRDs have been created: " +
                error.message,
        );
    }
    const conflicts =
        error instanceof StatusError && error.code === 409 ? "Server-Side Apply field conflict detected: " : "";
    return new Error(`${failed}: ${conflicts}${messageOf(error)}`);
}

function withoutServerFields(object: PropertyMap): PropertyMap {
    const without = (values: PropertyMap, names: readonly string[]) =>
        Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
    const metadata = isMap(object.metadata) ? object.metadata : {};
    return { ...without(object, ["status"]), metadata: without(metadata, serverMetadata) };
}

/** The inputs after a refresh: where the object differs from what it was, the difference is taken over. */
function drifted(inputs: PropertyMap, olds: PropertyMap, object: PropertyMap): PropertyMap {
    return applyDrift(inputs, withoutServerFields(olds), object);
}
