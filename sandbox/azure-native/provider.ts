import { randomUUID } from "node:crypto";

import type { CertificateAuthority } from "../kube-apiserver/authority";
import { account } from "../providers/account";
import type { Cloud, CloudResource } from "../providers/cloud";
import { createBeforeDelete, diffInputs } from "../providers/diff";
import type { FaultPlan } from "../providers/fault";
import {
    type PropertyMap,
    type PropertyValue,
    isMap,
    isUnknown,
    knownString,
    sameValue,
    unknown,
    textOf,
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
import { checkProperties } from "../schema/check";
import { Declarations, type ResourceDeclaration } from "../schema/declarations";
import { previewOutputs } from "../schema/preview-outputs";
import { project } from "../schema/projection";
import { ArmError } from "./arm-error";
import {
    armType,
    nameOf,
    nameParameter,
    namingStrategy,
    parseResourceId,
    pathParameters,
    resourceId,
} from "./arm-path";
import { automaticName } from "./autonaming";
import type { ArmRequest } from "./behaviour";
import { behaviours } from "./behaviours";
import { answerIdentity } from "./behaviours/identity";
import { throwFault } from "./faults";
import { invoke } from "./invoke";
import { withLaterProperties } from "./later-properties";
import { applyDrift } from "../providers/drift";
import { refuseLocked } from "./locks";
import { requireParent } from "./parent";
import { replacedBy } from "./replacement";
import { resourcePaths } from "./resource-types";
import { parseToken } from "./token";

/** One provider instance of the program. */
interface Session {
    readonly location: string | undefined;
    readonly subscriptionId: string;
}

/** Everything that is known about a resource type. */
interface ResourceType {
    /** `module:Class` */
    readonly key: string;
    readonly path: string;
    readonly armType: string;
    readonly apiVersion: string | undefined;
    readonly declaration: ResourceDeclaration;
}

/** Stands in for azure-native: its checks, names, previews and diffs, in front of a pretend ARM. */
export class AzureNativeProvider implements Provider {
    readonly name = "azure-native";
    private readonly declarations = Declarations.of("@pulumi/azure-native");
    private readonly sessions = new Map<string, Session>();
    private readonly types = new Map<string, ResourceType>();
    /** Network resources whose children are being written: ARM writes one at a time. */
    private readonly busy = new Set<string>();

    constructor(
        private readonly cloud: Cloud,
        private readonly faults: FaultPlan,
        /** Signs what is in kubeconfigs. */
        private readonly authority: CertificateAuthority,
    ) {}

    get version(): string {
        return this.declarations.version;
    }

    schema(): string {
        return JSON.stringify({ name: this.name, version: this.version, resources: {} });
    }

    /** As `pulumi package add azure-native <module> <version>` has it: JSON, in base64. */
    parameterize(parameter: string): { name: string; version: string } {
        const { module, version } = JSON.parse(Buffer.from(parameter, "base64").toString("utf8")) as {
            module: string;
            version: string;
        };
        if (!this.declarations.hasModule(module)) throw new Error(`module ${module} not found`);
        return { name: `azure-native_${module}_${version}`, version: this.version };
    }

    configure(peer: string, variables: Readonly<Record<string, string>>): void {
        // Settings of a package have its name in front, which begins with that of azure-native.
        const settings = Object.entries(variables).map(([key, value]) => [key.replace(/^[^:]*:config:/, ""), value]);
        const named = Object.fromEntries(settings) as Record<string, string>;
        const setting = (name: string) => nonEmpty(named[name]);
        this.sessions.set(peer, {
            location: setting("location") ?? nonEmpty(process.env.ARM_LOCATION_NAME),
            subscriptionId:
                setting("subscriptionId") ?? nonEmpty(process.env.ARM_SUBSCRIPTION_ID) ?? account.subscriptionId,
        });
    }

    check(call: CheckCall): Promise<{ inputs: PropertyMap; failures: readonly CheckFailure[] }> {
        const type = this.typeOf(call.type);
        const inputs = { ...call.news };
        this.applyName(call, type, inputs);
        if (type.declaration.inputs.has("location") && inputs.location === undefined) {
            const location = this.defaultLocation(call, inputs);
            if (location !== undefined) inputs.location = location;
        }
        const failures = checkProperties(this.declarations, this.inputShape(type), inputs);
        if (type.apiVersion !== undefined) inputs.azureApiVersion ??= type.apiVersion;
        return Promise.resolve({ inputs, failures });
    }

    diff(call: DiffCall): Promise<Difference> {
        const type = this.typeOf(call.type);
        const replacing = [...pathParameters(type.path), ...replacedBy(type.key)];
        return Promise.resolve(diffInputs(call.oldInputs, call.news, replacing));
    }

    async create(call: CreateCall): Promise<{ id: string; outputs: PropertyMap }> {
        const type = this.typeOf(call.type);
        if (call.preview) return { id: "", outputs: this.preview(type, call.inputs) };

        const id = resourceId(type.path, this.session(call).subscriptionId, call.inputs);
        const existing = this.cloud.get(id) ?? this.untouched(type, id);
        if (existing !== undefined) {
            throw new Error(`cannot create already existing resource '${id}'`);
        }
        requireParent(this.cloud, id);
        const outputs = await this.write("create", call, type, id, undefined);
        return { id, outputs };
    }

    read(call: ReadCall): Promise<{ id: string; inputs: PropertyMap; outputs: PropertyMap } | undefined> {
        const type = this.typeOf(call.type);
        throwFault(this.faults, "read", [call.type, type.armType], [call.name, nameOf(call.id)]);
        const resource = this.cloud.get(call.id) ?? this.untouched(type, call.id);
        const parameters = parseResourceId(type.path, call.id);
        if (parameters === undefined) {
            throw new Error(`${call.id} is not the id of a ${type.armType}; such ids have the form ${type.path}`);
        }
        if (resource === undefined) return Promise.resolve(undefined);
        const outputs = this.answered(type, resource);
        if (call.oldInputs === undefined) {
            const inputs = { ...project(this.declarations, type.declaration.inputs, outputs), ...parameters };
            delete inputs.subscriptionId;
            return Promise.resolve({ id: resource.id, inputs, outputs });
        }
        const inputs = this.drifted(type, call.oldInputs, call.olds, outputs);
        return Promise.resolve({ id: resource.id, inputs, outputs });
    }

    async update(call: UpdateCall): Promise<PropertyMap> {
        const type = this.typeOf(call.type);
        if (call.preview) {
            const outputs = this.preview(type, call.inputs);
            for (const stable of ["name", "location"]) {
                const value = call.olds[stable];
                if (value !== undefined && stable in outputs) outputs[stable] = value;
            }
            return outputs;
        }
        const existing = this.cloud.get(call.id) ?? this.untouched(type, call.id);
        if (existing === undefined) {
            throw new ArmError(404, "ResourceNotFound", `The Resource '${call.id}' was not found.`);
        }
        return await this.write("update", call, type, call.id, existing);
    }

    delete(call: ResourceCall & { readonly id: string }): Promise<void> {
        const type = this.typeOf(call.type);
        throwFault(this.faults, "delete", [call.type, type.armType], [call.name, nameOf(call.id)]);
        const resource = this.cloud.get(call.id);
        if (resource === undefined) return Promise.resolve();
        refuseLocked(this.cloud, resource.id);
        behaviours[type.key]?.refuseDeletion?.(resource, this.cloud);
        this.remove(resource);
        return Promise.resolve();
    }

    invoke(call: InvokeCall): Promise<PropertyMap> {
        const { subscriptionId } = this.sessions.get(call.peer) ?? account;
        const answered = (key: string, resource: CloudResource) =>
            this.answered(this.typeOf(`azure-native:${key}`), resource);
        const find = (key: string, id: string) =>
            this.cloud.get(id) ?? this.untouched(this.typeOf(`azure-native:${key}`), id);
        return Promise.resolve(
            invoke(call, {
                find,
                cloud: this.cloud,
                declarations: this.declarations,
                subscriptionId,
                answered,
                authority: this.authority,
            }),
        );
    }

    close(): void {
        this.sessions.clear();
    }

    /** What every subscription has from the start is there although nobody has set it. */
    private untouched(type: ResourceType, id: string): CloudResource | undefined {
        const initial = behaviours[type.key]?.initial;
        if (initial === undefined) return undefined;
        const outputs = { ...initial, name: nameOf(id), type: type.armType };
        return { id, token: `azure-native:${type.key}`, inputs: initial, outputs };
    }

    /** Removes a resource with everything below it, such as all that is in a resource group. */
    private remove(resource: CloudResource): void {
        const prefix = `${resource.id}/`.toLowerCase();
        const below = this.cloud.filter(({ id }) => id.toLowerCase().startsWith(prefix));
        this.cloud.remove(resource.id);
        for (const gone of [resource, ...below]) {
            behaviours[gone.token.replace(/^azure-native:/, "")]?.afterDeletion?.(gone, this.cloud);
        }
    }

    private session(call: ResourceCall): Session {
        return this.sessions.get(call.peer) ?? { location: undefined, subscriptionId: account.subscriptionId };
    }

    private typeOf(token: string): ResourceType {
        const parsed = parseToken(token);
        if (parsed === undefined) throw new Error(`${token} is not a type of azure-native`);
        const known = this.types.get(token);
        if (known !== undefined) return known;
        const path = resourcePaths[parsed.key];
        const declared = this.declarations.resource(parsed.module, parsed.name);
        if (declared === undefined) throw new Error(`${token} is not declared by @pulumi/azure-native ${this.version}`);
        const declaration = withLaterProperties(declared, parsed);
        if (path === undefined) {
            throw new Error(
                `the sandbox does not know where ARM keeps ${token}; add it to sandbox/azure-native/resource-types.ts`,
            );
        }
        const apiVersion = parsed.apiVersion ?? /Azure REST API version ([\w-]+?)\. /.exec(declaration.comment)?.[1];
        const type = { key: parsed.key, path, armType: armType(path), apiVersion, declaration };
        this.types.set(token, type);
        return type;
    }

    /** The declared inputs, and what earlier checks may have added to them. */
    private inputShape(type: ResourceType) {
        const shape = new Map(type.declaration.inputs);
        shape.set("azureApiVersion", { required: false, shape: { kind: "string" } });
        // The SDK makes it optional because there is a default; if there is none after all, ARM cannot do without.
        const location = type.declaration.outputs.get("location");
        if (shape.has("location") && location !== undefined) shape.set("location", location);
        const name = nameParameter(type.path);
        if (name !== undefined) shape.set(name, { required: true, shape: { kind: "string" } });
        return shape;
    }

    private applyName(call: CheckCall, type: ResourceType, inputs: PropertyMap): void {
        const parameter = nameParameter(type.path);
        const strategy = namingStrategy(type.path);
        if (parameter === undefined || strategy === undefined || inputs[parameter] !== undefined) return;
        const old = call.olds[parameter];
        const random = call.olds[createBeforeDelete];
        if (old !== undefined) {
            inputs[parameter] = old;
            if (random === true) inputs[createBeforeDelete] = true;
            return;
        }
        const automatic = automaticName(call, strategy);
        if (automatic === undefined) return;
        inputs[parameter] = automatic.name;
        if (automatic.random) inputs[createBeforeDelete] = true;
    }

    /** The location that the resource has, or the configured one, or that of its resource group. */
    private defaultLocation(call: CheckCall, inputs: PropertyMap): PropertyValue | undefined {
        if (call.olds.location !== undefined) return call.olds.location;
        const { location, subscriptionId } = this.session(call);
        if (location !== undefined) return location;
        const group = inputs.resourceGroupName;
        if (group === undefined) return undefined;
        if (isUnknown(group)) return unknown;
        return this.cloud.get(`/subscriptions/${subscriptionId}/resourceGroups/${textOf(group)}`)?.outputs.location;
    }

    private preview(type: ResourceType, inputs: PropertyMap): PropertyMap {
        const outputs = previewOutputs(this.declarations, type.declaration.outputs, inputs);
        if (type.apiVersion !== undefined) outputs.azureApiVersion = type.apiVersion;
        return outputs;
    }

    private async write(
        operation: "create" | "update",
        call: CreateCall | UpdateCall,
        type: ResourceType,
        id: string,
        existing: CloudResource | undefined,
    ): Promise<PropertyMap> {
        const behaviour = behaviours[type.key];
        const { subscriptionId } = this.session(call);
        const request: ArmRequest = {
            id,
            name: nameOf(id),
            subscriptionId,
            inputs: call.inputs,
            existing,
            cloud: this.cloud,
        };
        const failure = throwFault(this.faults, operation, [call.type, type.armType], [call.name, request.name]);
        await this.alone(id, () => {
            behaviour?.refuse?.(request);
            const outputs = project(this.declarations, type.declaration.outputs, {
                ...this.echo(type, request),
                ...behaviour?.answer?.(request),
            });
            const inputs = { ...call.inputs };
            this.cloud.put({ id, token: `azure-native:${type.key}`, inputs, outputs });
            behaviour?.afterwards?.(request, outputs);
        });
        const written = this.cloud.get(id);
        const outputs = written === undefined ? {} : this.answered(type, written);
        if (failure !== undefined) {
            if (written !== undefined)
                this.cloud.put({ ...written, outputs: { ...outputs, provisioningState: "Failed" } });
            throw new PartialFailure(failure.message, id, call.inputs, outputs);
        }
        return outputs;
    }

    /** ARM's network resources refuse a second write to the same parent while one is going on. */
    private async alone(id: string, action: () => void): Promise<void> {
        const [, parent, kind] =
            /^(.*\/(?:virtualNetworks|userAssignedIdentities)\/[^/]+)\/(\w+)\/[^/]+$/i.exec(id) ?? [];
        if (parent === undefined) {
            action();
            return;
        }
        if (this.busy.has(parent.toLowerCase())) {
            if (kind === "federatedIdentityCredentials") {
                throw new ArmError(
                    409,
                    "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity",
                    `Too many Federated Identity Credentials are written concurrently for the managed identity '${parent}'. Concurrent Federated Identity Credentials writes under the same managed identity are not supported.`,
                );
            }
            throw new ArmError(
                429,
                "AnotherOperationInProgress",
                `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ${parent}.`,
            );
        }
        this.busy.add(parent.toLowerCase());
        try {
            action();
            await new Promise((resolve) => setTimeout(resolve, 25));
        } finally {
            this.busy.delete(parent.toLowerCase());
        }
    }

    /** What every ARM resource answers: what was requested, its name and type, its identities, and that it is ready. */
    private echo(type: ResourceType, { id, inputs, existing }: ArmRequest): PropertyMap {
        const unchanged = existing !== undefined && sameValue(existing.inputs, inputs);
        const etag = unchanged ? existing.outputs.etag : `W/"${randomUUID()}"`;
        const eTag = unchanged ? existing.outputs.eTag : randomUUID();
        const identity: PropertyMap = isMap(inputs.identity)
            ? { identity: answerIdentity(this.cloud, inputs.identity, existing) }
            : {};
        return {
            provisioningState: "Succeeded",
            ...withoutOwnMarks(inputs),
            ...identity,
            etag: etag ?? null,
            eTag: eTag ?? null,
            name: nameOf(id),
            type: type.armType,
        };
    }

    private answered(type: ResourceType, resource: CloudResource): PropertyMap {
        const current = behaviours[type.key]?.current?.(resource, this.cloud) ?? {};
        const outputs = project(this.declarations, type.declaration.outputs, { ...resource.outputs, ...current });
        if (type.apiVersion !== undefined) outputs.azureApiVersion = type.apiVersion;
        return outputs;
    }

    /** The inputs after a refresh: where the answer differs from the last one, the difference is taken over. */
    private drifted(type: ResourceType, inputs: PropertyMap, olds: PropertyMap, outputs: PropertyMap): PropertyMap {
        const children = behaviours[type.key]?.children ?? [];
        const shape = new Map(
            [...type.declaration.inputs].filter(([name]) => !children.includes(name) || inputs[name] !== undefined),
        );
        const before = project(this.declarations, shape, olds);
        return applyDrift(inputs, before, project(this.declarations, shape, outputs));
    }
}

/** Without what azure-native notes among the inputs for itself. */
function withoutOwnMarks(inputs: PropertyMap): PropertyMap {
    return Object.fromEntries(Object.entries(inputs).filter(([name]) => !name.startsWith("__")));
}

function nonEmpty(text: string | undefined): string | undefined {
    return knownString(text);
}
