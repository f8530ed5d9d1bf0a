import { diffInputs } from "../providers/diff";
import type { Cloud, CloudResource } from "../providers/cloud";
import type { FaultPlan } from "../providers/fault";
import { type PropertyMap, unknown } from "../providers/property";
import type {
    CheckCall,
    CheckFailure,
    CreateCall,
    DiffCall,
    Difference,
    InvokeCall,
    Provider,
    ReadCall,
    ResourceCall,
    UpdateCall,
} from "../providers/provider";
import { checkProperties } from "../schema/check";
import { Declarations, type ResourceDeclaration } from "../schema/declarations";
import { project } from "../schema/projection";
import { type DirectoryType, directoryTypes } from "./directory-objects";
import { invokeAzureAd } from "./invoke";

interface ResourceType {
    readonly className: string;
    readonly declaration: ResourceDeclaration;
    readonly directoryType: DirectoryType;
}

/** Stands in for azuread: groups, applications and what belongs to them, in a pretend directory. */
export class AzureAdProvider implements Provider {
    readonly name = "azuread";
    private readonly declarations = Declarations.of("@pulumi/azuread");

    constructor(
        private readonly cloud: Cloud,
        private readonly faults: FaultPlan,
    ) {}

    get version(): string {
        return this.declarations.version;
    }

    schema(): string {
        return JSON.stringify({ name: this.name, version: this.version, resources: {} });
    }

    configure(): void {
        // There is one directory, and everyone who asks is the deployer.
    }

    check(call: CheckCall): Promise<{ inputs: PropertyMap; failures: readonly CheckFailure[] }> {
        const { declaration, directoryType } = this.typeOf(call.type);
        const failures = checkProperties(this.declarations, declaration.inputs, call.news);
        const further = failures.length > 0 ? [] : (directoryType.check?.(call.news) ?? []);
        return Promise.resolve({
            inputs: call.news,
            failures: [...failures, ...further.map((reason) => ({ reason }))],
        });
    }

    diff(call: DiffCall): Promise<Difference> {
        const { directoryType } = this.typeOf(call.type);
        const difference = diffInputs(call.oldInputs, call.news, directoryType.replacedBy);
        // Names need not be unique in the directory, so a successor can be made first.
        return Promise.resolve({ ...difference, deleteBeforeReplace: false });
    }

    create(call: CreateCall): Promise<{ id: string; outputs: PropertyMap }> {
        const type = this.typeOf(call.type);
        if (call.preview) return Promise.resolve({ id: "", outputs: preview(type, call.inputs) });
        this.throwFault("create", call);
        const id = type.directoryType.id(call.inputs, this.cloud);
        return Promise.resolve({ id, outputs: this.write(type, id, call.inputs, this.cloud.get(id)) });
    }

    read(call: ReadCall): Promise<{ id: string; inputs: PropertyMap; outputs: PropertyMap } | undefined> {
        const type = this.typeOf(call.type);
        this.throwFault("read", call);
        const resource = this.cloud.get(call.id);
        if (resource === undefined) return Promise.resolve(undefined);
        const inputs = call.oldInputs ?? project(this.declarations, type.declaration.inputs, resource.outputs);
        return Promise.resolve({ id: resource.id, inputs, outputs: resource.outputs });
    }

    update(call: UpdateCall): Promise<PropertyMap> {
        const type = this.typeOf(call.type);
        if (call.preview) return Promise.resolve({ ...call.olds, ...call.inputs });
        this.throwFault("update", call);
        const existing = this.cloud.get(call.id);
        if (existing === undefined) throw new Error(`retrieving ${call.id}: unexpected status 404 (404 Not Found)`);
        return Promise.resolve(this.write(type, call.id, call.inputs, existing));
    }

    delete(call: ResourceCall & { readonly id: string }): Promise<void> {
        this.throwFault("delete", call);
        this.cloud.remove(call.id);
        return Promise.resolve();
    }

    invoke(call: InvokeCall): Promise<PropertyMap> {
        return Promise.resolve(invokeAzureAd(call.token, call.args, this.cloud));
    }

    close(): void {
        // Everything is in the cloud file already.
    }

    private typeOf(token: string): ResourceType {
        const [, className = ""] = /^azuread:index\/\w+:(\w+)$/.exec(token) ?? [];
        const declaration = this.declarations.resource("", className);
        if (declaration === undefined) throw new Error(`${token} is not declared by @pulumi/azuread ${this.version}`);
        const directoryType = directoryTypes[className];
        if (directoryType === undefined) {
            throw new Error(`the sandbox does not know ${token}; it knows ${Object.keys(directoryTypes).join(", ")}`);
        }
        return { className, declaration, directoryType };
    }

    private write(
        type: ResourceType,
        id: string,
        inputs: PropertyMap,
        existing: CloudResource | undefined,
    ): PropertyMap {
        const answered = { ...type.directoryType.answer?.(id, inputs, existing), ...inputs };
        const outputs = project(this.declarations, type.declaration.outputs, answered);
        this.cloud.put({ id, token: `azuread:${type.className}`, inputs, outputs });
        return outputs;
    }

    private throwFault(operation: "create" | "read" | "update" | "delete", call: ResourceCall): void {
        const error = this.faults.take(operation, [call.type], [call.name]);
        if (error === undefined) return;
        if (typeof error === "object")
            throw new Error(`unexpected status 400 (400 Bad Request) with error: ${error.code}: ${error.message}`);
        throw new Error(directoryErrors[error]);
    }
}

const directoryErrors = {
    Throttled: "unexpected status 429 (429 Too Many Requests) with error: TooManyRequests: Too many requests.",
    PrincipalNotFound:
        "unexpected status 404 (404 Not Found) with error: Request_ResourceNotFound: Resource does not exist.",
    Conflict:
        "unexpected status 409 (409 Conflict) with error: Request_MultipleObjectsWithSameKeyValue: The object exists already.",
    Failed: "unexpected status 500 (500 Internal Server Error) with error: InternalServerError: The request failed.",
} as const;

/** Inputs that were not given stay absent; what the directory always answers is unknown until it does. */
function preview(type: ResourceType, inputs: PropertyMap): PropertyMap {
    const outputs: PropertyMap = {};
    for (const [name, { required }] of type.declaration.outputs) {
        const value = inputs[name];
        if (value !== undefined) outputs[name] = value;
        else if (required) outputs[name] = unknown;
    }
    return outputs;
}
