import type { Fault, FaultPlan } from "../providers/fault";
import { ArmError } from "./arm-error";

/**
 * Throws the fault that is due for the operation. A failure that leaves the resource behind cannot be thrown yet, so it is
 * returned.
 */
export function throwFault(
    plan: FaultPlan,
    operation: Fault["operation"],
    types: readonly string[],
    names: readonly string[],
): ArmError | undefined {
    const error = plan.take(operation, types, names);
    if (error === undefined) return undefined;
    if (typeof error === "object") throw new ArmError(400, error.code, error.message);
    switch (error) {
        case "Throttled":
            throw new ArmError(
                429,
                "TooManyRequests",
                "The request is being throttled as the limit has been reached for operation type. Please retry after some time.",
            );
        case "PrincipalNotFound":
            throw new ArmError(
                400,
                "PrincipalNotFound",
                "Principal does not exist in the directory. If it was created just now, this may be a replication delay: " +
                    "set the principalType property, for example to ServicePrincipal.",
            );
        case "Conflict":
            throw new ArmError(
                409,
                "Conflict",
                "The operation cannot be performed while another operation is in progress.",
            );
        case "Failed":
            return new ArmError(400, "OperationFailed", "The resource was accepted, but its provisioning failed.");
    }
}
