import type { Fault, FaultPlan } from "../providers/fault";
import type { ResourceCall } from "../providers/provider";
import { type ObjectReference, pluralOf, resourceOf } from "./object-type";

/**
 * Throws the fault that is due for the operation: by type token, or by the kind's name in URLs, such as `namespaces`.
 * What leaves the object behind cannot be thrown yet, so it is returned.
 */
export function throwFault(
    plan: FaultPlan,
    operation: Fault["operation"],
    call: ResourceCall,
    { type, name }: ObjectReference,
): Error | undefined {
    const resource = resourceOf(type);
    const error = plan.take(operation, [call.type, pluralOf(type), resource], [call.name, name]);
    if (error === undefined) return undefined;
    if (typeof error === "object") throw new Error(`${resource} "${name}": ${error.code}: ${error.message}`);
    switch (error) {
        case "Throttled":
            throw new Error(
                "the server has received too many requests and has asked us to try again later (TooManyRequests)",
            );
        case "PrincipalNotFound":
            throw new Error("the server has asked for the client to provide credentials (Unauthorized)");
        case "Conflict":
            throw new Error(
                `Operation cannot be fulfilled on ${resource} "${name}": the object has been modified; ` +
                    "please apply your changes to the latest version and try again",
            );
        case "Failed":
            return new Error(`${type.kind} "${name}" did not become ready: timed out waiting for the condition`);
    }
}
