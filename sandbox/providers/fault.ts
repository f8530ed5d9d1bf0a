import { UserError, messageOf } from "../user-error";

/** Something that is to go wrong, for tests of error hooks and of partial failures. */
export interface Fault {
    operation: "create" | "update" | "delete" | "read";
    /** Type token, ARM type such as `Microsoft.Authorization/roleAssignments`, or kind such as `namespaces`. */
    type: string;
    /** Logical or physical name of the resource. Default: any resource of the type. */
    name?: string;
    /** A known error, or one of your own. */
    error: FaultKind | { code: string; message: string };
    /** How often. Default: once. */
    times?: number;
}

/** The errors that have a name. `Failed` leaves a resource behind that did not become ready. */
export type FaultKind = "Throttled" | "PrincipalNotFound" | "Conflict" | "Failed";

const operations = new Set<unknown>(["create", "update", "delete", "read"]);
const kinds = new Set<unknown>(["Throttled", "PrincipalNotFound", "Conflict", "Failed"]);

/** The faults of a sandbox, each of which happens as often as it says. */
export class FaultPlan {
    private readonly remaining: { fault: Fault; times: number }[];

    constructor(faults: readonly Fault[]) {
        this.remaining = faults.map((fault) => ({ fault, times: fault.times ?? 1 }));
    }

    /** Reads AKSGUARD_SANDBOX_FAULTS: a JSON array of faults. */
    static parse(text: string | undefined): Fault[] {
        if (text === undefined || text.trim() === "") return [];
        let parsed: unknown;
        try {
            parsed = JSON.parse(text);
        } catch (error) {
            throw new UserError(`AKSGUARD_SANDBOX_FAULTS is not JSON: ${messageOf(error)}`);
        }
        if (!Array.isArray(parsed)) throw new UserError("AKSGUARD_SANDBOX_FAULTS must be a JSON array of faults");
        return parsed.map((fault, index) => validFault(fault, index));
    }

    /** The fault that is due for this operation, now counted. */
    take(
        operation: Fault["operation"],
        types: readonly string[],
        names: readonly string[],
    ): Fault["error"] | undefined {
        const due = this.remaining.find(
            ({ fault, times }) =>
                times > 0 &&
                fault.operation === operation &&
                types.some((type) => type.toLowerCase() === fault.type.toLowerCase()) &&
                (fault.name === undefined || names.includes(fault.name)),
        );
        if (due === undefined) return undefined;
        due.times--;
        return due.fault.error;
    }
}

function validFault(value: unknown, index: number): Fault {
    const fault = (value ?? {}) as Partial<Fault>;
    const wrong = (what: string) => new UserError(`AKSGUARD_SANDBOX_FAULTS[${index}]: ${what}`);
    if (!operations.has(fault.operation)) throw wrong(`operation must be one of ${[...operations].join(", ")}`);
    if (typeof fault.type !== "string") throw wrong("type must be a type token or an ARM type");
    const { error } = fault;
    const own = typeof error === "object" && typeof error.code === "string" && typeof error.message === "string";
    if (!own && !kinds.has(error)) throw wrong(`error must be one of ${[...kinds].join(", ")}, or { code, message }`);
    return fault as Fault;
}
