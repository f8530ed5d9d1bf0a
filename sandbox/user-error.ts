/** A mistake or a missing thing that the person at the terminal can mend: the message is shown without a stack trace. */
export class UserError extends Error {
    override readonly name = "UserError";
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
