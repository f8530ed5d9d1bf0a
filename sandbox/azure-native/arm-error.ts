/** A refusal of ARM, in the words in which azure-native passes it on. */
export class ArmError extends Error {
    override readonly name = "ArmError";

    constructor(
        readonly status: number,
        readonly code: string,
        readonly detail: string,
    ) {
        super(`Status=${status} Code=${JSON.stringify(code)} Message=${JSON.stringify(detail)}`);
    }
}
