import * as sdkProxy from "@pulumi/policy/proxy";

/** The part of the SDK's proxy module that its declarations leave out. */
interface SdkProxy {
    UnknownValueError: new (sentinel: string, path: readonly string[]) => Error;
    unknownStringValue: string;
}

const { UnknownValueError, unknownStringValue } = sdkProxy as unknown as SdkProxy;

/** Thrown, or yielded by a check, when a value cannot be judged: what it is, and why. */
export class Undetermined extends Error {
    constructor(
        readonly path: string,
        readonly reason = "is not known before the update",
    ) {
        super(`\`${path}\` ${reason}`);
    }
}

/** Thrown when a value has a shape that no provider accepts; reported as a violation, never a crash. */
export class Malformed extends Error {
    constructor(path: string, found: unknown, expected: string) {
        super(`\`${path}\` is ${describe(found)}; set it to ${expected}.`);
    }
}

/** The one error by which the SDK learns that a policy could not decide; it is printed as an advisory. */
export function unknownValueError(undetermined: Iterable<Undetermined>): Error {
    const messages = new Set([...undetermined].map(({ message }) => message));
    return Object.assign(new UnknownValueError(unknownStringValue, []), { message: [...messages].join("; ") });
}

/** The same error, which keeps what could not be decided by the URNs of resources. */
export function unknownValueErrorOf(undetermined: ReadonlyMap<string, readonly Undetermined[]>) {
    return Object.assign(unknownValueError([...undetermined.values()].flat()), { undetermined });
}

/** What could not be decided, by the URNs of resources, where an error keeps it so. */
export function undeterminedOf(error: unknown): ReadonlyMap<string, readonly Undetermined[]> | undefined {
    return isUnknownValueError(error)
        ? (error as Partial<ReturnType<typeof unknownValueErrorOf>>).undetermined
        : undefined;
}

/** Whether an error is that one. */
export function isUnknownValueError(error: unknown): boolean {
    return error instanceof UnknownValueError;
}

/**
 * One property of a resource: where it is, in the spelling of whoever wrote it, and what is there. Nothing is read
 * before it is asked for, so an unknown value stops only the check that needs it.
 */
export class Property {
    private constructor(
        private readonly read: () => unknown,
        /** The path from the resource, for example `agentPoolProfiles[0].name`. */
        readonly path: string,
        private readonly write: (value: unknown) => void,
    ) {}

    /** All inputs of a resource, or a document found inside of one. */
    static root(value: unknown, path = ""): Property {
        const write = () => {
            throw new Error("all properties of a resource cannot be set at once");
        };
        return new Property(() => value ?? undefined, path, write);
    }

    /** The value; `null` counts as unset. Throws `Undetermined` when it is unknown. */
    get value(): unknown {
        try {
            return this.read();
        } catch (error) {
            throw error instanceof UnknownValueError ? new Undetermined(this.path) : error;
        }
    }

    /** Gives the resource another value here, and makes the objects around it where they are missing. */
    set(value: unknown): void {
        this.write(value);
    }

    /** Whether the value is known; `false` too when it is inside of an unknown one. */
    get isKnown(): boolean {
        try {
            this.read();
            return true;
        } catch (error) {
            if (error instanceof Undetermined || error instanceof UnknownValueError) return false;
            throw error;
        }
    }

    /** Whether something is given, known or not; throws when it is inside of something unknown. */
    get isGiven(): boolean {
        try {
            return this.value !== undefined;
        } catch (error) {
            if (error instanceof Undetermined && error.path === this.path) return true;
            throw error;
        }
    }

    /** The property `name` of this object. */
    at(name: string): Property {
        return new Property(
            () => {
                const object = this.object();
                return object !== undefined && Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
            },
            joinPath(this.path, name),
            (value) => {
                if (this.object() === undefined) this.write({});
                Reflect.set(this.object() ?? {}, name, value);
            },
        );
    }

    /** The property at the end of `names`. */
    in(...names: string[]): Property {
        return names.reduce<Property>((property, name) => property.at(name), this);
    }

    /** The properties of this map, unread. */
    members(): { name: string; property: Property }[] {
        return Object.keys(this.object() ?? {}).map((name) => ({ name, property: this.at(name) }));
    }

    /** The elements of this list, unread; `undefined` when unset. */
    list(): Property[] | undefined {
        const value = this.value;
        if (value === undefined) return undefined;
        if (!Array.isArray(value)) throw new Malformed(this.path, value, "a list");
        const list = value as unknown[];
        return Array.from({ length: list.length }, (_, index) => {
            const path = `${this.path}[${index}]`;
            return new Property(
                () => list[index] ?? undefined,
                path,
                (element) => {
                    list[index] = element;
                },
            );
        });
    }

    /** The elements of this list, none when unset. */
    elements(): Property[] {
        return this.list() ?? [];
    }

    /** The object, `undefined` when unset. */
    object(): Readonly<Record<string, unknown>> | undefined {
        const value = this.value;
        if (value === undefined) return undefined;
        if (typeof value !== "object" || Array.isArray(value)) throw new Malformed(this.path, value, "an object");
        return value as Record<string, unknown>;
    }

    /** The string, `undefined` when unset. */
    string(): string | undefined {
        const value = this.value;
        if (value === undefined || typeof value === "string") return value;
        throw new Malformed(this.path, value, "a string");
    }

    /** The number, `undefined` when unset. */
    number(): number | undefined {
        const value = this.value;
        if (value === undefined || typeof value === "number") return value;
        throw new Malformed(this.path, value, "a number, without quotes");
    }

    /** The boolean, `undefined` when unset. */
    boolean(): boolean | undefined {
        const value = this.value;
        if (value === undefined || typeof value === "boolean") return value;
        throw new Malformed(this.path, value, "`true` or `false`, without quotes");
    }
}

/** The first of `spellings` that is given, else the first: what a property was called in other versions of a provider. */
export function spelt(...spellings: readonly [Property, ...Property[]]): Property {
    return spellings.find(({ isGiven }) => isGiven) ?? spellings[0];
}

/** The name of a resource, as the beginning of a path. */
export function nameInPath(name: string): string {
    return joinPath("", name);
}

function joinPath(path: string, name: string): string {
    if (!/^[\w$-]{1,80}$/.test(name)) return `${path}[${JSON.stringify(name.slice(0, 80))}]`;
    return path === "" ? name : `${path}.${name}`;
}

/** The kind of a value, for messages: a malformed value itself is never printed. */
function describe(value: unknown): string {
    if (Array.isArray(value)) return "a list";
    if (value === undefined) return "null";
    return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
