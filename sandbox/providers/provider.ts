import type { PropertyMap } from "./property";

/** Which resource a call is about, and from which of the program's provider instances it comes. */
export interface ResourceCall {
    /** One connection of the engine: one provider instance of the program. */
    readonly peer: string;
    readonly urn: string;
    /** Type token. */
    readonly type: string;
    /** Logical name. */
    readonly name: string;
}

/** How the engine wishes names to be made. */
export interface Autonaming {
    readonly mode: "propose" | "enforce" | "disable";
    readonly name: string;
}

export interface CheckCall extends ResourceCall {
    /** Inputs of the last update; empty for a new resource. */
    readonly olds: PropertyMap;
    readonly news: PropertyMap;
    readonly randomSeed: Uint8Array;
    readonly autonaming: Autonaming | undefined;
}

/** One thing that is wrong with the inputs. */
export interface CheckFailure {
    readonly property?: string;
    readonly reason: string;
}

export interface DiffCall extends ResourceCall {
    readonly id: string;
    readonly olds: PropertyMap;
    readonly oldInputs: PropertyMap;
    readonly news: PropertyMap;
}

/** How one property differs. */
export interface PropertyDifference {
    readonly kind: "add" | "delete" | "update";
    readonly replace: boolean;
}

/** What an update would change, by property path. */
export interface Difference {
    readonly properties: Readonly<Record<string, PropertyDifference>>;
    readonly deleteBeforeReplace: boolean;
}

export interface CreateCall extends ResourceCall {
    readonly inputs: PropertyMap;
    readonly preview: boolean;
}

export interface ReadCall extends ResourceCall {
    readonly id: string;
    readonly olds: PropertyMap;
    /** Undefined when the resource is imported or only read. */
    readonly oldInputs: PropertyMap | undefined;
}

export interface UpdateCall extends ResourceCall {
    readonly id: string;
    readonly olds: PropertyMap;
    readonly inputs: PropertyMap;
    readonly preview: boolean;
}

export interface InvokeCall {
    readonly peer: string;
    readonly token: string;
    readonly args: PropertyMap;
}

/** What a stand-in does for the engine. Whatever is thrown is the answer of the cloud. */
export interface Provider {
    readonly name: string;
    readonly version: string;
    /** The package's schema as JSON. */
    schema(): string;
    /** Name and version of a package that the provider serves under a name of its own. Default: it serves none. */
    parameterize?(parameter: string): { readonly name: string; readonly version: string };
    configure(peer: string, variables: Readonly<Record<string, string>>): void | Promise<void>;
    /** What another configuration means for a provider instance. Default: nothing is replaced. */
    diffConfig?(olds: PropertyMap, news: PropertyMap): Difference;
    check(call: CheckCall): Promise<{ inputs: PropertyMap; failures: readonly CheckFailure[] }>;
    diff(call: DiffCall): Promise<Difference>;
    create(call: CreateCall): Promise<{ id: string; outputs: PropertyMap }>;
    /** Undefined when there is no such resource. */
    read(call: ReadCall): Promise<{ id: string; inputs: PropertyMap; outputs: PropertyMap } | undefined>;
    update(call: UpdateCall): Promise<PropertyMap>;
    delete(call: ResourceCall & { readonly id: string }): Promise<void>;
    invoke(call: InvokeCall): Promise<PropertyMap>;
    close(): void | Promise<void>;
}

/** A resource that exists but failed to become ready: the engine keeps it, and the next update repairs it. */
export class PartialFailure extends Error {
    constructor(
        message: string,
        readonly id: string,
        readonly inputs: PropertyMap,
        readonly outputs: PropertyMap,
    ) {
        super(message);
    }
}
